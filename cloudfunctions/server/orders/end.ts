import { fail, hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { endUnpaid, giveBack } from '@domain/orders/ending'
import type { Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { Weather } from '../kit/weather'
import { wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { confirmPayment } from '../payment/confirm'
import { closePayment } from '../payment/gateway'
import { changeOrder } from './change'
import { startTodo } from './todo'
import { ownOrder, viewOf } from './view'

interface Ending {
  readonly requestId: string
  readonly orderId: OrderId
}

/**
 * Makes sure that nobody can pay an unpaid order any more. When the gateway says that it is paid,
 * the payment is recorded instead. Ask before believing: `undefined` means it may end now.
 */
async function shutPayment(orderId: OrderId, now: Instant): Promise<Order | undefined> {
  if (await closePayment(orderId)) return undefined
  const { state, order } = await confirmPayment(orderId, now)
  // Never opened, or closed before: nobody can pay.
  if (state === 'unknown' || state === 'closed') return undefined
  if (!order) throw new Weather(`the gateway did not close an order that is ${state}`)
  return order
}

/** Ends an unpaid order, unless it turns out to be paid. The same for cancelling and expiring. */
export async function endOrder(
  orderId: OrderId,
  end: (order: Order) => Order | Failure<'order_cannot' | 'request_reused'>,
  now: Instant,
) {
  const paid = await shutPayment(orderId, now)
  if (paid) return fail('order_cannot', { event: 'cancel', status: paid.status })
  const ended = await changeOrder(orderId, end)
  return hasFailed(ended) ? ended : startTodo(ended, { now })
}

/** Cancels the member's unpaid order. */
export async function cancelOrder(ending: Ending, caller: Caller) {
  const asked = await known(ending, caller, 'orders.cancel')
  if (hasFailed(asked) || 'answered' in asked) return answer(asked)
  if (asked.order.status !== 'unpaid') {
    return fail('order_cannot', { event: 'cancel', status: asked.order.status })
  }
  const { now } = caller
  const ended = await endOrder(
    ending.orderId,
    (order) => granted(order, ending, asked.wish, () => endUnpaid(order, 'cancel', now)),
    now,
  )
  return hasFailed(ended) ? ended : { order: viewOf(ended) }
}

/** Gives a paid order's money back, as long as the shop allows it. */
export async function refundOrder(ending: Ending, caller: Caller) {
  const asked = await known(ending, caller, 'orders.refund')
  if (hasFailed(asked) || 'answered' in asked) return answer(asked)
  const changed = await changeOrder(ending.orderId, (order) =>
    granted(order, ending, asked.wish, () => giveBack(order, caller.now)),
  )
  return hasFailed(changed)
    ? changed
    : { order: viewOf(await startTodo(changed, { now: caller.now })) }
}

type Asked = { readonly answered: Order } | { readonly order: Order; readonly wish: string }

/** Reads the member's own order, and knows a wish that was granted before. */
async function known(
  { requestId, orderId }: Ending,
  { memberId }: Caller,
  action: string,
): Promise<Asked | Failure<'order_unknown' | 'request_reused'>> {
  const order = await ownOrder(orderId, memberId)
  if (hasFailed(order)) return order
  const wish = wishOf(action, { orderId })
  const before = order.requests[requestId]
  if (before === undefined) return { order, wish }
  return before === wish ? { answered: order } : fail('request_reused')
}

function answer<Code extends FailureCode>(asked: { answered: Order } | Failure<Code>) {
  return hasFailed(asked) ? asked : { order: viewOf(asked.answered) }
}

/** Grants a wish once and notes it; a twin that came at the same time finds it granted. */
function granted<Code extends FailureCode>(
  order: Order,
  { requestId }: Ending,
  wish: string,
  decide: () => Order | Failure<Code>,
): Order | Failure<Code> {
  if (order.requests[requestId] === wish) return order
  const ended = decide()
  if (hasFailed(ended)) return ended
  return { ...ended, requests: { ...ended.requests, [requestId]: wish } }
}
