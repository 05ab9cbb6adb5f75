import { Image, View } from '@tarojs/components'
import { pictureSrc } from '@/platform/picture'
import { preview } from '@/platform/preview'
import { spokenPicture } from '@/platform/spoken'
import styles from './Thumbnails.module.scss'

/** Small pictures of the cloud's storage; a tap shows one as large as the screen. */
export function Thumbnails({ files }: { readonly files: readonly string[] }) {
  if (files.length === 0) return null
  return (
    <View className={styles.thumbnails}>
      {files.map((file, index) => (
        <View
          key={file}
          id={`thumbnail-${index}`}
          className={styles.thumbnail}
          ariaRole="button"
          onClick={() => {
            preview(files, index)
          }}
        >
          <Image
            className={styles.image}
            src={pictureSrc(file)}
            mode="aspectFill"
            lazyLoad
            {...spokenPicture()}
          />
        </View>
      ))}
    </View>
  )
}
