import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { OrderCard } from '@domain/orders/contract'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { confirm, toast } from '@/platform/notice'
import { useStores, type Stores } from '@/stores/root'
import { explain } from '@/text/failures'
import { orderListText, ordersText, receiveQuestion } from '@/text/orders'
import { buyAgain } from '../buyAgain'
import styles from './CardAction.module.scss'

/** Something that can be done about an order right in the list. */
interface Action {
  readonly name: 'pay' | 'receive' | 'code' | 'again'
  readonly text: string
  readonly act: (card: OrderCard, stores: Stores) => Promise<void> | void
}

const pay: Action = {
  name: 'pay',
  text: orderListText.pay,
  act: async ({ orderId }, { orders }) => {
    await orders.pay(orderId)
    // The order says what came of it.
    open('order', { orderId })
  },
}

const receive: Action = {
  name: 'receive',
  text: orderListText.receive,
  act: async ({ orderId }, { orders }) => {
    if (!(await confirm(receiveQuestion))) return
    const refusal = await orders.ask('receive', orderId)
    toast(refusal ? explain(refusal) : ordersText.received)
  },
}

const code: Action = {
  name: 'code',
  text: orderListText.code,
  act: ({ orderId }) => {
    open('order', { orderId })
  },
}

const again: Action = {
  name: 'again',
  text: orderListText.again,
  act: ({ lines }, { cart }) => buyAgain(cart, lines),
}

/** What the shopper most likely wants next; nothing while only waiting helps. */
function actionOf({ status, delivery, payBefore }: OrderCard): Action | undefined {
  switch (status) {
    case 'unpaid':
      return now() < payBefore ? pay : undefined
    case 'paid':
      return delivery === 'pick-up' ? code : undefined
    case 'shipped':
      return receive
    case 'waiting':
      return undefined
    default:
      return again
  }
}

/** The one thing to do about an order in the list. It alone is drawn anew while it is under way. */
export const CardAction = observer(function CardAction({ card }: { readonly card: OrderCard }) {
  const stores = useStores()
  const action = actionOf(card)
  if (!action) return null
  const busy = stores.orders.busyWith === card.orderId
  const isMain = action.name === 'pay' || action.name === 'receive'
  return (
    <View
      id={`${action.name}-${card.orderId}`}
      className={styles.action}
      ariaRole="button"
      onClick={() => {
        if (!busy) void action.act(card, stores)
      }}
    >
      <View className={classes(styles.pill, isMain && styles.main, busy && styles.busy)}>
        {action.text}
      </View>
    </View>
  )
})
