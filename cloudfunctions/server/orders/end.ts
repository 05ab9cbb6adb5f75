import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { endUnpaid, giveBack } from '@domain/orders/ending'
import { receiveOrder } from '@domain/orders/handout'
import type { Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { Weather } from '../kit/weather'
import type { Caller } from '../kit/serve'
import { confirmPayment } from '../payment/confirm'
import { closePayment } from '../payment/gateway'
import { changeOrder } from './change'
import { grant, granted, readWish } from './grant'
import { startTodo } from './todo'
import { viewOf } from './view'

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
export async function cancelOrder(ending: Ending, { memberId, now }: Caller) {
  const { orderId, requestId } = ending
  const asked = await readWish(wishFor('orders.cancel', ending), { memberId })
  if (hasFailed(asked)) return asked
  if ('answered' in asked) return { order: viewOf(asked.answered) }
  const { order, wish } = asked
  if (order.status !== 'unpaid') {
    return fail('order_cannot', { event: 'cancel', status: order.status })
  }
  const cancel = (current: Order) =>
    granted(current, { requestId, wish }, () => endUnpaid(current, 'cancel', now))
  const ended = await endOrder(orderId, cancel, now)
  return hasFailed(ended) ? ended : { order: viewOf(ended) }
}

/** Gives a paid order's money back, as long as the shop allows it. */
export async function refundOrder(ending: Ending, { memberId, now }: Caller) {
  const asking = { ...wishFor('orders.refund', ending), now }
  const refunded = await grant(asking, { memberId }, (order) => giveBack(order, now))
  return hasFailed(refunded) ? refunded : { order: viewOf(refunded) }
}

/** The member has the parcel. */
export async function receiveParcel(ending: Ending, { memberId, now }: Caller) {
  const asking = { ...wishFor('orders.receive', ending), now }
  const received = await grant(asking, { memberId }, (order) => receiveOrder(order, now))
  return hasFailed(received) ? received : { order: viewOf(received) }
}

const wishFor = (action: string, { requestId, orderId }: Ending) => ({
  requestId,
  orderId,
  action,
  input: { orderId },
})
