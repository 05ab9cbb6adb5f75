/** 直播间 as its viewers follow it: news, reminders, coupons. */
import { randomUUID } from 'node:crypto'
import type { LiveId } from '@domain/ids'
import type { Message } from '@domain/messages/message'
import {
  about,
  drop,
  end,
  plannedLive,
  pricing,
  refusalOf,
  see,
  start,
  startedLive,
} from './live-shop'
import type { PlannedLive } from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

describe('a room tells its viewers', () => {
  const news = async (live: PlannedLive, seen: { room: { rev: number }; mark: string }) =>
    small.shop.ask('ann', 'live.room', {
      liveId: live.liveId,
      rev: seen.room.rev,
      mark: seen.mark,
    })

  test('nothing while nothing happens', async () => {
    const live = await startedLive(small)
    const seen = await see(small, live)
    expect(await news(live, seen)).toEqual({ room: null, figures: null })
  })

  test('what is explained, what was before, and what is announced', async () => {
    const live = await startedLive(small)
    const seen = await see(small, live)
    await small.shop.ask('keeper', 'live.explain', about(live, live.first))
    await small.shop.ask('keeper', 'live.explain', about(live, live.second))
    const wish = { requestId: randomUUID(), liveId: live.liveId, words: '五分钟后抽奖' }
    await small.shop.ask('keeper', 'live.announce', wish)
    const { room, figures } = await news(live, seen)
    expect(room).toMatchObject({
      explaining: { dealId: live.second.dealId },
      shown: { [live.first.dealId]: 'explained' },
      announcements: [{ words: '五分钟后抽奖' }],
      rev: 4,
    })
    expect(figures).toBeNull()
  })

  test('a new price at once', async () => {
    const live = await startedLive(small)
    const seen = await see(small, live)
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 800))
    const { figures } = await news(live, seen)
    expect(figures?.mark).not.toBe(seen.mark)
    expect(figures?.goods).toMatchObject([
      { dealId: live.first.dealId, priceFen: 800 },
      { dealId: live.second.dealId, priceFen: 900 },
      { dealId: live.backup.dealId, isOffered: false },
    ])
  })

  test('that a backup was brought in, and that something is off sale', async () => {
    const live = await startedLive(small)
    await small.shop.ask('keeper', 'live.explain', about(live, live.backup))
    const off = { ...about(live, live.first), isOffered: false }
    await small.shop.ask('keeper', 'live.shelve', off)
    expect((await see(small, live)).goods).toMatchObject([
      { isOffered: false },
      { isOffered: true },
      { isOffered: true },
    ])
    expect(await refusalOf(small, 'ann', live.backup)).toBeUndefined()
    expect(await refusalOf(small, 'ann', live.first)).toBe('deal_off')
  })

  test('what was skipped', async () => {
    const live = await startedLive(small)
    await small.shop.ask('keeper', 'live.skip', about(live, live.second))
    expect((await see(small, live)).room.shown).toEqual({ [live.second.dealId]: 'skipped' })
  })

  test('what is left, some seconds late at the most', async () => {
    const live = await startedLive(small)
    const seen = await see(small, live)
    await news(live, seen)
    await small.buy(small.neighbour(), small.joining(live.first, 3))
    await small.shop.pass('3 seconds')
    const { figures } = await news(live, seen)
    expect(figures?.goods).toMatchObject([{ left: 7 }, { left: 10 }, { left: 10 }])
  })
})

describe('polling', () => {
  interface LogEntry {
    readonly seq: number
    readonly function: string
    readonly calls: readonly unknown[]
  }

  /** The SDK calls of each invocation that something brings about. */
  async function callsOf(act: () => Promise<unknown>): Promise<number[]> {
    const log = (where: string) => small.shop.control<LogEntry[]>('GET', `log?${where}`)
    const [last] = await log('limit=1')
    await act()
    return (await log(`after=${last?.seq ?? 0}&limit=1000`)).map(({ calls }) => calls.length)
  }

  test('a quiet room takes one invocation and two calls at most, mostly one, in few bytes', async () => {
    const live = await startedLive(small)
    const { room, mark } = await see(small, live)
    const poll = () =>
      small.shop.ask('ann', 'live.room', { liveId: live.liveId, rev: room.rev, mark })
    const polls = await callsOf(async () => {
      for (let asked = 0; asked < 40; asked += 1) {
        expect(JSON.stringify(await poll()).length).toBeLessThan(50)
      }
    })
    expect(polls).toHaveLength(40)
    expect(Math.max(...polls)).toBeLessThanOrEqual(2)
    // Each worker of the function counts once, and remembers it.
    expect(polls.filter((calls) => calls === 1).length).toBeGreaterThan(20)
  })
})

