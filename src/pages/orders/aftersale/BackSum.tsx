import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { freightOf } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import { pointsOf } from '@domain/points/dues'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import { money } from '@/text/money'
import styles from './BackSum.module.scss'

/** What comes back for the chosen pieces, to the fen, and what is not in it. */
export function BackSum({ order }: { readonly order: OrderView }) {
  const freightFen = freightOf(order)
  const hasPoints = pointsOf(order) > 0
  const isUnsent = order.status === 'paid'
  return (
    <Card>
      <View className={styles.sum} id="back">
        <View className={styles.label}>{afterSaleText.back}</View>
        <Sum order={order} />
      </View>
      {hasPoints && <Points order={order} />}
      <View className={styles.note}>{afterSaleText.backNote}</View>
      {order.couponId !== null && (
        <View className={styles.note} id="back-coupon">
          {afterSaleText.couponNote}
        </View>
      )}
      {freightFen > 0 && (
        <View className={styles.note}>
          {isUnsent
            ? afterSaleText.freightNote(money(freightFen))
            : afterSaleText.freightStays(money(freightFen))}
        </View>
      )}
      {isUnsent && <View className={styles.note}>{afterSaleText.wholeNote}</View>}
    </Card>
  )
}

/** The sum alone moves with the counts. */
const Sum = observer(function Sum({ order }: { readonly order: OrderView }) {
  const { afterSale } = useStores()
  return <Price fen={afterSale.backFen(order)} size="hero" />
})

/** The points that come back beside the money. */
const Points = observer(function Points({ order }: { readonly order: OrderView }) {
  const { afterSale } = useStores()
  return (
    <View className={styles.points} id="back-points">
      {afterSaleText.backPoints(afterSale.backPoints(order))}
    </View>
  )
})
