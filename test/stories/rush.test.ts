/**
 * A flash sale that five thousand buyers want at the same time: exactly the pieces that there are
 * are had, nobody pays without one, and who is too late hears it at once.
 */
import type { DealId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { crowd } from '../harness/crowd'
import { joining, openShop, type Answer, type Shop } from '../harness/shop'
import { expectPoolsToAddUp } from './books'
import { type BookedPayment } from './street'

jest.setTimeout(300_000)

const BUYERS = 5000
const AT_ONCE = 100
const PIECES = 100
const PRICE_FEN = 990
const MANGOES = 'mango-tainong-3'

/** Everybody's wish that was answered, and how long the answer took. */
interface Visit {
  readonly openid: string
  readonly answer: Answer<'orders.place'>
  readonly tookMs: number
}

let shop: Shop
let dealId: DealId
let visits: Visit[] = []

beforeAll(async () => {
  shop = await openShop()
  const { deals } = await shop.ask('buyer-0', 'catalog.home', {})
  const mangoes = deals.flash.find(({ product }) => product._id === MANGOES)
  expect(mangoes).toMatchObject({ left: PIECES, deal: { priceFen: PRICE_FEN, perMember: 1 } })
  dealId = mangoes?.deal._id as DealId
})
afterAll(() => shop.close())

async function tryToPlace(openid: string): Promise<Visit> {
  const started = performance.now()
  const placing = shop.placingAt(openid, [joining(dealId, MANGOES)], PRICE_FEN)
  const answer = await shop.call(openid, 'orders.place', placing)
  return { openid, answer, tookMs: performance.now() - started }
}

const placed = (all: readonly Visit[]) =>
  all.flatMap(({ openid, answer }) =>
    'result' in answer ? [{ openid, orderId: answer.result.orderId }] : [],
  )

const refusals = (all: readonly Visit[]) =>
  all.flatMap(({ answer }) => ('error' in answer ? [answer.error.code] : []))

const stock = async () => {
  interface Shard {
    readonly available: number
    readonly sold: number
    readonly holds: Readonly<Record<string, unknown>>
  }
  const shards = await shop.documents<Shard>('pools', { dealId })
  const sum = (figure: (shard: Shard) => number) =>
    shards.reduce((all, shard) => all + figure(shard), 0)
  return {
    left: sum(({ available }) => available),
    taken: sum(({ sold, holds }) => sold + Object.keys(holds).length),
  }
}

const paidPayments = async () => {
  const payments = await shop.control<BookedPayment[]>('GET', 'payments')
  return payments.filter(({ state }) => state === 'SUCCESS')
}

test('of five thousand at the same time a hundred get a piece, the others are told at once', async () => {
  const started = performance.now()
  const buyers = Array.from({ length: BUYERS }, (_, index) => `buyer-${index}`)
  visits = await crowd(buyers, AT_ONCE, tryToPlace)
  const tookMs = performance.now() - started
  expect(placed(visits)).toHaveLength(PIECES)
  expect(refusals(visits)).toEqual(Array.from({ length: BUYERS - PIECES }, () => 'stock_short'))
  expect(await stock()).toEqual({ left: 0, taken: PIECES })
  const sorted = visits.map((visit) => visit.tookMs).sort((one, other) => one - other)
  const [median, slowest] = [sorted[BUYERS / 2], sorted.at(-1)].map((ms) => Math.round(ms ?? 0))
  console.log(
    `${BUYERS} buyers in ${Math.round(tookMs)} ms, ${AT_ONCE} at once: ` +
      `an answer in ${median} ms (median), ${slowest} ms (slowest)`,
  )
})

test('only who has a piece pays, and pays once', async () => {
  const holders = placed(visits)
  await crowd(holders.slice(0, 70), 20, async ({ openid, orderId }) => {
    await shop.ask(openid, 'orders.pay', { orderId })
    await shop.pay(orderId)
  })
  const paid = await paidPayments()
  expect(paid).toHaveLength(70)
  expect(new Set(paid.map(({ totalFee }) => totalFee))).toEqual(new Set([PRICE_FEN]))
  const orders = await shop.documents<Order>('orders', { 'deal.id': dealId })
  expect(orders).toHaveLength(PIECES)
  expect(orders.filter(({ status }) => status === 'paid')).toHaveLength(70)
})

test('when thirty walk away, exactly thirty others can buy, and nobody beyond them', async () => {
  await shop.pass('10 minutes')
  await shop.pass('1 minute')
  expect(await stock()).toEqual({ left: 30, taken: 70 })
  const others = Array.from({ length: 200 }, (_, index) => `other-${index}`)
  const again = await crowd(others, AT_ONCE, tryToPlace)
  const lucky = placed(again)
  expect(lucky).toHaveLength(30)
  expect(new Set(refusals(again))).toEqual(new Set(['stock_short']))
  await crowd(lucky, 20, async ({ openid, orderId }) => {
    await shop.ask(openid, 'orders.pay', { orderId })
    await shop.pay(orderId)
  })
  await shop.pass('30 minutes')
  expect(await paidPayments()).toHaveLength(PIECES)
  expect(await stock()).toEqual({ left: 0, taken: PIECES })
  const orders = await shop.documents<Order>('orders', { 'deal.id': dealId })
  const standing = orders.map(({ status }) => status).sort()
  expect(standing.filter((status) => status === 'paid')).toHaveLength(PIECES)
  expect(standing.filter((status) => status === 'expired')).toHaveLength(30)
  await expectPoolsToAddUp(shop)
})
