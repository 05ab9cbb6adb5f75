import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { Card } from '@/components/Card'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { now } from '@/platform/clock'
import { usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { ordersText } from '@/text/orders'
import { LineHead } from '../receipt/LineHead'
import { ReceiptStory } from '../receipt/ReceiptStory'
import { isAwaiting, isRunning } from './awaiting'
import { DealState } from './DealState'
import { Facts } from './Facts'
import { Money } from './Money'
import { OrderBar } from './OrderBar'
import { PickUpStore } from './PickUpStore'
import { StatusHead } from './StatusHead'
import { Timeline } from './Timeline'
import styles from './index.module.scss'

/** Gently: what is awaited here takes seconds at the best and minutes as a rule. */
const PACE = { fromSeconds: 4, toSeconds: 30 }

/** One order: how it stands, its money in and back, its story, and where to pick it up. */
export default observer(function OrderPage() {
  const { orderId = '' } = usePageValues()
  const { orders } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = orders.order(orderId)
  const seen = loaded.value
  const load = () => orders.loadOrder(orderId)

  useEffect(() => {
    if (visible) void orders.loadOrder(orderId)
  }, [visible, orderId, orders])
  usePoll(
    seen && isAwaiting(seen.order, now()) ? () => orders.refreshOrder(orderId) : undefined,
    PACE,
  )
  usePullToRefresh(load)

  if (!seen) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="order" />
    )
  }
  const { order, store } = seen
  const onTimeOver = () => {
    lookAtTheClock()
    void orders.refreshOrder(orderId)
  }
  return (
    <View className={styles.page}>
      {/* What comes and goes has a place of its own, or the whole page would be sent again. */}
      <View>
        {loaded.state === 'failed' && (
          <Stale failure={loaded.failure} onRetry={() => void load()} />
        )}
      </View>
      <StatusHead order={order} paying={orders.paying(orderId)} onTimeOver={onTimeOver} />
      <View>{order.payment && <Money order={order} payment={order.payment} />}</View>
      <Card>
        {order.receipt.lines.map((line) => (
          <LineHead key={line.sku.id} line={line} aside={`×${line.quantity}`} />
        ))}
        <View className={styles.receipt}>
          <ReceiptStory
            receipt={order.receipt}
            total={order.payment ? ordersText.paid : ordersText.payable}
            open={isRunning(order, now())}
          />
        </View>
      </Card>
      {order.deal && <DealState deal={order.deal} joined={order.payment !== null} />}
      <PickUpStore delivery={order.delivery} store={store} />
      <Timeline order={order} />
      <Facts order={order} />
      <View>
        <OrderBar order={order} busy={orders.busyWith === orderId} />
      </View>
    </View>
  )
})
