import { withoutRequests } from '../aftersale/afterSale'
import { fail, hasFailed, type Failure } from '../failure'
import { settleJoin } from '../groupbuy/settlement'
import type { Fen } from '../money'
import type { Instant } from '../time'
import { withFollowing } from './following'
import { keptFen, moveOrder, repayIfAllBack, withTodo, type Order, type Task } from './order'
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

/**
 * Gives everything back because the shopper asked, without asking staff: as long as the group is
 * undecided, or the goods are not handed out. A ladder's people are counted from its end on.
 */
export function giveBack(
  order: Order,
  now: Instant,
): Order | Failure<'order_cannot' | 'deal_over'> {
  if (order.status !== 'waiting' && order.status !== 'paid') {
    return fail('order_cannot', { event: 'refund', status: order.status })
  }
  const { deal } = order
  if (deal?.kind === 'ladder' && now >= deal.endsAt && !deal.settled) return fail('deal_over')
  const moved = moveOrder(order, 'refund', now)
  if (hasFailed(moved)) return moved
  return returning(moved, 'asked', [{ task: 'release' }], now)
}

/** Brings a paid order of a closed ladder down to the final price; null gives everything back. */
export function settleOrder(
  order: Order,
  finalPriceFen: Fen | null,
  now: Instant,
): Order | Failure<'order_cannot'> {
  const { deal } = order
  if (deal?.kind !== 'ladder' || deal.settled || order.status !== 'waiting') {
    return fail('order_cannot', { event: 'settle', status: order.status })
  }
  const quantity = piecesOf(order.receipt.lines)
  const join = { orderId: order._id, alias: deal.alias, quantity, unitFen: deal.unitFen }
  const row = settleJoin(join, finalPriceFen, (id) => refundNo(id, 'difference'))
  const settled = { ...deal, settled: { dueFen: row.dueFen, finalPriceFen } }
  if (finalPriceFen === null) return failGroup({ ...order, deal: settled }, now)
  const moved = moveOrder(order, 'settle', now)
  if (hasFailed(moved)) return moved
  const down = withFollowing({ ...moved, deal: settled }, 'settlement', now)
  if (row.refundFen === 0) return down
  const no = refundNo(order._id, 'difference')
  return withRefund(down, requestRefund(no, 'difference', row.refundFen, now), now)
}

/** The group did not come about: everything goes back. */
export function failGroup(order: Order, now: Instant): Order | Failure<'order_cannot'> {
  const moved = moveOrder(order, 'refund', now)
  if (hasFailed(moved)) return moved
  return returning(moved, 'unformed', [{ task: 'release' }], now)
}

/** Gives back all that was paid and is not on its way back yet; nothing paid needs no refund. */
export function returning(
  order: Order,
  reason: Exclude<RefundReason, 'difference' | 'after-sale'>,
  tasks: readonly Task[],
  now: Instant,
): Order {
  const left = withoutRequests(order, now)
  const amountFen = keptFen(left)
  const aligning = withFollowing(withTodo(left, tasks, now), 'refund', now)
  if (amountFen === 0) return repayIfAllBack(aligning, now)
  const no = refundNo(left._id, reason)
  return withRefund(aligning, requestRefund(no, reason, amountFen, now), now)
}

function withRefund(order: Order, refund: Refund, now: Instant): Order {
  const repaying = { ...order, refunds: [...order.refunds, refund] }
  return withTodo(repaying, [{ task: 'refund', refundNo: refund.no }], now)
}
