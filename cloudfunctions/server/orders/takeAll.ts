import { hasFailed, type Failure } from '@domain/failure'
import { HOLD_GRACE, type Hold } from '@domain/holds/hold'
import type { MemberId, OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { piecesOf } from '@domain/orders/receipt'
import { shortage } from '@domain/orders/shortage'
import { pointsOf } from '@domain/points/dues'
import { after, type Instant } from '@domain/time'
import { takeCoupon } from '../coupons/hold'
import { release } from '../holds/release'
import { takeQuota, takeStock, type Taking as StockTaking } from '../holds/take'
import { takePoints } from '../points/hold'
import { takeSeat } from '../teams/seats'
import type { Basket } from './basket'
import type { StockedLine } from './goods'

/** What may keep an order from its holds. */
export type HoldRefusal = Failure<
  | 'team_unknown'
  | 'coupon_unknown'
  | 'coupon_cannot'
  | 'team_joined'
  | 'team_over'
  | 'member_limit'
  | 'points_short'
  | 'team_full'
  | 'stock_short'
>

/** Takes one more kind of hold for an order. */
type Taking = () => Promise<readonly Hold[] | HoldRefusal>

/**
 * Takes every hold of the order, or none: the member's coupon and points, stock, a seat in a team,
 * the member's quota.
 */
export async function takeAll(
  { lines, deal, team, quotaKnown }: Basket,
  order: Order,
  now: Instant,
): Promise<readonly Hold[] | HoldRefusal> {
  const { _id: orderId, memberId } = order
  const until = after(order.payBefore, HOLD_GRACE)
  const takings: Taking[] = [...benefitsOf(order, until, now), ...goodsOf(lines, orderId, until)]
  if (team) takings.push(() => one(takeSeat(team._id, { orderId, memberId, until, now })))
  if (deal) {
    const { _id: dealId, perMember } = deal
    const owner = { dealId, memberId, perMember, known: quotaKnown }
    const quantity = piecesOf(order.receipt.lines)
    takings.push(() => one(takeQuota(owner, { orderId, quantity, until })))
  }
  const taken: Hold[] = []
  for (const take of takings) {
    const holds = await take()
    if (hasFailed(holds)) return letGo(taken, orderId, holds)
    taken.push(...holds)
  }
  return taken
}

/** What the member brings the price down with. */
function benefitsOf(order: Order, until: Instant, now: Instant): Taking[] {
  const { _id: orderId, memberId, couponId } = order
  const points = pointsOf(order)
  const takings: Taking[] = []
  if (couponId !== null) {
    takings.push(() => one(takeCoupon(couponId, { memberId, orderId, until, now })))
  }
  if (points > 0) {
    takings.push(async () => {
      const taken = await takePoints(memberId, { holdId: orderId, points, until })
      return hasFailed(taken) ? taken : [pointsHold(memberId, points)]
    })
  }
  return takings
}

const pointsHold = (memberId: MemberId, points: number): Hold => ({
  in: 'points',
  id: memberId,
  quantity: points,
  skuId: null,
})

const goodsOf = (lines: Basket['lines'], orderId: OrderId, until: Instant): Taking[] =>
  stocksOf(lines).map(
    ({ line, quantity }) =>
      () =>
        takeLine(line, { orderId, quantity, until }),
  )

async function one<Refusal extends HoldRefusal>(
  taken: Promise<Hold | Refusal>,
): Promise<readonly Hold[] | Refusal> {
  const hold = await taken
  return hasFailed(hold) ? hold : [hold]
}

/** One hold a stock, however many lines draw on it. */
function stocksOf(lines: Basket['lines']) {
  const stocks = new Map<string, { line: StockedLine; quantity: number }>()
  for (const line of lines) {
    const { sku, quantity } = line.line
    stocks.set(sku.id, { line, quantity: quantity + (stocks.get(sku.id)?.quantity ?? 0) })
  }
  return [...stocks.values()]
}

/** Takes what lines of one SKU ask for, or says which SKU is short. */
async function takeLine(
  { line, stock }: StockedLine,
  taking: StockTaking,
): Promise<readonly Hold[] | Failure<'stock_short'>> {
  const taken = await takeStock(stock, taking)
  return 'left' in taken ? shortage(line, taken.left) : taken
}

async function letGo<Refusal extends Failure>(
  taken: readonly Hold[],
  orderId: OrderId,
  refusal: Refusal,
): Promise<Refusal> {
  await Promise.all(taken.map((hold) => release(hold, orderId)))
  return refusal
}
