import { Swiper, SwiperItem, View } from '@tarojs/components'
import { useRef } from 'react'
import type { FileId } from '@domain/ids'
import { Picture } from '@/components/Picture'
import { preview } from '@/platform/preview'
import styles from './Gallery.module.scss'

/** The pictures of a product. */
export interface GalleryProps {
  readonly pictures: readonly FileId[]
  readonly tint: string
  readonly name: string
}

/** The pictures, one at a time with a dot for each; a tap shows them large. */
export function Gallery({ pictures, tint, name }: GalleryProps) {
  const at = useRef(0)
  const [first = null] = pictures
  const enlarge = () => {
    preview(pictures, at.current)
  }
  return (
    <View id="gallery" onClick={enlarge}>
      {pictures.length < 2 ? (
        <Picture file={first} tint={tint} size="fill" alt={name} />
      ) : (
        <Swiper
          className={styles.swiper}
          indicatorDots
          indicatorColor="rgba(34, 28, 23, 0.25)"
          indicatorActiveColor="#c8283c"
          onChange={({ detail }) => {
            at.current = detail.current
          }}
        >
          {pictures.map((picture) => (
            <SwiperItem key={picture}>
              <Picture file={picture} tint={tint} size="fill" alt={name} />
            </SwiperItem>
          ))}
        </Swiper>
      )}
    </View>
  )
}
