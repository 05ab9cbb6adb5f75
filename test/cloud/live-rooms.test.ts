/** 直播间: a session from its plan to its end, as its viewers see it. */
import { randomUUID } from 'node:crypto'
import type { LiveId } from '@domain/ids'
import { guide, linkOf, open } from './guide-shop'
import {
  about,
  crewOf,
  end,
  plannedLive,
  pricing,
  refusalOf,
  roomOf,
  see,
  start,
  startedLive,
} from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

describe('a session that is planned', () => {
  test('shows what it will sell, who hosts it and what it costs then', async () => {
    const live = await plannedLive(small, { host: await crewOf(small, '小李') })
    const { first, second, backup } = live
    expect(await see(small, live)).toMatchObject({
      session: { _id: live.liveId, title: '周末直播', minutesPerProduct: 5 },
      hostName: '小李',
      coHostName: null,
      room: { status: 'planned', startedAt: null, explaining: null, rev: 0 },
      goods: [
        { dealId: first.dealId, role: 'main', priceFen: 900, left: 10, isOffered: true },
        { dealId: second.dealId, role: 'main', product: { skuPriceFen: 1000 } },
        { dealId: backup.dealId, role: 'backup', isOffered: false },
      ],
      coupons: [],
      isReserved: false,
      reminderTemplateId: 'live-start',
    })
  })

  test('sells nothing yet', async () => {
    const { first } = await plannedLive(small)
    expect(await refusalOf(small, 'ann', first)).toBe('deal_unstarted')
  })

  test('stands on no other page of the shop', async () => {
    const { first } = await startedLive(small)
    const productId = first.productId as never
    const { deals: home } = await small.shop.ask('ann', 'catalog.home', {})
    const { deals } = await small.shop.ask('ann', 'catalog.see', { productId })
    expect(JSON.stringify([home, deals])).not.toContain(first.dealId)
  })

  test('is unknown where there is none of that name', async () => {
    const liveId = 'no-such-live' as LiveId
    const [rev, mark] = [0, 'a1']
    expect(await small.shop.refusal('ann', 'live.see', { liveId })).toBe('live_unknown')
    expect(await small.shop.refusal('ann', 'live.room', { liveId, rev, mark })).toBe('live_unknown')
    expect(await small.shop.refusal('ann', 'live.reserve', { liveId })).toBe('live_unknown')
    expect(await small.shop.refusal('keeper', 'live.cockpit', { liveId })).toBe('live_unknown')
  })

  test('tells by whose invitation one came, where it was to this very session', async () => {
    const { openid } = await guide(small, { name: '小王' })
    const [one, other] = [await plannedLive(small), await plannedLive(small)]
    const link = await linkOf(small, openid, { kind: 'live', id: one.liveId })
    const friend = small.neighbour()
    await open(small, friend, link)
    expect((await see(small, one, friend)).invitedBy).toEqual({ name: '小王', avatar: null })
    expect((await see(small, other, friend)).invitedBy).toBeNull()
    expect((await see(small, one)).invitedBy).toBeNull()
  })
})

