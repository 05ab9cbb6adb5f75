import { View } from '@tarojs/components'
import { hasFailed } from '@domain/failure'
import type { OrderView } from '@domain/orders/contract'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import type { Paying } from '@/stores/OrdersStore'
import { explain } from '@/text/failures'
import { ordersText, statusHint, statusTitle, statusTone } from '@/text/orders'
import styles from './StatusHead.module.scss'

/** How the order stands, in words. */
export interface StatusHeadProps {
  readonly order: OrderView
  /** How the cashier was left the last time, if it was opened. */
  readonly paying: Paying | undefined
  readonly onTimeOver: () => void
}

/** The state in a few big words, what comes next, and the time to pay while there is one. */
export function StatusHead({ order, paying, onTimeOver }: StatusHeadProps) {
  const isPayable = order.status === 'unpaid' && now() < order.payBefore
  return (
    <View className={`${styles.head} ${styles[statusTone[order.status]]}`} id="status">
      <View className={styles.line}>
        <View className={styles.title} id={`status-${order.status}`}>
          {statusTitle(order, now())}
        </View>
        {isPayable && (
          <View className={styles.clock}>
            <Countdown
              until={order.payBefore}
              now={now}
              onEnd={onTimeOver}
              format={ordersText.leftToPay}
            />
          </View>
        )}
      </View>
      <View className={styles.hint}>{statusHint(order, now())}</View>
      {isPayable && paying !== undefined && (
        <View className={styles.paying} id="paying">
          {hasFailed(paying) ? explain(paying) : ordersText.left[paying]}
        </View>
      )}
    </View>
  )
}
