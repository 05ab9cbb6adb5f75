import { Swiper, SwiperItem, View } from '@tarojs/components'
import { useState } from 'react'
import type { FileId } from '@domain/ids'
import { Picture } from '@/components/Picture'
import { catalogText } from '@/text/catalog'
import styles from './Gallery.module.scss'

/** The pictures of a product. */
export interface GalleryProps {
  readonly pictures: readonly FileId[]
  readonly tint: string
  readonly name: string
}

/** The pictures, one at a time; a single one stands still. */
export function Gallery({ pictures, tint, name }: GalleryProps) {
  const [at, setAt] = useState(0)
  if (pictures.length < 2) {
    return <Picture file={pictures[0] ?? null} tint={tint} size="fill" alt={name} />
  }
  return (
    <View className={styles.gallery}>
      <Swiper
        className={styles.swiper}
        onChange={({ detail }) => {
          setAt(detail.current)
        }}
      >
        {pictures.map((picture) => (
          <SwiperItem key={picture}>
            <Picture file={picture} tint={tint} size="fill" alt={name} />
          </SwiperItem>
        ))}
      </Swiper>
      <View className={styles.place}>{catalogText.pictureOf(at + 1, pictures.length)}</View>
    </View>
  )
}
