import { View } from '@tarojs/components'
import { hasFailed } from '@domain/failure'
import type { OrderView } from '@domain/orders/contract'
import type { TeamCard } from '@domain/teams/contract'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import type { Paying } from '@/stores/OrdersStore'
import { explain } from '@/text/failures'
import { ordersText } from '@/text/orders'
import { statusHint, statusTitle, statusTone } from '@/text/orderStatus'
import styles from './StatusHead.module.scss'

/** How the order stands, in words. */
export interface StatusHeadProps {
  readonly order: OrderView
  readonly team: TeamCard | null
  /** How the cashier was left the last time, if it was opened. */
  readonly paying: Paying | undefined
  readonly onTimeOver: () => void
}

/** The state in a few big words, what comes next, and the time that runs while one does. */
export function StatusHead({ order, team, paying, onTimeOver }: StatusHeadProps) {
  const isPayable = order.status === 'unpaid' && now() < order.payBefore
  const hint = statusHint(order, team, now())
  return (
    <View className={`${styles.head} ${styles[statusTone[order.status]]}`} id="status">
      <View className={styles.line}>
        <View className={styles.title} id={`status-${order.status}`}>
          {statusTitle(order, team, now())}
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
      <View className={styles.hint}>{hint}</View>
      {order.status === 'shipped' && order.movesAt !== null && (
        <View className={styles.hint} id="auto-receive">
          <Countdown
            until={order.movesAt}
            now={now}
            onEnd={onTimeOver}
            format={ordersText.autoReceive}
          />
        </View>
      )}
      {isPayable && paying !== undefined && (
        <View className={styles.paying} id="paying">
          {hasFailed(paying) ? explain(paying) : ordersText.left[paying]}
        </View>
      )}
    </View>
  )
}
