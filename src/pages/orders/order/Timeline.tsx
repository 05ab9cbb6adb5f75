import { View } from '@tarojs/components'
import type { OrderView } from '@domain/orders/contract'
import type { Instant } from '@domain/time'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { money } from '@/text/money'
import { momentText, ordersText } from '@/text/orders'
import { refundReasonText } from '@/text/refunds'
import { when } from '@/text/when'
import styles from './Timeline.module.scss'

interface Point {
  readonly at: Instant
  readonly words: string
}

/** What happened to the order and to its money, newest first. */
function pointsOf({ story, refunds }: OrderView): readonly Point[] {
  const whole = refunds.find((refund) => refund.reason !== 'difference')
  // That all money is back is told by its arrival; that it goes back, by the reason.
  const moments = story
    .filter(({ event }) => event !== 'repay' || !whole?.succeededAt)
    .map(({ event, at }) => {
      const isRefund = event === 'refund' && whole !== undefined
      return { at, words: isRefund ? refundReasonText[whole.reason] : momentText[event] }
    })
  const arrivals = refunds.flatMap(({ reason, amountFen, succeededAt }) => {
    const words = ordersText.arrived(refundReasonText[reason], money(amountFen))
    return succeededAt === null ? [] : [{ at: succeededAt, words }]
  })
  return [...moments, ...arrivals].sort((one, other) => one.at - other.at).reverse()
}

/** The order's story with its dates. */
export function Timeline({ order }: { readonly order: OrderView }) {
  return (
    <Card title={ordersText.timeline}>
      {pointsOf(order).map(({ at, words }, index) => (
        <View key={`${words} ${at}`} className={`${styles.point} ${index ? '' : styles.newest}`}>
          <View className={styles.dot} />
          <View className={styles.words}>{words}</View>
          <View className={styles.at}>{when(at, now())}</View>
        </View>
      ))}
    </Card>
  )
}
