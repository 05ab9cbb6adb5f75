/** 复盘: what a session came to, counted by the test in its own way from what it did itself. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { LiveId } from '@domain/ids'
import { EVENTS_KEPT } from '@domain/events/event'
import { DAY, type Instant } from '@domain/time'
import { courier } from '../harness/shop'
import { answering, handOut, request } from './counter'
import { brings, guide } from './guide-shop'
import { drop, end, plannedLive, start, startedLive, type PlannedLive } from './live-shop'
import { claimPrize, enter, opening, untilDrawable } from './lottery-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

type Told = InputOf<'events.record'>['events'][number]

/** What a phone in the room tells of the last seconds. */
async function tell(openid: string, liveId: LiveId, ...events: Partial<Told>[]): Promise<void> {
  const at = (await small.shop.now()) as Instant
  const usual = { kind: 'view' as const, page: 'room', subject: null, liveId, at, ms: 0 }
  const wish = { requestId: randomUUID(), events: events.map((own) => ({ ...usual, ...own })) }
  await small.shop.ask(openid, 'events.record', wish)
}

const review = (liveId: LiveId) => small.shop.ask('keeper', 'live.review', { liveId })
const recount = async (liveId: LiveId) =>
  (await small.shop.ask('keeper', 'live.recount', { liveId })).review

/** Plays a session with everything in it, minute by minute. */
async function played() {
  const live = await plannedLive(small, { goods: { livePriceFen: 900 as never, stock: 10 } })
  const { liveId, first, second, templateId } = live
  const li = await guide(small, { name: '小李' })
  const [ann, bob, cat, dan] = small.neighbours(4) as [string, string, string, string]
  await brings(small, li.openid, ann)
  await small.shop.ask(bob, 'live.reserve', { liveId })
  await start(small, live)
  // The first minute: three come and look; Cat does no more.
  const seen = { kind: 'exposure' as const, subject: first.dealId as never }
  const tapped = { ...seen, kind: 'click' as const }
  await tell(ann, liveId, {}, seen, tapped)
  await tell(bob, liveId, {}, seen, tapped)
  await tell(cat, liveId, {}, seen)
  await small.shop.ask(dan, 'members.join', {})
  const annsOrder = await small.buy(ann, small.joining(first, 2))
  await small.shop.pass('1 minute')
  // The second minute: a coupon; Bob buys with it and something from the shelf, Dan does not pay.
  await drop(small, live)
  for (const openid of [ann, bob]) {
    await small.shop.ask(openid, 'live.claim', { requestId: randomUUID(), liveId, templateId })
  }
  for (const openid of [ann, bob]) await tell(openid, liveId, { kind: 'dwell', ms: 30_000 })
  const placing = await small.shop.placing(bob, [small.joining(second)], courier(bob))
  const { orderId: bobsOrder } = await small.shop.ask(bob, 'orders.place', placing)
  await small.paid(bob, bobsOrder)
  const shelf = await small.shop.placing(bob, [small.line(second.productId, 3)])
  const shelfOrder = await small.shop.ask(bob, 'orders.place', { ...shelf, liveId })
  await small.paid(bob, shelfOrder.orderId)
  await small.place(dan, small.joining(first))
  const elsewhere = await small.buy(cat, small.line(first.productId))
  // The third minute: a lottery, and one piece of Ann's goes back.
  const { lottery } = await small.shop.ask('keeper', 'lottery.open', opening(live, 1))
  for (const openid of [cat, dan]) await enter(small, openid, lottery)
  await untilDrawable(small, lottery)
  const draw = { requestId: randomUUID(), lotteryId: lottery._id }
  await small.shop.ask('keeper', 'lottery.draw', draw)
  await claimPrize(small, cat, lottery)
  await handOut(small, annsOrder)
  await small.shop.ask(ann, 'aftersale.request', request(annsOrder, [[0, 1]]))
  await small.shop.ask('keeper', 'aftersale.answer', answering(annsOrder, 1))
  await end(small, live)
  await small.minutes(3)
  return { live, lottery, li, elsewhere, orders: [annsOrder, bobsOrder, shelfOrder.orderId] }
}

