import { fail, hasFailed, type Failure } from '@domain/failure'
import { HOLD_GRACE, type Hold } from '@domain/holds/hold'
import type { Id, OrderId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { PAY_WINDOW, type Order, type OrderDeal, type PickUp } from '@domain/orders/order'
import { asSeen, piecesOf, quote, unitFen, type Receipt } from '@domain/orders/receipt'
import { after, earlier, type Instant } from '@domain/time'
import { aliasOf } from '../groupbuy/alias'
import { release } from '../holds/release'
import { takeQuota, takeStock, type Taking } from '../holds/take'
import { orders } from '../kit/collections'
import { joinKeyOf, orderIdOf, wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { Weather } from '../kit/weather'
import { readBasket, shortOf, type AskedLine, type Basket, type BasketFailure } from './basket'

/** What the phone asks for. */
export interface Placing {
  readonly requestId: string
  readonly lines: readonly AskedLine[]
  readonly delivery: Omit<PickUp, 'storeName'>
  readonly note?: string | undefined
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
  | Failure<'request_reused' | 'store_unknown' | 'deal_unstarted' | 'deal_over'>
  | Failure<'member_limit' | 'stock_short' | 'price_changed'>

/**
 * Places an order in four SDK calls: read everything, take the stock, take the member's quota,
 * insert the order. A hold whose order never came lapses; a repeat finds its order.
 */
export async function placeOrder(
  placing: Placing,
  caller: Caller,
): Promise<Placed | PlacingFailure> {
  const { memberId, now } = caller
  const orderId = orderIdOf(memberId, placing.requestId)
  const wish = wishOf('orders.place', placing)
  const { placed, basket } = await readBasket(placing.lines, { memberId, now, orderId })
  if (placed) return repeated(placed, wish)
  if (hasFailed(basket)) return basket
  const draft = draftOrder(placing, basket, caller)
  if (hasFailed(draft)) return draft
  const order: Order = {
    ...draft,
    _id: orderId,
    joinKey: basket.deal ? joinKeyOf(basket.deal._id, memberId) : orderId,
    requests: { [placing.requestId]: wish },
  }
  const holds = await takeAll(basket, order)
  if (hasFailed(holds)) return holds
  if (await orders.add({ ...order, holds })) return placedOf(order)
  const earlierOne = await orders.get(orderId)
  if (!earlierOne) throw new Weather('the order is there and is not')
  return repeated(earlierOne, wish)
}

const placedOf = ({ _id, payBefore, receipt }: Order): Placed => ({
  orderId: _id,
  payBefore,
  payableFen: receipt.payableFen,
})

function repeated(order: Order, wish: string): Placed | Failure<'request_reused'> {
  return Object.values(order.requests).includes(wish) ? placedOf(order) : fail('request_reused')
}

type Draft = Omit<Order, '_id' | 'requests' | 'joinKey'>

/** Decides what the order would be, or why it can't. */
function draftOrder(
  placing: Placing,
  { shop, lines, deal, closed }: Basket,
  { memberId, now }: Caller,
): Draft | Exclude<PlacingFailure, BasketFailure> {
  const store = shop.stores.find(({ id }) => id === placing.delivery.storeId)
  if (!store) return fail('store_unknown')
  if (closed) return closed
  const asked = lines.map(({ line }) => line)
  const receipt = quote(asked, { freight: shop.freight, delivery: 'pick-up' })
  const quantity = piecesOf(asked)
  if (deal && quantity > deal.perMember) return fail('member_limit', { limit: deal.perMember })
  // Stock alone is decided by the holds: what seems short may be what this very order holds.
  const changed = asSeen(receipt, placing.payableFen)
  if (changed) return shortOf(lines) ?? changed
  const payBefore = after(now, PAY_WINDOW)
  return {
    memberId,
    status: 'unpaid',
    placedAt: now,
    payBefore: deal ? earlier(payBefore, deal.endsAt) : payBefore,
    receipt,
    delivery: { ...placing.delivery, storeName: store.name },
    note: placing.note ?? '',
    deal: deal && orderDeal(deal, receipt, memberId),
    holds: [],
    payment: null,
    refunds: [],
    story: [{ event: 'place', at: now }],
    todo: [],
    todoAt: null,
    rev: 0,
  }
}

function orderDeal(
  deal: NonNullable<Basket['deal']>,
  receipt: Receipt,
  memberId: Caller['memberId'],
): OrderDeal {
  const [line] = receipt.lines
  return {
    id: deal._id,
    endsAt: deal.endsAt,
    alias: aliasOf(deal._id, memberId),
    unitFen: line ? unitFen(line) : deal.ladder.basePriceFen,
    settled: null,
  }
}

/** Takes every hold of the order, or none. */
async function takeAll(
  { lines, deal, quotaKnown }: Basket,
  order: Order,
): Promise<readonly Hold[] | Failure<'member_limit' | 'stock_short'>> {
  const until = after(order.payBefore, HOLD_GRACE)
  const taken: Hold[] = []
  for (const { stock, quantity } of stocksOf(lines)) {
    const holds = await takeStock(stock, taking(order._id, quantity, until))
    if (hasFailed(holds)) return letGo(taken, order._id, holds)
    taken.push(...holds)
  }
  if (!deal) return taken
  const owner = {
    dealId: deal._id,
    memberId: order.memberId,
    perMember: deal.perMember,
    known: quotaKnown,
  }
  const pieces = piecesOf(taken)
  const quota = await takeQuota(owner, taking(order._id, pieces, until))
  return hasFailed(quota) ? letGo(taken, order._id, quota) : [...taken, quota]
}

const taking = (orderId: OrderId, quantity: number, until: Instant): Taking => ({
  orderId,
  quantity,
  until,
})

/** One hold a stock, however many lines draw on it. */
function stocksOf(lines: Basket['lines']) {
  const stocks = new Map<string, { stock: Basket['lines'][number]['stock']; quantity: number }>()
  for (const { line, stock } of lines) {
    const quantity = (stocks.get(line.sku.id)?.quantity ?? 0) + line.quantity
    stocks.set(line.sku.id, { stock, quantity })
  }
  return stocks.values()
}

async function letGo<Refusal extends Failure>(
  taken: readonly Hold[],
  orderId: OrderId,
  refusal: Refusal,
): Promise<Refusal> {
  await Promise.all(taken.map((hold) => release(hold, orderId)))
  return refusal
}
