/** 中控台: what those who run a session change while others buy in it. */
import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '@domain/audit/audit'
import type { DealId } from '@domain/ids'
import { expectPiecesToMatchOrders } from './books'
import {
  about,
  crewOf,
  drop,
  end,
  plannedLive,
  pricing,
  roomOf,
  soldAs,
  startedLive,
  stocking,
  type PlannedLive,
} from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

const cockpit = ({ liveId }: PlannedLive) => small.shop.ask('keeper', 'live.cockpit', { liveId })
const logOf = ({ liveId }: PlannedLive) =>
  small.shop.documents<AuditEntry>('audit_entries', { subject: liveId })

describe('a price', () => {
  test('that falls is what is paid from then on; orders that are placed keep theirs', async () => {
    const live = await startedLive(small)
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    const early = await small.place(ann, small.joining(live.first))
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 700))
    const late = await small.buy(bo, small.joining(live.first))
    await small.paid(ann, early)
    expect((await small.booked(early)).totalFee).toBe(900)
    expect((await small.booked(late)).totalFee).toBe(700)
  })

  test('that changes while somebody checks out is told, and nobody pays another sum', async () => {
    const live = await startedLive(small)
    const ann = small.neighbour()
    const shown = await small.shop.placing(ann, [small.joining(live.first)])
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 950))
    expect(await small.shop.refusal(ann, 'orders.place', shown)).toBe('price_changed')
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 850))
    expect(await small.shop.refusal(ann, 'orders.place', shown)).toBe('price_changed')
    expect(await small.shop.documents('orders', { memberId: ann })).toEqual([])
    expect(await small.stock({ dealId: live.first.dealId })).toMatchObject({ left: 10, held: 0 })
  })

  test('jumps while twenty check out: each pays what they saw, or is told', async () => {
    const live = await startedLive(small, { goods: { stock: 100 } })
    const buyers = small.neighbours(20)
    const shown = await Promise.all(
      buyers.map((openid) => small.shop.placing(openid, [small.joining(live.first)])),
    )
    const placing = buyers.map((openid, index) => {
      return small.shop.call(openid, 'orders.place', shown[index] as never)
    })
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 500))
    for (const answer of await Promise.all(placing)) {
      if ('error' in answer) expect(answer.error.code).toBe('price_changed')
      else expect(answer.result).toMatchObject({ payableFen: 900 })
    }
  })

  test.each([
    ['nothing', 0],
    ['more than on the shelf', 1001],
  ])('of %s is refused', async (_what, priceFen) => {
    const live = await startedLive(small)
    const wish = pricing(live, live.first, priceFen)
    expect(await small.shop.refusal('keeper', 'live.price', wish)).toBe('price_beyond')
    expect((await soldAs(small, live.first)).priceFen).toBe(900)
  })

  test('of something that another session sells is not this one’s', async () => {
    const [live, other] = [await startedLive(small), await startedLive(small)]
    const wish = pricing(live, other.first, 700)
    expect(await small.shop.refusal('keeper', 'live.price', wish)).toBe('deal_unknown')
    const nothing = { ...wish, dealId: 'no-such-deal' as DealId }
    expect(await small.shop.refusal('keeper', 'live.price', nothing)).toBe('deal_unknown')
  })

  test('is noted with who changed it, when, why, from what and to what', async () => {
    const live = await startedLive(small)
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 700))
    const [entry] = (await logOf(live)).filter(({ action }) => action === 'live.price')
    expect(entry).toMatchObject({
      by: 'keeper',
      at: await small.shop.now(),
      reason: '跟上竞品',
      before: { name: live.first.productId, priceFen: 900 },
      after: { name: live.first.productId, priceFen: 700 },
    })
  })

  test('repeated after somebody changed it again does not come back', async () => {
    const live = await startedLive(small)
    const wish = pricing(live, live.first, 700)
    await small.shop.ask('keeper', 'live.price', wish)
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 600))
    await small.shop.ask('keeper', 'live.price', wish)
    expect((await soldAs(small, live.first)).priceFen).toBe(600)
  })
})

describe('a stock', () => {
  const stockOf = ({ first }: PlannedLive) => small.stock({ dealId: first.dealId })
  const restock = (live: PlannedLive, change: number) =>
    small.shop.call('keeper', 'live.stock', stocking(live, live.first, change))

  test('grows over all its shards', async () => {
    const live = await startedLive(small, { goods: { stock: 300 } })
    await restock(live, 10)
    const pools = await small.pools({ dealId: live.first.dealId })
    expect(pools.map(({ available }) => available).sort()).toEqual([77, 77, 78, 78])
    expect((await soldAs(small, live.first)).stock).toBe(310)
  })

  test('shrinks by what nobody has bought or holds, and by no more', async () => {
    const live = await startedLive(small)
    await small.buy(small.neighbour(), small.joining(live.first, 3))
    await small.place(small.neighbour(), small.joining(live.first, 2))
    expect(await restock(live, -6)).toMatchObject({
      error: { code: 'stock_short', details: { left: 5 } },
    })
    expect(await stockOf(live)).toMatchObject({ left: 5, held: 5 })
    expect(await restock(live, -5)).toHaveProperty('result')
    expect(await stockOf(live)).toMatchObject({ left: 0, held: 5 })
    expect((await soldAs(small, live.first)).stock).toBe(5)
  })

  test('is changed once by ten twins of one wish', async () => {
    const live = await startedLive(small, { goods: { stock: 300 } })
    for (const change of [-40, 25]) {
      const before = (await stockOf(live)).left
      const wish = stocking(live, live.first, change)
      const twins = Array.from({ length: 10 }, () => small.shop.call('keeper', 'live.stock', wish))
      for (const twin of await Promise.all(twins)) expect(twin).toHaveProperty('result')
      expect((await stockOf(live)).left).toBe(before + change)
    }
  })

  test('is never oversold while it shrinks under the hands of buyers', async () => {
    const live = await startedLive(small, { goods: { stock: 160, perMember: 9 } })
    const buyers = small.neighbours(40)
    const orders = buyers.map(async (openid) => {
      const placing = await small.shop.placing(openid, [small.joining(live.first, 4)])
      return small.shop.call(openid, 'orders.place', placing)
    })
    const changes = [-30, -50, 20, -30].map((change) => restock(live, change))
    const placed = (await Promise.all(orders)).filter((answer) => 'result' in answer).length
    const changed = (await Promise.all(changes)).map((answer, index) =>
      'result' in answer ? ([-30, -50, 20, -30][index] ?? 0) : 0,
    )
    const loaded = 160 + changed.reduce((sum, change) => sum + change, 0)
    const { left, held } = await stockOf(live)
    expect({ held, all: left + held }).toEqual({ held: placed * 4, all: loaded })
    expect((await soldAs(small, live.first)).stock).toBe(loaded)
  })
})

