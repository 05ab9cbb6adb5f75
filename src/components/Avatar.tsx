import { Image, View } from '@tarojs/components'
import { pictureSrc } from '@/platform/picture'
import { spokenPicture } from '@/platform/spoken'
import styles from './Avatar.module.scss'

/** A portrait; null shows a plain figure. */
export function Avatar({ file }: { readonly file: string | null }) {
  return (
    <View className={styles.avatar}>
      {file !== null && (
        <Image
          className={styles.image}
          src={pictureSrc(file)}
          mode="aspectFill"
          {...spokenPicture()}
        />
      )}
    </View>
  )
}
