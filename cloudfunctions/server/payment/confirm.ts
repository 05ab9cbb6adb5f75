import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { needsNewcomer, receivePayment } from '@domain/orders/payment'
import type { Order, Payment } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { orders } from '../kit/collections'
import { log } from '../kit/log'
import { untilThrough } from '../kit/weather'
import { customerOf, isCustomer } from '../members/newcomer'
import { startTodo } from '../orders/todo'
import { writeOrder } from '../orders/change'
import { queryPayment, type PaymentState } from './gateway'

/** An order with all that its member has in the same deal, itself among them, in one SDK call. */
async function readWithSiblings(
  orderId: OrderId,
): Promise<readonly [Order, readonly Order[]] | undefined> {
  const { list } = (await orders
    .aggregate()
    .match({ _id: orderId })
    .lookup({ from: 'orders', localField: 'joinKey', foreignField: 'joinKey', as: 'siblings' })
    .end()) as unknown as { list: readonly (Order & { siblings: readonly Order[] })[] }
  const [found] = list
  if (!found) return undefined
  const { siblings, ...order } = found
  return [order, siblings]
}

/**
 * Records a payment that the gateway confirmed and does what follows. Whoever heard of it — the
 * notice, the phone, or the expiry — comes through here; a repeat changes nothing.
 */
export function recordPayment(
  orderId: OrderId,
  payment: Payment,
  now: Instant,
): Promise<Order | Failure<'order_unknown' | 'order_cannot'>> {
  return untilThrough(async () => {
    const read = await readWithSiblings(orderId)
    if (!read) return fail('order_unknown')
    const [order, siblings] = read
    const isKnown = needsNewcomer(order) && (await isCustomer(customerOf(order)))
    const decision = receivePayment(order, payment, { now, isCustomer: isKnown })
    if ('ignored' in decision) return order
    if (hasFailed(decision)) return decision
    const written = await writeOrder(order, decision.order)
    return written === 'lost' ? 'lost' : startTodo(written, { now, siblings })
  })
}

/** Asks the gateway about an order and records the payment if there is one. */
export async function confirmPayment(
  orderId: OrderId,
  now: Instant,
): Promise<{ readonly state: PaymentState['state']; readonly order?: Order }> {
  const answer = await queryPayment(orderId)
  if (answer.state !== 'paid') return { state: answer.state }
  const order = await recordPayment(orderId, answer.payment, now)
  if (!hasFailed(order)) return { state: 'paid', order }
  log('payment_unmatched', { orderId, code: order.code, paidFen: answer.payment.paidFen })
  return { state: 'paid' }
}
