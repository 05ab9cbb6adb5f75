import { Image, View } from '@tarojs/components'
import { pictureSrc } from '@/platform/picture'
import { spokenPicture } from '@/platform/spoken'
import { classes } from './classes'
import styles from './Picture.module.scss'

/** A picture and the place it takes. */
export interface PictureProps {
  /** A file id of the cloud's storage; null shows only the tint. */
  readonly file: string | null
  /** A category's id: its products share one soft tint. */
  readonly tint?: string
  /** small 56, medium 88, large 112, fill: a square as wide as what is around it. */
  readonly size: 'small' | 'medium' | 'large' | 'fill'
  /** What it shows, for those who can’t see it; nothing where the name stands beside it. */
  readonly alt?: string
}

const tints = [styles.plum, styles.rose, styles.sea, styles.moss, styles.wheat, styles.clay]

/** The tint of a category: the same id always gets the same one. */
function tintOf(categoryId: string): string | undefined {
  let sum = 0
  for (let index = 0; index < categoryId.length; index += 1) sum += categoryId.charCodeAt(index)
  return tints[sum % tints.length]
}

/** A square picture on the soft tint of its category, which is also its placeholder. */
export function Picture({ file, tint = '', size, alt }: PictureProps) {
  return (
    <View className={classes(styles.picture, styles[size], tintOf(tint))}>
      {file !== null && (
        <Image
          className={styles.image}
          src={pictureSrc(file)}
          mode="aspectFit"
          lazyLoad
          {...spokenPicture(alt)}
        />
      )}
    </View>
  )
}