describe('who reserves a session', () => {
  const liveStarts = (subject: LiveId) =>
    small.shop.documents<Message>('messages', { kind: 'liveStart', subject })
  const consent = async (openid: string) => {
    const given = { openid, templateId: 'live-start', count: 2 }
    await small.shop.control('POST', 'messages/consents', given)
    const wish = { requestId: randomUUID(), kinds: ['liveStart'] as ['liveStart'] }
    await small.shop.ask(openid, 'messages.consent', wish)
  }

  test('is reminded once, ten minutes before', async () => {
    const live = await plannedLive(small, { startsAt: '+20m' })
    const ann = small.neighbour()
    await consent(ann)
    await small.shop.ask(ann, 'live.reserve', { liveId: live.liveId })
    await small.shop.ask(ann, 'live.reserve', { liveId: live.liveId })
    expect((await see(small, live, ann)).isReserved).toBe(true)
    expect((await see(small, live)).isReserved).toBe(false)
    const sent = () => small.shop.control<object[]>('GET', `messages?openid=${ann}`)
    await small.minutes(9)
    expect(await sent()).toEqual([])
    await small.minutes(12)
    expect(await sent()).toMatchObject([
      { page: `pages/live/session/index?liveId=${live.liveId}`, templateId: 'live-start' },
    ])
  })

  test('hears of it at once where it starts early, and not again', async () => {
    const live = await plannedLive(small, { startsAt: '+40m' })
    const ann = small.neighbour()
    await consent(ann)
    await small.shop.ask(ann, 'live.reserve', { liveId: live.liveId })
    await start(small, live)
    const now = await small.shop.now()
    expect(await liveStarts(live.liveId)).toMatchObject([{ memberId: ann, dueAt: now }])
    await small.shop.pass('40 minutes')
    expect(await small.shop.control<object[]>('GET', `messages?openid=${ann}`)).toHaveLength(1)
  })
})

describe('a coupon that is dropped', () => {
  const claim = (openid: string, { liveId, templateId }: PlannedLive, requestId = randomUUID()) =>
    small.shop.call(openid, 'live.claim', { requestId, liveId, templateId })

  test('can be claimed in the room, once, and shows how many are left', async () => {
    const live = await startedLive(small)
    const ann = small.neighbour()
    expect(await claim(ann, live)).toMatchObject({ error: { code: 'template_unknown' } })
    await drop(small, live)
    expect(await claim(ann, live)).toMatchObject({
      result: { coupon: { templateId: live.templateId, channel: 'live', status: 'unused' } },
    })
    expect(await claim(ann, live)).toMatchObject({ error: { code: 'member_limit' } })
    expect((await see(small, live, ann)).coupons).toMatchObject([{ left: 4, claimed: 1 }])
    expect((await see(small, live)).coupons).toMatchObject([{ left: 4, claimed: 0 }])
  })

  test('is gone when all are claimed, however many try at once', async () => {
    const live = await startedLive(small)
    await drop(small, live)
    const answers = await Promise.all(small.neighbours(12).map((openid) => claim(openid, live)))
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(5)
    const codes = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []))
    expect(new Set(codes)).toEqual(new Set(['coupons_gone']))
  })

  test('is not claimed after the end, but a repeat is answered as before', async () => {
    const live = await startedLive(small)
    await drop(small, live)
    const [ann, requestId] = [small.neighbour(), randomUUID()]
    const first = await claim(ann, live, requestId)
    await end(small, live)
    expect(await claim(ann, live, requestId)).toEqual(first)
    expect(await claim(small.neighbour(), live)).toMatchObject({ error: { code: 'live_over' } })
  })

  test('comes by no other way: neither the centre nor another room has it', async () => {
    const [live, other] = [await startedLive(small), await startedLive(small)]
    await drop(small, live)
    const wish = { requestId: randomUUID(), templateId: live.templateId }
    expect(await small.shop.refusal('ann', 'coupons.claim', wish)).toBe('template_unknown')
    const elsewhere = { ...wish, liveId: other.liveId }
    expect(await small.shop.refusal('ann', 'live.claim', elsewhere)).toBe('template_unknown')
    const foreign = { ...elsewhere, requestId: randomUUID() }
    expect(await small.shop.refusal('keeper', 'live.drop', foreign)).toBe('template_unknown')
  })
})
