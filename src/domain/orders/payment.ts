import { assert } from '../assert'
import { hasFailed, type Failure } from '../failure'
import type { Instant } from '../time'
import { moveOrder, withTodo, type Order, type Payment } from './order'
import { returning } from './ending'

/** What a confirmed payment does to its order. */
export type PaymentDecision =
  { readonly order: Order } | { readonly ignored: 'recorded before' } | Failure<'order_cannot'>

/**
 * Decides about a payment that the gateway confirmed. WeChat reports until we answer, so a repeat
 * is ignored. A payment of an ended order goes back in full, and the order says so.
 */
export function receivePayment(order: Order, payment: Payment, now: Instant): PaymentDecision {
  if (order.payment) return { ignored: 'recorded before' }
  assert(payment.paidFen === order.receipt.payableFen, 'the gateway charged what the order asked')
  const moved = moveOrder(order, 'pay', now)
  if (hasFailed(moved)) return moved
  const paid: Order = { ...moved, payment }
  if (paid.status === 'refunding') return { order: returning(paid, 'late', [], now) }
  return { order: withTodo(paid, paid.deal ? [{ task: 'join' }] : [], now) }
}