describe('a session starts', () => {
  test('not earlier than an hour before its time', async () => {
    const live = await plannedLive(small, { startsAt: '+61m' })
    const wish = { requestId: randomUUID(), liveId: live.liveId }
    expect(await small.shop.refusal('keeper', 'live.start', wish)).toBe('live_early')
    await small.minutes(1)
    expect((await start(small, live)).room.status).toBe('live')
  })

  test('and what it sells can be bought from that moment on, backups left out', async () => {
    const live = await startedLive(small)
    expect(await refusalOf(small, 'ann', live.first)).toBeUndefined()
    expect(await refusalOf(small, 'ann', live.backup)).toBe('deal_off')
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(live.first, 2))
    expect(await small.order(orderId)).toMatchObject({
      live: { id: live.liveId, hostId: null },
      receipt: { payableFen: 1800 },
      deal: { kind: 'live', id: live.first.dealId },
    })
    expect(await small.stock({ dealId: live.first.dealId })).toMatchObject({ left: 8 })
  })

  test('once: who starts it again is told that it runs', async () => {
    const live = await startedLive(small)
    const wish = { requestId: randomUUID(), liveId: live.liveId }
    expect(await small.shop.refusal('keeper', 'live.start', wish)).toBe('live_cannot')
  })

  test('once, too, when two of the crew start it at the same moment', async () => {
    const { liveId } = await plannedLive(small)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        small.shop.call('keeper', 'live.start', { requestId: randomUUID(), liveId }),
      ),
    )
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(1)
    expect(await roomOf(small, liveId)).toMatchObject({ status: 'live', rev: 1 })
  })

  test('by itself at its time, where nobody started it, and ends an hour after its end', async () => {
    const { liveId, first } = await plannedLive(small, { startsAt: '+2m', lastsMinutes: 10 })
    await small.minutes(3)
    expect(await roomOf(small, liveId)).toMatchObject({ status: 'live' })
    expect(await refusalOf(small, 'ann', first)).toBeUndefined()
    await small.minutes(60)
    expect(await roomOf(small, liveId)).toMatchObject({ status: 'live' })
    await small.shop.pass('10 minutes')
    expect(await roomOf(small, liveId)).toMatchObject({ status: 'ended', dueAt: null })
    expect(await refusalOf(small, 'ann', first)).toBe('deal_over')
  })
})

describe('a session ends', () => {
  test('and sells nothing any more; who placed an order may still pay it', async () => {
    const live = await startedLive(small)
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.joining(live.first))
    await end(small, live)
    expect(await refusalOf(small, 'ann', live.first)).toBe('deal_over')
    await small.paid(ann, orderId)
    expect((await small.order(orderId)).status).toBe('paid')
  })

  test('and nothing can be done in its room any more', async () => {
    const live = await startedLive(small)
    await end(small, live)
    const { liveId, first, templateId } = live
    const requestId = randomUUID()
    const refusals = [
      await small.shop.refusal('keeper', 'live.start', { requestId, liveId }),
      await small.shop.refusal('keeper', 'live.end', { requestId, liveId }),
      await small.shop.refusal('keeper', 'live.explain', about(live, first)),
      await small.shop.refusal('keeper', 'live.price', pricing(live, first, 800)),
      await small.shop.refusal('keeper', 'live.drop', { requestId, liveId, templateId }),
    ]
    expect(refusals).toEqual(Array(5).fill('live_cannot'))
    expect(await small.shop.refusal('ann', 'live.reserve', { liveId })).toBe('live_over')
  })

  test('and an order from the shelf is of it no longer', async () => {
    const live = await startedLive(small)
    const line = small.line(await small.product())
    const liveOf = async () => {
      const wish = await small.shop.placing('ann', [line])
      const asked = { ...wish, requestId: randomUUID(), liveId: live.liveId }
      const { orderId } = await small.shop.ask('ann', 'orders.place', asked)
      return (await small.order(orderId)).live
    }
    expect(await liveOf()).toEqual({ id: live.liveId, hostId: null })
    await end(small, live)
    expect(await liveOf()).toBeNull()
  })
})

test('the list has what runs first, then what comes soonest, then what went by last', async () => {
  const fresh = await openSmallShop()
  try {
    const plan = (startsAt: string) => plannedLive(fresh, { startsAt })
    const [soon, gone, late] = [await plan('+50m'), await plan('+30m'), await plan('+5h')]
    const running = await startedLive(fresh, { startsAt: '+20m' })
    await start(fresh, gone)
    await end(fresh, gone)
    const { sessions } = await fresh.shop.ask('ann', 'live.list', {})
    expect(sessions.map(({ _id, status, products }) => [_id, status, products])).toEqual([
      [running.liveId, 'live', 3],
      [soon.liveId, 'planned', 3],
      [late.liveId, 'planned', 3],
      [gone.liveId, 'ended', 3],
    ])
  } finally {
    await fresh.shop.close()
  }
})
