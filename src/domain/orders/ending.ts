import { fail, hasFailed, type Failure } from '../failure'
import type { Instant } from '../time'
import { settleJoin } from '../groupbuy/settlement'
import type { Fen } from '../money'
import { keptFen, moveOrder, withTodo, type Order, type Task } from './order'
import { piecesOf } from './receipt'
import { refundNo, requestRefund, type Refund, type RefundReason } from './refund'

/** Ends an unpaid order, by the shopper's wish or because its time to pay is over. */
export function endUnpaid(
  order: Order,
  event: 'cancel' | 'expire',
  now: Instant,
): Order | Failure<'order_cannot'> {
  const moved = moveOrder(order, event, now)
  if (hasFailed(moved)) return moved
  return withTodo(moved, [{ task: 'release' }], now)
}

/** Gives everything back because the shopper asked: before the deal's close, or before pick-up. */
export function giveBack(
  order: Order,
  now: Instant,
): Order | Failure<'order_cannot' | 'deal_over'> {
  const moved = moveOrder(order, 'refund', now)
  if (hasFailed(moved)) return moved
  // From the close on people are counted, and the count must stand.
  if (order.deal && now >= order.deal.endsAt) return fail('deal_over')
  return returning(moved, 'asked', [{ task: 'release' }], now)
}

/** Brings a paid order of a closed ladder down to the final price; null gives everything back. */
export function settleOrder(
  order: Order,
  finalPriceFen: Fen | null,
  now: Instant,
): Order | Failure<'order_cannot'> {
  const { deal } = order
  if (!deal || deal.settled) return fail('order_cannot', { event: 'settle', status: order.status })
  const quantity = piecesOf(order.receipt.lines)
  const join = { orderId: order._id, alias: deal.alias, quantity, unitFen: deal.unitFen }
  const row = settleJoin(join, finalPriceFen, (id) => refundNo(id, 'difference'))
  const settled = { ...deal, settled: { dueFen: row.dueFen, finalPriceFen } }
  if (finalPriceFen === null) {
    const moved = moveOrder(order, 'refund', now)
    if (hasFailed(moved)) return moved
    return returning({ ...moved, deal: settled }, 'unformed', [{ task: 'release' }], now)
  }
  const moved = moveOrder(order, 'settle', now)
  if (hasFailed(moved)) return moved
  const down: Order = { ...moved, deal: settled }
  if (row.refundFen === 0) return down
  return withRefund(down, requestRefund(order._id, 'difference', row.refundFen, now), [], now)
}

/** Gives back all that was paid and is not on its way back yet; nothing paid needs no refund. */
export function returning(
  order: Order,
  reason: Exclude<RefundReason, 'difference'>,
  tasks: readonly Task[],
  now: Instant,
): Order {
  const amountFen = keptFen(order)
  if (amountFen === 0) {
    const repaid = moveOrder(order, 'repay', now)
    return withTodo(hasFailed(repaid) ? order : repaid, tasks, now)
  }
  return withRefund(order, requestRefund(order._id, reason, amountFen, now), tasks, now)
}

function withRefund(order: Order, refund: Refund, tasks: readonly Task[], now: Instant): Order {
  const todo: readonly Task[] = [...tasks, { task: 'refund', refundNo: refund.no }]
  return withTodo({ ...order, refunds: [...order.refunds, refund] }, todo, now)
}
