/**
 * A live that hundreds buy in at the same time while others only watch: every order is placed and
 * paid at the price that its buyer saw, no piece is sold twice, and the review is what the crowd's
 * own books say.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { StockPool } from '@domain/holds/hold'
import type { Order } from '@domain/orders/order'
import { savedFile } from '../cloud/written'
import { crowd } from '../harness/crowd'
import { openShop, type Shop } from '../harness/shop'
import { expectPoolsToAddUp } from './books'
import { fall, LIVE, PRODUCTS, reckoned, rushFile, Viewer, type Bought } from './live-rush'
import { type BookedPayment } from './street'

jest.setTimeout(300_000)

const BUYERS = 600
const WATCHERS = 20
/** How long a watcher waits before asking again, in real time. */
const PAUSE_MS = 250
const AT_ONCE = 40
/** Exactly as many as are wanted: whoever is counted twice would miss one. */
const PIECES = BUYERS / PRODUCTS

let shop: Shop
let bought: (Bought | string)[] = []

interface Entry {
  readonly seq: number
  readonly action?: string
  readonly calls: readonly unknown[]
  readonly answerBytes: number
}
let polls: Entry[] = []

beforeAll(async () => {
  const saved = savedFile(rushFile(PIECES))
  shop = await openShop({ file: saved.path })
  saved.remove()
  await shop.ask('keeper', 'live.start', { requestId: randomUUID(), liveId: LIVE })
  await play()
}, 280_000)
afterAll(() => shop.close())

/** Everybody buys while others poll; in the middle some prices fall. */
async function play(): Promise<void> {
  let isOver = false
  const watch = async (_: unknown, place: number) => {
    const viewer = new Viewer(shop, `watcher-${place}`)
    while (!isOver) {
      await viewer.poll()
      await wait(PAUSE_MS)
    }
  }
  const watching = Promise.all(Array.from({ length: WATCHERS }, watch))
  const buyers = Array.from({ length: BUYERS }, (_, place) => place)
  bought = await crowd(buyers, AT_ONCE, async (number) => {
    const place = (number * 37) % PRODUCTS
    if (number % 100 === 50) await fall(shop, place, 500 + number)
    const viewer = new Viewer(shop, `buyer-${number}`)
    await viewer.poll()
    await viewer.tell(place)
    return viewer.buy(place)
  })
  isOver = true
  await watching
  const log = await shop.control<Entry[]>('GET', 'log?limit=2000')
  polls = log.filter(({ action }) => action === 'live.room')
}

const orders = () => shop.documents<Order>('orders', { 'live.id': LIVE })

test('everybody who wanted a piece has one, and paid what they saw', async () => {
  const refused = bought.filter((one) => typeof one === 'string')
  expect(refused).toEqual([])
  const placed = await orders()
  expect(placed).toHaveLength(BUYERS)
  const paid = new Map(
    placed.map(({ memberId, payment }) => [memberId as string, payment?.paidFen]),
  )
  for (const one of bought as Bought[])
    expect([one.openid, paid.get(one.openid)]).toEqual([one.openid, one.paidFen])
  const payments = await shop.control<BookedPayment[]>('GET', 'payments')
  expect(payments.filter(({ state }) => state === 'SUCCESS')).toHaveLength(BUYERS)
})

test('all is sold, and nothing twice', async () => {
  await shop.pass('40 minutes')
  await expectPoolsToAddUp(shop)
  const pools = (await shop.documents<StockPool>('pools')).filter(({ dealId }) => dealId !== null)
  const sum = (figure: (pool: StockPool) => number) =>
    pools.reduce((all, pool) => all + figure(pool), 0)
  expect([
    sum(({ loaded }) => loaded),
    sum(({ sold }) => sold),
    sum(({ available }) => available),
  ]).toEqual([BUYERS, BUYERS, 0])
})

test('a poll takes two calls at most, and tells who knows all next to nothing', async () => {
  expect(polls.length).toBeGreaterThan(100)
  for (const { calls } of polls) expect(calls.length).toBeLessThanOrEqual(2)
  const viewer = new Viewer(shop, 'late')
  await viewer.poll()
  await viewer.poll()
  const [last] = await shop.control<Entry[]>('GET', 'log?limit=1')
  expect(last?.action).toBe('live.room')
  expect(last?.answerBytes).toBeLessThan(120)
})

test('the review is what the crowd’s own books say, product by product', async () => {
  await shop.ask('keeper', 'live.end', { requestId: randomUUID(), liveId: LIVE })
  const { review } = await shop.ask('keeper', 'live.review', { liveId: LIVE })
  const books = reckoned(bought as Bought[])
  expect(review.figures).toMatchObject(books)
  expect(review.figures).toMatchObject({
    ...{ viewers: BUYERS, visits: BUYERS, orderToPayBps: 10_000, refundBps: 0 },
    funnel: { exposed: BUYERS, clicked: BUYERS, ordered: BUYERS, paid: BUYERS },
  })
  const byMinute = review.figures.minutes.reduce((sum, { paidFen }) => sum + paidFen, 0)
  expect(byMinute).toBe(books.gmvFen)
  const again = await shop.ask('keeper', 'live.recount', { liveId: LIVE })
  expect(again.review.figures).toEqual(review.figures)
})
