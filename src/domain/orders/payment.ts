import { assert } from '../assert'
import { hasFailed, type Failure } from '../failure'
import { NOTHING } from '../money'
import type { Instant } from '../time'
import { returning } from './ending'
import { withFollowing } from './following'
import { moveOrder, withTodo, type Order, type Payment } from './order'

/** What a confirmed payment does to its order. */
export type PaymentDecision =
  { readonly order: Order } | { readonly ignored: 'recorded before' } | Failure<'order_cannot'>

/** Whether an order waits for its group after payment. */
export const waitsForGroup = ({ deal }: Pick<Order, 'deal'>): boolean =>
  deal?.kind === 'ladder' || deal?.kind === 'team'

/**
 * Decides about a payment that the gateway confirmed. WeChat reports until we answer, so a repeat
 * is ignored. A payment of an ended order goes back in full, and so does one for a newcomers' seat
 * by somebody who is a newcomer no more; the order says so.
 */
export function receivePayment(
  order: Order,
  payment: Payment,
  { now, isCustomer }: { readonly now: Instant; readonly isCustomer: boolean },
): PaymentDecision {
  if (order.payment) return { ignored: 'recorded before' }
  assert(payment.paidFen === order.receipt.payableFen, 'the gateway charged what the order asked')
  const moved = moveOrder(order, waitsForGroup(order) ? 'join' : 'pay', now)
  if (hasFailed(moved)) return moved
  const paid: Order = { ...moved, payment }
  if (paid.status === 'refunding') return { order: returning(paid, 'late', [], now) }
  if (isCustomer && needsNewcomer(order)) return refusedNewcomer(paid, now)
  const joining = withTodo(paid, waitsForGroup(paid) ? [{ task: 'join' }] : [], now)
  return { order: withFollowing(joining, 'payment', now) }
}

/** 老带新: whether only a newcomer may pay this order. */
export function needsNewcomer({ deal }: Pick<Order, 'deal'>): boolean {
  return deal?.kind === 'team' && deal.newcomersOnly
}

function refusedNewcomer(paid: Order, now: Instant): PaymentDecision {
  const moved = moveOrder(paid, 'refund', now)
  if (hasFailed(moved)) return moved
  return { order: returning(moved, 'not-newcomer', [{ task: 'release' }], now) }
}

/**
 * An order that coupons and points paid for whole: nobody goes to the cashier, it is paid as it is
 * placed.
 */
export function payNothing(order: Order, now: Instant): Order {
  if (order.receipt.payableFen > 0) return order
  const payment = { transactionId: '', paidFen: NOTHING, paidAt: now }
  const decision = receivePayment(order, payment, { now, isCustomer: false })
  return 'order' in decision ? decision.order : order
}
