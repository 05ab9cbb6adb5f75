import { hasFailed, type Failure } from '../failure'
import { cut, type Hold } from '../holds/hold'
import { add, NOTHING } from '../money'
import { moveOrder, repayIfAllBack, withTodo, type Order, type Task } from '../orders/order'
import { withFollowing } from '../orders/following'
import { refundNo, requestRefund } from '../orders/refund'
import type { Instant } from '../time'
import { freightOf, movable, nothingLeft, withAfterSale, type AfterSale } from './afterSale'

/** Why an answer to a request is refused. */
export type AnswerRefusal = Failure<'after_sale_unknown' | 'after_sale_cannot' | 'order_cannot'>

/** What staff answers, or that the shopper thought better of it. */
export interface Answer {
  readonly no: number
  readonly words: string
}

/** Refuses a request; the shopper reads why, and may ask anew. */
export function refuseAfterSale(
  order: Order,
  { no, words }: Answer,
  now: Instant,
): Order | AnswerRefusal {
  const asked = movable(order, no, 'refuse')
  if (hasFailed(asked)) return asked
  return withAfterSale(order, { ...asked, status: 'refused', answeredAt: now, answer: words })
}

/** Takes a request back. */
export function withdrawAfterSale(order: Order, no: number, now: Instant): Order | AnswerRefusal {
  const asked = movable(order, no, 'withdraw')
  if (hasFailed(asked)) return asked
  return withAfterSale(order, { ...asked, status: 'withdrawn', answeredAt: now })
}

/**
 * Grants a request: its money goes back under a number of its own. Of an order that was not handed
 * out yet the pieces go back to the shelf, and with the last of them the freight goes back too.
 */
export function approveAfterSale(
  order: Order,
  { no, words }: Answer,
  now: Instant,
): Order | AnswerRefusal {
  const asked = movable(order, no, 'approve')
  if (hasFailed(asked)) return asked
  const granted: AfterSale = { ...asked, status: 'approved', answeredAt: now, answer: words }
  const isAll = nothingLeft(withAfterSale(order, granted))
  const isUnsent = order.status === 'paid'
  const freightFen = isAll && isUnsent ? freightOf(order) : NOTHING
  const after = withAfterSale(order, { ...granted, freightFen })
  const moved = isAll ? moveOrder(after, 'refund', now) : after
  if (hasFailed(moved)) return moved
  const { order: stocked, tasks } = isUnsent
    ? restocking(moved, granted)
    : { order: moved, tasks: [] }
  return repaying(stocked, granted, { amountFen: add(granted.goodsFen, freightFen), tasks, now })
}

interface Repaying {
  readonly amountFen: AfterSale['goodsFen']
  readonly tasks: readonly Task[]
  readonly now: Instant
}

function repaying(order: Order, { no }: AfterSale, { amountFen, tasks, now }: Repaying): Order {
  const reckon: readonly Task[] = order.story.some(({ event }) => isReceipt(event))
    ? [{ task: 'reckon' }]
    : []
  const aligning = withFollowing(withTodo(order, [...tasks, ...reckon], now), 'refund', now)
  if (amountFen === 0) return repayIfAllBack(aligning, now)
  const refund = requestRefund(refundNo(order._id, 'after-sale', no), 'after-sale', amountFen, now)
  const repaid = { ...aligning, refunds: [...order.refunds, refund] }
  return withTodo(repaid, [{ task: 'refund', refundNo: refund.no }], now)
}

const isReceipt = (event: string): boolean => event === 'receive' || event === 'verify'

/** Cuts the granted pieces out of what the order holds, and leaves a task to bring them back. */
function restocking(order: Order, granted: AfterSale): { order: Order; tasks: readonly Task[] } {
  let holds: readonly Hold[] = order.holds
  const back: Hold[] = []
  for (const { line, quantity } of granted.pieces) {
    const priced = order.receipt.lines[line]
    if (!priced) continue
    const stock = cut(
      holds,
      (hold) => hold.in === 'pools' && hold.skuId === priced.sku.id,
      quantity,
    )
    const quota = cut(stock.rest, (hold) => priced.deal !== null && hold.in === 'quotas', quantity)
    back.push(...stock.taken, ...quota.taken)
    holds = quota.rest
  }
  const mark = refundNo(order._id, 'after-sale', granted.no)
  const tasks: readonly Task[] = back.length > 0 ? [{ task: 'restock', mark, holds: back }] : []
  return { order: { ...order, holds }, tasks }
}
