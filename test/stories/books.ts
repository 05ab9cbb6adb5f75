/**
 * The books of a settled ladder, kept by simple sums and compared with everything the shop says.
 */
import type { PublicRow } from '@domain/groupbuy/contract'
import type { DealId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import type { Shop } from '../harness/shop'
import type { BookedPayment, BookedRefund, Buyer, Goal } from './street'

/** A ladder as it stands on the blackboard: how many people, what price. */
export type Blackboard = readonly (readonly [people: number, priceFen: number])[]

/** The price at so many people, read off the blackboard. */
export function priceAt(board: Blackboard, people: number): number {
  return board.filter(([needed]) => people >= needed).at(-1)?.[1] ?? 0
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

interface Pool {
  readonly _id: string
  readonly loaded: number
  readonly available: number
  readonly sold: number
  readonly people?: number
  readonly dealId: string | null
  readonly holds: Readonly<Record<string, { readonly n: number }>>
}

/** Every pool and quota adds up: what is available, held and sold is what was loaded. */
export async function expectPoolsToAddUp(shop: Shop): Promise<void> {
  const pools = [
    ...(await shop.documents<Pool>('pools')),
    ...(await shop.documents<Pool>('quotas')),
  ]
  expect(pools.length).toBeGreaterThan(0)
  const odd = pools.filter(({ loaded, available, sold, holds }) => {
    const held = sum(Object.values(holds).map(({ n }) => n))
    return available + held + sold !== loaded || available < 0 || sold < 0
  })
  expect(odd).toEqual([])
}

interface Closing {
  readonly shop: Shop
  readonly goal: Goal
  readonly board: Blackboard
  /** What is refunded in full when not even the first step is reached. */
  readonly refundsAll?: boolean
  readonly visits: readonly { readonly buyer: Buyer; readonly orderId: string }[]
}

const keeps = ({ habit }: Buyer): boolean =>
  habit.startsWith('pays') && habit !== 'pays and asks for it back'

/**
 * Who was there and paid is known from the street itself; what they paid, from WeChat Pay. From
 * that every due and every refund is reckoned again and compared with orders, books and statement.
 */
export async function expectExactSettlement(closing: Closing): Promise<void> {
  const { shop, goal, board, refundsAll = false } = closing
  const visits = closing.visits.filter(({ orderId }) => /^[0-9a-f]{28}$/.test(orderId))
  const orders = new Map((await shop.documents<Order>('orders')).map((order) => [order._id, order]))
  const payments = await shop.control<BookedPayment[]>('GET', 'payments')
  const books = new Map(payments.map((payment) => [payment.outTradeNo, payment]))
  const kept = visits.filter(({ buyer }) => keeps(buyer))
  const people = new Set(kept.map(({ buyer }) => buyer.openid)).size
  const isUnformed = refundsAll && people < (board[1]?.[0] ?? 0)
  const finalFen = isUnformed ? 0 : priceAt(board, people)

  const wrong = visits.flatMap(({ buyer, orderId }) => {
    const order = orders.get(orderId as Order['_id'])
    const book = books.get(orderId)
    const paidFen = book && ['SUCCESS', 'REFUND'].includes(book.state) ? book.totalFee : 0
    const hasPaid = paidFen > 0
    const dueFen = keeps(buyer) ? Math.min(paidFen, finalFen * buyer.quantity) : 0
    const saidBack = sum((order?.refunds ?? []).map(({ amountFen }) => amountFen))
    const fits =
      order !== undefined &&
      (order.payment?.paidFen ?? 0) === paidFen &&
      (book?.refundedFee ?? 0) === paidFen - dueFen &&
      saidBack === paidFen - dueFen &&
      order.refunds.every(({ status }) => status === 'succeeded') &&
      (!keeps(buyer) || order.refunds.length === (paidFen > dueFen ? 1 : 0)) &&
      order.todo.length === 0 &&
      hasPaid === buyer.habit.startsWith('pays')
    return fits ? [] : [{ buyer, order: order && { ...order, receipt: null }, book, dueFen }]
  })
  expect(wrong.slice(0, 3)).toEqual([])

  const paid = payments.filter(({ state }) => state === 'SUCCESS' || state === 'REFUND')
  const inFen = sum(paid.map(({ totalFee }) => totalFee))
  const backFen = sum(paid.map(({ refundedFee }) => refundedFee))
  const dueFen = sum(
    kept.map(({ buyer, orderId }) =>
      Math.min(books.get(orderId)?.totalFee ?? 0, finalFen * buyer.quantity),
    ),
  )
  expect(inFen - backFen).toBe(dueFen)
  const refunds = await shop.control<BookedRefund[]>('GET', 'refunds')
  expect(new Set(refunds.map(({ outRefundNo }) => outRefundNo)).size).toBe(refunds.length)
  expect(sum(refunds.map(({ refundFee }) => refundFee))).toBe(backFen)
  await expectStatement(shop, goal, { people, orders: kept.length, dueFen })
  await expectPoolsToAddUp(shop)
  const shards = await shop.documents<Pool>('pools', { dealId: goal.dealId })
  expect(sum(shards.map(({ people: joined = 0 }) => joined))).toBe(isUnformed ? 0 : people)
  const pieces = sum(kept.map(({ buyer }) => buyer.quantity))
  expect(sum(shards.map(({ sold }) => sold))).toBe(isUnformed ? 0 : pieces)
}

/** The public statement says the same, and its rows add up to its sums. */
async function expectStatement(
  shop: Shop,
  { dealId }: Goal,
  own: { people: number; orders: number; dueFen: number },
): Promise<void> {
  const read = (page: number) =>
    shop.ask('passer-by', 'groupbuy.statement', { dealId: dealId as DealId, page })
  const { statement } = await read(0)
  const rows: PublicRow[] = []
  for (let page = 0; page < statement.pages; page += 1) rows.push(...(await read(page)).rows)
  expect(rows).toHaveLength(own.orders)
  expect(statement).toMatchObject({ people: own.people })
  expect(statement.sums).toEqual({
    orders: own.orders,
    pieces: sum(rows.map(({ quantity }) => quantity)),
    paidFen: sum(rows.map(({ paidFen }) => paidFen)),
    dueFen: own.dueFen,
    refundFen: sum(rows.map(({ refundFen }) => refundFen)),
  })
  for (const row of rows) expect(row.paidFen - row.refundFen).toBe(row.dueFen)
}
