import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import type { OutputOf } from '@domain/api'
import { Card } from '@/components/Card'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { ordersText } from '@/text/orders'
import { LineHead } from '../receipt/LineHead'
import { ReceiptStory } from '@/components/ReceiptStory'
import { AfterSales } from './AfterSales'
import { Benefits } from './Benefits'
import { DealState } from './DealState'
import { isAwaiting, isRunning } from './doable'
import { Facts } from './Facts'
import { Money } from './Money'
import { OrderBar } from './OrderBar'
import { PickUpCode } from './PickUpCode'
import { PickUpStore } from './PickUpStore'
import { Shipping } from './Shipping'
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
  const loaded = orders.seen.of(orderId)
  const seen = loaded.value
  const load = () => orders.seen.load(orderId)

  useEffect(() => {
    if (visible) void orders.seen.load(orderId)
  }, [visible, orderId, orders])
  usePoll(
    seen && isAwaiting(seen.order, now()) ? () => orders.seen.refresh(orderId) : undefined,
    PACE,
  )
  usePullToRefresh(load)

  if (!seen) return <Missing loaded={loaded} shape="order" onRetry={() => void load()} />
  const { order, team } = seen
  const onTimeOver = () => {
    lookAtTheClock()
    void orders.seen.refresh(orderId)
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <StatusHead
        order={order}
        team={team}
        paying={orders.paying(orderId)}
        onTimeOver={onTimeOver}
      />
      <HandingOut {...seen} />
      <View>{order.afterSales.length > 0 && <AfterSales order={order} />}</View>
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
      <Benefits order={order} />
      <View>
        {order.deal && <DealState deal={order.deal} team={team} joined={order.payment !== null} />}
      </View>
      <Timeline order={order} />
      <Facts order={order} />
      <View>
        <OrderBar order={order} />
      </View>
    </View>
  )
})

/** Where the goods are handed out, and the code for it as soon as they are there. */
function HandingOut({ order, store }: OutputOf<'orders.see'>) {
  const { delivery, status } = order
  if (delivery.kind === 'courier') return <Shipping delivery={delivery} />
  return (
    <View>
      <View>{status === 'paid' && <PickUpCode delivery={delivery} />}</View>
      <PickUpStore delivery={delivery} store={store} />
    </View>
  )
}