describe('a session that is over', () => {
  let story: Awaited<ReturnType<typeof played>>
  beforeAll(async () => {
    story = await played()
  })

  test('comes to what was paid in it, and nothing of what was bought elsewhere', async () => {
    const { live, orders } = story
    const docs = await Promise.all(orders.map((orderId) => small.order(orderId)))
    const gmvFen = docs.reduce((sum, { payment }) => sum + (payment?.paidFen ?? 0), 0)
    const { review: told, before } = await review(live.liveId)
    expect(gmvFen).toBeGreaterThan(0)
    expect(told.figures).toMatchObject({
      ...{ gmvFen, refundedFen: 900, orders: 4, paid: 3, buyers: 2, newMembers: 1, reserved: 1 },
      ...{ viewers: 3, visits: 3, orderToPayBps: 7500 },
      funnel: { exposed: 4, clicked: 3, ordered: 3, paid: 2 },
    })
    expect(before).toBeNull()
  })

  test('product by product', async () => {
    const { live, orders } = story
    const { figures } = (await review(live.liveId)).review
    const [, bobs, shelf] = await Promise.all(orders.map((orderId) => small.order(orderId)))
    expect(figures.products).toMatchObject([
      {
        ...{ dealId: live.first.dealId, exposed: 3, clicked: 2, orders: 2, paid: 1, pieces: 2 },
        ...{ paidFen: 1800, refundedFen: 900 },
      },
      { dealId: live.second.dealId, orders: 1, pieces: 1, paidFen: bobs?.payment?.paidFen },
      { dealId: live.backup.dealId, orders: 0, pieces: 0, paidFen: 0 },
      {
        dealId: null,
        productId: live.second.productId,
        pieces: 3,
        paidFen: shelf?.payment?.paidFen,
      },
    ])
    const sum = figures.products.reduce((all, { paidFen }) => all + paidFen, 0)
    expect(sum).toBe(figures.gmvFen)
  })

  test('minute by minute', async () => {
    const { figures } = (await review(story.live.liveId)).review
    const [first, second, ...later] = figures.minutes
    expect(first).toMatchObject({ orders: 1, paidFen: 1800 })
    expect(second).toMatchObject({ orders: 3, paidFen: figures.gmvFen - 1800 })
    expect(later.every(({ orders }) => orders === 0)).toBe(true)
    expect([figures.peak, Math.max(...figures.minutes.map(({ viewers }) => viewers))]).toEqual([
      3, 3,
    ])
  })

  test('by guide and store, coupon and lottery', async () => {
    const { live, li } = story
    const { figures } = (await review(live.liveId)).review
    expect(figures.guides).toEqual([
      { guideId: li.guideId, name: '小李', orders: 1, buyers: 1, paidFen: 1800 },
    ])
    expect(figures.stores).toMatchObject([{ storeId: 'store-01', orders: 1, paidFen: 1800 }])
    expect(figures.coupons).toMatchObject([{ templateId: live.templateId, claimed: 2 }])
    const [coupon] = figures.coupons
    const used = await small.shop.documents('coupons', {
      templateId: live.templateId,
      status: 'used',
    })
    expect(coupon?.used).toBe(used.length)
    expect(figures.lotteries).toMatchObject([{ entries: 2, prizes: 2, claimed: 1 }])
  })

  test('counted anew comes to the same, whoever counts and whenever', async () => {
    const { review: told } = await review(story.live.liveId)
    await small.shop.pass('1 hour')
    const again = await recount(story.live.liveId)
    expect(again.figures).toEqual(told.figures)
    expect(again.countedAt).toBeGreaterThan(told.countedAt)
    expect((await review(story.live.liveId)).review).toEqual(again)
  })

  test('tells nobody’s openid', async () => {
    const text = JSON.stringify(await review(story.live.liveId))
    expect(text).not.toMatch(/"neighbour-\d+"/)
  })

  test('a refund that comes later is in the next count', async () => {
    const { live, orders } = story
    const before = await recount(live.liveId)
    const order = await small.order(orders[1] ?? ('' as never))
    await small.refund(order.memberId, order._id)
    await small.minutes(2)
    const after = await recount(live.liveId)
    const back = order.payment?.paidFen ?? 0
    expect(after.figures.refundedFen - before.figures.refundedFen).toBe(back)
    expect(after.figures.gmvFen).toBe(before.figures.gmvFen)
  })

  test('reservations stay counted when their messages are forgotten, and in the end all stays', async () => {
    const before = await recount(story.live.liveId)
    await small.shop.pass('40 days')
    await small.minutes(2)
    const later = await recount(story.live.liveId)
    expect(later.figures).toEqual(before.figures)
    await small.shop.control('POST', 'clock', { advance: EVENTS_KEPT - 30 * DAY })
    await small.minutes(2)
    expect(await recount(story.live.liveId)).toEqual(later)
  })
})

