import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import type { Id, LiveId, OrderId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { DeliveryWish } from '@domain/orders/contract'
import type { Order } from '@domain/orders/order'
import { payNothing } from '@domain/orders/payment'
import { asSeen, couponOf, piecesOf, quote } from '@domain/orders/receipt'
import { wastes } from '@domain/orders/waste'
import { earningOf } from '@domain/points/earning'
import type { Instant } from '@domain/time'
import { orders } from '../kit/collections'
import { joinKeyOf, orderIdOf, wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { Weather } from '../kit/weather'
import { isCustomer } from '../members/newcomer'
import { creditOf } from '../attribution/credit'
import { readBasket, shortOf, type Basket, type BasketFailure, type DealRefusal } from './basket'
import { deliveryOf } from './delivery'
import type { AskedLine } from './goods'
import { dealOf, payBeforeOf } from './orderDeal'
import { takeAll, type HoldRefusal } from './takeAll'
import { startTodo } from './todo'
import { choosing, couponRefusal, type BenefitWish, type CouponRefusal } from './wallet'

/** What the phone asks for. */
export interface Placing extends BenefitWish {
  readonly requestId: string
  readonly lines: readonly AskedLine[]
  readonly delivery: DeliveryWish
  readonly note?: string | undefined
  readonly liveId?: LiveId | undefined
  readonly payableFen: Fen
}

/** What the phone is told of its order. */
export interface Placed {
  readonly orderId: Id<'order'>
  readonly payBefore: Instant
  readonly payableFen: Fen
}

/** What placing may be refused for. */
export type PlacingFailure =
  | BasketFailure
  | Failure<DealRefusal>
  | Failure<
      | 'request_reused'
      | 'unpaid_many'
      | 'store_unknown'
      | 'live_unknown'
      | 'member_limit'
      | 'price_changed'
    >
  | CouponRefusal
  | HoldRefusal

/**
 * Places an order in few SDK calls: read everything, take the stock of each line, the seat of a
 * team, the member's quota, insert the order. A hold whose order never came lapses; a repeat finds
 * its order.
 */
export async function placeOrder(
  placing: Placing,
  caller: Caller,
): Promise<Placed | PlacingFailure> {
  const { memberId, now } = caller
  const orderId = orderIdOf(memberId, placing.requestId)
  const wish = wishOf('orders.place', placing)
  const { liveId } = placing
  const reading = { memberId, now, orderId, liveId }
  const { placed, basket } = await readBasket(placing.lines, reading)
  if (placed) return repeated(placed, wish)
  if (hasFailed(basket)) return basket
  const wasted = wastes(basket.unpaid)
  if (wasted) return wasted
  const draft = draftOrder(placing, basket, { ...caller, orderId })
  if (hasFailed(draft)) return draft
  if (await isHousehold(draft)) return fail('newcomers_only')
  const order: Order = { ...draft, requests: { [placing.requestId]: wish } }
  const holds = await takeAll(basket, order, now)
  // A twin of this call may have spent for the same order what is missing here.
  if (hasFailed(holds)) return (await answerOfTwin(orderId, wish)) ?? holds
  const placedOne = payNothing({ ...order, holds }, now)
  if (await orders.add(placedOne)) {
    if (placedOne.todo.length > 0) await startTodo(placedOne, { now })
    return placedOf(order)
  }
  const answer = await answerOfTwin(orderId, wish)
  if (!answer) throw new Weather('the order is there and is not')
  return answer
}

/** What a twin of the call that was faster is answered; nothing where there is none. */
async function answerOfTwin(orderId: OrderId, wish: string) {
  const placed = await orders.get(orderId)
  return placed && repeated(placed, wish)
}

const placedOf = ({ _id, payBefore, receipt }: Order): Placed => ({
  orderId: _id,
  payBefore,
  payableFen: receipt.payableFen,
})

function repeated(order: Order, wish: string): Placed | Failure<'request_reused'> {
  return Object.values(order.requests).includes(wish) ? placedOf(order) : fail('request_reused')
}

type Drafting = Caller & { readonly orderId: Order['_id'] }
type Draft = Omit<Order, 'requests'>

/** Decides what the order would be, or why it can't. */
function draftOrder(
  placing: Placing,
  basket: Basket,
  { memberId, now, orderId }: Drafting,
): Draft | Exclude<PlacingFailure, BasketFailure> {
  const { shop, lines, deal, refused, context } = basket
  const delivery = deliveryOf(placing.delivery, shop)
  if (hasFailed(delivery)) return delivery
  const asked = lines.map(({ line }) => line)
  const credit = creditOf({ ...basket, lines: asked, liveId: placing.liveId, now })
  if (hasFailed(credit)) return credit
  const priced = choosing({ ...context, delivery: delivery.kind, now }, placing)
  const receipt = quote(asked, priced)
  const refusals = [refused, couponRefusal(receipt, priced)].filter((one) => one !== undefined)
  const refusal = foremost(refusals)
  if (refusal) return refusal
  if (deal && piecesOf(asked) > deal.perMember) {
    return fail('member_limit', { limit: deal.perMember })
  }
  // Stock alone is decided by the holds: what seems short may be what this very order holds.
  const changed = asSeen(receipt, placing.payableFen)
  if (changed) return shortOf(lines) ?? changed
  return {
    _id: orderId,
    memberId,
    status: 'unpaid',
    placedAt: now,
    payBefore: payBeforeOf(basket, now),
    receipt,
    delivery,
    note: placing.note ?? '',
    deal: dealOf(basket, receipt, { memberId, orderId }),
    couponId: couponOf(receipt),
    earning: earningOf(asked, priced, shop.points),
    gifts: shop.orderGifts,
    ...credit,
    joinKey: deal ? joinKeyOf(deal._id, memberId) : orderId,
    holds: [],
    payment: null,
    refunds: [],
    afterSales: [],
    askedAt: null,
    story: [{ event: 'place', at: now }],
    movesAt: null,
    todo: [],
    todoAt: null,
    rev: 0,
  }
}

/** 老带新: whether the telephone, known only now, belongs to a customer. */
async function isHousehold({ deal, delivery, memberId, _id }: Draft): Promise<boolean> {
  if (deal?.kind !== 'team' || !deal.newcomersOnly) return false
  return isCustomer({ memberId, phone: delivery.phone, orderId: _id })
}