describe('a cockpit shows', () => {
  test('what is sold, held and left, and what was paid', async () => {
    const live = await startedLive(small)
    await small.buy(small.neighbour(), small.joining(live.first, 3))
    await small.place(small.neighbour(), small.joining(live.first, 2))
    const { products, paid, room } = await cockpit(live)
    expect(products).toMatchObject([
      { role: 'main', sold: 3, held: 2, basePriceFen: 1000, goods: { left: 5, priceFen: 900 } },
      { role: 'main', sold: 0, held: 0, goods: { left: 10 } },
      { role: 'backup', goods: { isOffered: false } },
      { role: 'lottery', goods: null, name: live.prize },
    ])
    expect(paid).toEqual({ orders: 1, fen: 2700 })
    expect(room).not.toHaveProperty('requests')
  })

  test('all coupons that may be dropped, and what became of them', async () => {
    const live = await startedLive(small)
    expect((await cockpit(live)).coupons).toMatchObject([{ left: 5, claimed: 0, droppedAt: null }])
    await drop(small, live)
    const { liveId, templateId } = live
    const wish = { requestId: randomUUID(), liveId, templateId }
    await small.shop.ask(small.neighbour(), 'live.claim', wish)
    expect((await cockpit(live)).coupons).toMatchObject([
      { left: 4, claimed: 1, droppedAt: await small.shop.now() },
    ])
  })

  test('what is ready, line by line', async () => {
    const host = await crewOf(small, '小李')
    const preheat = { officialAccountDaysBefore: 2, postersPerDay: 3 }
    const live = await plannedLive(small, { host, preheat, goods: { stock: 0 } })
    const { liveId } = live
    await small.shop.ask(small.neighbour(), 'live.reserve', { liveId })
    const wish = { requestId: randomUUID(), liveId, daysBefore: 2, posters: 3 }
    await small.shop.ask('keeper', 'live.warmUp', wish)
    const { readiness, crew } = await cockpit(live)
    expect(crew).toEqual({ host: '小李', coHost: null, technician: null })
    expect(readiness).toMatchObject([
      { kind: 'priced', isReady: true, is: 3, need: 3 },
      { kind: 'stocked', isReady: false, is: 2, need: 3 },
      { kind: 'crew', isReady: false, is: 1, need: 3 },
      { kind: 'reminders', isReady: true, is: 1 },
      { kind: 'members', isReady: false, need: 8000 },
      { kind: 'warm-up', isReady: false, is: 3, need: 6 },
    ])
  })

  test('what was done, the newest first, and nobody’s openid', async () => {
    const live = await startedLive(small)
    await small.shop.pass('1 minute')
    await small.shop.ask('keeper', 'live.explain', about(live, live.first))
    await small.shop.pass('1 minute')
    await end(small, live)
    const { log } = await cockpit(live)
    expect(log.map(({ action }) => action)).toEqual(['live.end', 'live.explain', 'live.start'])
    expect(JSON.stringify(log)).not.toContain('"keeper"')
  })
})

test('everything that is done in a room is noted once, whatever is repeated', async () => {
  const live = await plannedLive(small)
  const { liveId, first, second, templateId } = live
  const requestId = () => randomUUID()
  const deeds = [
    ['live.warmUp', { requestId: requestId(), liveId, daysBefore: 1, posters: 3 }],
    ['live.start', { requestId: requestId(), liveId }],
    ['live.explain', about(live, first)],
    ['live.skip', about(live, second)],
    ['live.shelve', { ...about(live, second), isOffered: false }],
    ['live.price', pricing(live, first, 800)],
    ['live.stock', stocking(live, first, 5)],
    ['live.announce', { requestId: requestId(), liveId, words: '欢迎' }],
    ['live.drop', { requestId: requestId(), liveId, templateId }],
    ['live.end', { requestId: requestId(), liveId }],
  ] as const
  for (const [name, input] of deeds) {
    await small.shop.ask('keeper', name, input)
    await small.shop.ask('keeper', name, input)
  }
  const entries = await logOf(live)
  expect(entries.map(({ action }) => action).sort()).toEqual(deeds.map(([name]) => name).sort())
  expect((await roomOf(small, liveId)).rev).toBe(deeds.length)
})