describe('a review', () => {
  const seen = async (live: PlannedLive) => (await review(live.liveId)).before?._id

  test('stands beside that of the session that began before', async () => {
    const one = await startedLive(small)
    await small.minutes(1)
    const other = await startedLive(small)
    expect(await seen(other)).toBe(one.liveId)
    expect(await seen(other)).toBe(one.liveId)
    expect(await seen(one)).not.toBe(other.liveId)
  })

  test('tells of a coupon what was claimed in its own session, wherever else it is dropped', async () => {
    const one = await startedLive(small)
    const { templateId } = one
    const claim = async ({ liveId }: PlannedLive) => {
      const wish = { requestId: randomUUID(), liveId, templateId }
      await drop(small, { ...one, liveId })
      await small.shop.ask(small.neighbour(), 'live.claim', wish)
    }
    await claim(one)
    await end(small, one)
    await small.minutes(1)
    const other = await startedLive(small, { also: [templateId] })
    for (let time = 0; time < 2; time += 1) await claim(other)
    const claimed = async ({ liveId }: PlannedLive) =>
      (await recount(liveId)).figures.coupons.map((coupon) => coupon.claimed)
    expect([await claimed(one), await claimed(other)]).toEqual([[1], [2]])
  })

  test('of a session that still runs is of what happened so far', async () => {
    const live = await startedLive(small)
    expect((await review(live.liveId)).review.figures).toMatchObject({ orders: 0 })
    await small.buy(small.neighbour(), small.joining(live.first))
    expect((await review(live.liveId)).review.figures).toMatchObject({ orders: 0 })
    expect((await recount(live.liveId)).figures).toMatchObject({ orders: 1, gmvFen: 900 })
  })

  test('there is none of a session that has not begun, or is none', async () => {
    const { liveId } = await plannedLive(small)
    for (const name of ['live.review', 'live.recount'] as const) {
      expect(await small.shop.refusal('keeper', name, { liveId })).toBe('live_unstarted')
      const nowhere = { liveId: 'nowhere' as LiveId }
      expect(await small.shop.refusal('keeper', name, nowhere)).toBe('live_unknown')
    }
  })
})

describe('notes for the next time', () => {
  const note = (liveId: LiveId, words: string) => ({ requestId: randomUUID(), liveId, words })

  test('stay whatever is counted anew, the newest first', async () => {
    const { liveId } = await startedLive(small)
    await small.shop.ask('keeper', 'live.note', note(liveId, '早点发券'))
    await small.shop.pass('1 second')
    await small.shop.ask('keeper', 'live.note', note(liveId, '备货要多'))
    await recount(liveId)
    const { notes } = await review(liveId)
    expect(notes.map(({ words }) => words)).toEqual(['备货要多', '早点发券'])
  })

  test('are of one session, and of none that there is not', async () => {
    const [one, other] = [await startedLive(small), await startedLive(small)]
    await small.shop.ask('keeper', 'live.note', note(one.liveId, '只说这场'))
    expect((await review(other.liveId)).notes).toEqual([])
    const nowhere = note('nowhere' as LiveId, '没有')
    expect(await small.shop.refusal('keeper', 'live.note', nowhere)).toBe('live_unknown')
  })
})
