import { View } from '@tarojs/components'
import type { OrderView } from '@domain/orders/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { now } from '@/platform/clock'
import { confirm, toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { money } from '@/text/money'
import { explain } from '@/text/failures'
import { cancelQuestion, ordersText, refundQuestion, refundUntil } from '@/text/orders'
import { isRefundable } from './awaiting'
import styles from './OrderBar.module.scss'

/** What can be done about the order now. */
export interface OrderBarProps {
  readonly order: OrderView
  readonly busy: boolean
}

/** Paying or giving up while it is unpaid; asking the money back while that is possible. */
export function OrderBar({ order, busy }: OrderBarProps) {
  if (order.status === 'unpaid' && now() < order.payBefore) {
    return <Unpaid order={order} busy={busy} />
  }
  if (isRefundable(order, now())) return <Refundable order={order} busy={busy} />
  return null
}

function Unpaid({ order, busy }: OrderBarProps) {
  const { orders } = useStores()
  const cancel = async () => {
    if (!(await confirm(cancelQuestion))) return
    const refusal = await orders.ask('cancel', order._id)
    toast(refusal ? explain(refusal) : ordersText.cancelled)
  }
  return (
    <BottomBar>
      <View className={styles.side}>
        <Button kind="quiet" id="cancel" disabled={busy} onTap={() => void cancel()}>
          {ordersText.cancel}
        </Button>
      </View>
      <View className={styles.main}>
        <Button id="pay" busy={busy} onTap={() => void orders.pay(order._id)}>
          {ordersText.payNow(money(order.receipt.payableFen))}
        </Button>
      </View>
    </BottomBar>
  )
}

function Refundable({ order, busy }: OrderBarProps) {
  const { orders } = useStores()
  const refund = async () => {
    if (!(await confirm(refundQuestion(order, now())))) return
    const refusal = await orders.ask('refund', order._id)
    toast(refusal ? explain(refusal) : ordersText.refundAsked)
  }
  return (
    <BottomBar>
      <View className={styles.until}>{refundUntil(order, now())}</View>
      <View className={styles.refund}>
        <Button kind="plain" id="refund" busy={busy} onTap={() => void refund()}>
          {ordersText.refund}
        </Button>
      </View>
    </BottomBar>
  )
}
