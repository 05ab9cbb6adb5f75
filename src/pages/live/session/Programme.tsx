import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LiveGoods, LiveView } from '@domain/live/contract'
import { plannedAt } from '@domain/live/outlook'
import type { Instant } from '@domain/time'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { open } from '@/platform/go'
import { useEndOfPage } from '@/platform/refresh'
import { roomText } from '@/text/liveRoom'
import { goodsName } from '../goodsName'
import styles from './Programme.module.scss'

/** So many rows at first, and more at each end of the page. */
const ROWS = 8

/** 节目单: what will be shown, in its order and about when. Backups are a surprise. */
export function Programme({ view: { session, goods } }: { readonly view: LiveView }) {
  const [shown, setShown] = useState(ROWS)
  const planned = goods.filter(({ role }) => role === 'main')
  useEndOfPage(() => {
    if (shown < planned.length) setShown(shown + ROWS)
  })
  if (planned.length === 0) return <View className={styles.note}>{roomText.none}</View>
  return (
    <View>
      <View className={styles.note}>{roomText.programmeHint}</View>
      {planned.slice(0, shown).map((one, place) => (
        <Row key={one.dealId} goods={one} at={plannedAt(session, place)} />
      ))}
    </View>
  )
}

function Row({ goods, at }: { readonly goods: LiveGoods; readonly at: Instant }) {
  const { product, priceFen } = goods
  const { _id: productId, categoryId, picture, skuPriceFen } = product
  return (
    <View
      id={`product-${productId}`}
      className={styles.row}
      ariaRole="link"
      onClick={() => {
        open('product', { productId })
      }}
    >
      <Picture file={picture} tint={categoryId} size="small" />
      <View className={styles.words}>
        <View className={styles.name}>{goodsName(goods)}</View>
        <View className={styles.prices}>
          <Price fen={priceFen} />
          {skuPriceFen > priceFen && <Price fen={skuPriceFen} size="note" struck />}
        </View>
      </View>
      <View className={styles.at}>{roomText.about(at)}</View>
    </View>
  )
}
