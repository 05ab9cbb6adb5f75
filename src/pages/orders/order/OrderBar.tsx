import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { OrderView } from '@domain/orders/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { confirm, toast, type Question } from '@/platform/notice'
import type { OrderWish } from '@/stores/OrdersStore'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import { explain } from '@/text/failures'
import { money } from '@/text/money'
import {
  cancelQuestion,
  ordersText,
  receiveQuestion,
  refundQuestion,
  refundUntil,
} from '@/text/orders'
import { buyAgain } from '../buyAgain'
import { hasParts, isAskable, isRefundable } from './doable'
import styles from './OrderBar.module.scss'

/** What can be done about the order now. */
export interface OrderBarProps {
  readonly order: OrderView
}

/** Paying or giving up, asking money back, saying that it came, buying again: what fits now. */
export const OrderBar = observer(function OrderBar({ order }: OrderBarProps) {
  const { status } = order
  if (status === 'unpaid') return now() < order.payBefore ? <Unpaid order={order} /> : null
  if (status === 'shipped') return <Shipped order={order} />
  if (isRefundable(order, now())) return <Refundable order={order} />
  return status === 'waiting' ? null : <Ended order={order} />
})

/** Asks whether it is meant, tells the cloud, and says what came of it. */
function useWish({ _id }: OrderView) {
  const { orders } = useStores()
  const busy = orders.busyWith === _id
  const ask = async (wish: OrderWish, question: Question, done: string) => {
    if (!(await confirm(question))) return
    const refusal = await orders.ask(wish, _id)
    toast(refusal ? explain(refusal) : done)
  }
  return { busy, ask }
}

const Unpaid = observer(function Unpaid({ order }: OrderBarProps) {
  const { orders } = useStores()
  const { busy, ask } = useWish(order)
  const cancel = () => ask('cancel', cancelQuestion, ordersText.cancelled)
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
})

const Refundable = observer(function Refundable({ order }: OrderBarProps) {
  const { busy, ask } = useWish(order)
  const refund = () => ask('refund', refundQuestion(order, now()), ordersText.refundAsked)
  return (
    <BottomBar>
      <View className={styles.until}>{refundUntil(order, now())}</View>
      <View>
        {isAskable(order, now()) && hasParts(order) && (
          <AskAfterSale order={order} text={ordersText.refundPart} />
        )}
      </View>
      <View className={styles.refund}>
        <Button kind="plain" id="refund" busy={busy} onTap={() => void refund()}>
          {ordersText.refund}
        </Button>
      </View>
    </BottomBar>
  )
})

const Shipped = observer(function Shipped({ order }: OrderBarProps) {
  const { busy, ask } = useWish(order)
  const receive = () => ask('receive', receiveQuestion, ordersText.received)
  return (
    <BottomBar>
      {isAskable(order, now()) && (
        <View className={styles.side}>
          <AskAfterSale order={order} text={afterSaleText.ask} />
        </View>
      )}
      <View className={styles.main}>
        <Button id="receive" busy={busy} onTap={() => void receive()}>
          {ordersText.receive}
        </Button>
      </View>
    </BottomBar>
  )
})

function Ended({ order }: OrderBarProps) {
  const { cart } = useStores()
  const lines = order.receipt.lines.map(({ product, sku, quantity }) => ({
    productId: product.id,
    skuId: sku.id,
    quantity,
  }))
  return (
    <BottomBar>
      {isAskable(order, now()) && (
        <View className={styles.side}>
          <AskAfterSale order={order} text={afterSaleText.ask} />
        </View>
      )}
      <View className={styles.main}>
        <Button kind="plain" id="again" onTap={() => void buyAgain(cart, lines)}>
          {ordersText.again}
        </Button>
      </View>
    </BottomBar>
  )
}

function AskAfterSale({ order, text }: OrderBarProps & { readonly text: string }) {
  return (
    <Button
      kind="quiet"
      id="ask-after-sale"
      onTap={() => {
        open('aftersale', { orderId: order._id })
      }}
    >
      {text}
    </Button>
  )
}
