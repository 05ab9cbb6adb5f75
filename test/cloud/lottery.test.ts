/** 抽奖: nobody can choose who wins, and everybody can tell that nobody did. */
import type { LotteryId } from '@domain/ids'
import type { LotteryEntry, LotterySeed } from '@domain/lottery/lottery'
import { SEAL_WAIT } from '@domain/lottery/lottery'
import { expectNothingChanged } from './books'
import { end, plannedLive, roomOf, startedLive } from './live-shop'
import {
  draw,
  drawing,
  drawnLottery,
  enter,
  enteredBy,
  openedLottery,
  opening,
  published,
  seen,
  untilDrawable,
  workedOut,
} from './lottery-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const entriesOf = (lotteryId: LotteryId) =>
  small.shop.documents<LotteryEntry>('lottery_entries', { lotteryId })

const seedOf = async (lotteryId: LotteryId) => {
  const [kept] = await small.shop.documents<LotterySeed>('lottery_seeds', { _id: lotteryId })
  return kept?.seed ?? ''
}

const refusal = (openid: string, lotteryId: LotteryId) =>
  small.shop.refusal(openid, 'lottery.enter', { lotteryId })

describe('opening', () => {
  test('shows what is won, until when, and the hash of a seed that nobody can read', async () => {
    const { live, lottery } = await openedLottery(small)
    const view = await seen(small, small.neighbour(), lottery)
    expect(view).toMatchObject({
      ...{ liveId: live.liveId, productId: live.prize, prizes: 2, status: 'open', winners: [] },
      ...{ seed: null, listHash: null, entries: null, ownCode: null, hasWon: false },
    })
    expect(view.closesAt - view.opensAt).toBe(3 * 60_000)
    expect(view.commitment).toMatch(/^[0-9a-f]{64}$/)
    expect((await roomOf(small, live.liveId)).lotteries).toEqual([lottery._id])
  })

  test('every lottery has a seed of its own', async () => {
    const seeds = await Promise.all([1, 2, 3].map(() => openedLottery(small)))
    const commitments = seeds.map(({ lottery }) => lottery.commitment)
    expect(new Set(commitments).size).toBe(3)
  })

  test('a prize is drawn once: it can’t be opened again', async () => {
    const { live, lottery } = await openedLottery(small)
    const before = await roomOf(small, live.liveId)
    expect(await small.shop.refusal('keeper', 'lottery.open', opening(live))).toBe('live_cannot')
    expect(await roomOf(small, live.liveId)).toEqual(before)
    expect((await seen(small, 'ann', lottery)).commitment).toBe(lottery.commitment)
  })

  test('is refused before the session starts, after its end, and for what is no prize', async () => {
    const planned = await plannedLive(small)
    const refused = (wish: ReturnType<typeof opening>) =>
      small.shop.refusal('keeper', 'lottery.open', wish)
    expect(await refused(opening(planned))).toBe('live_cannot')
    const live = await startedLive(small)
    expect(await refused({ ...opening(live), place: 1 })).toBe('lottery_unknown')
    expect(await refused({ ...opening(live), liveId: 'nowhere' as never })).toBe('live_unknown')
    await end(small, live)
    expect(await refused(opening(live))).toBe('live_cannot')
  })
})

describe('entering', () => {
  test('one has one entry, however often and however many at once one asks', async () => {
    const { lottery } = await openedLottery(small)
    const ann = small.neighbour()
    const codes = await Promise.all(Array.from({ length: 20 }, () => enter(small, ann, lottery)))
    expect(new Set(codes).size).toBe(1)
    expect(await enter(small, ann, lottery)).toBe(codes[0])
    expect(await entriesOf(lottery._id)).toHaveLength(1)
    expect(await seen(small, ann, lottery)).toMatchObject({ ownCode: codes[0], hasWon: false })
  })

  test('everybody’s code is another one, and says nothing of who they are', async () => {
    const { lottery, entered } = await enteredBy(small, 12)
    expect(new Set(entered.map(({ code }) => code)).size).toBe(12)
    for (const { code } of entered) expect(code).toMatch(/^[0-9a-f]{20}$/)
    for (const { _id, memberId } of await entriesOf(lottery._id))
      expect(_id).not.toContain(memberId)
  })

  test('somebody has another code in another lottery', async () => {
    const [one, other] = [await openedLottery(small), await openedLottery(small)]
    const ann = small.neighbour()
    expect(await enter(small, ann, one.lottery)).not.toBe(await enter(small, ann, other.lottery))
  })

  test('is refused from the very moment on at which it closes', async () => {
    const { lottery } = await openedLottery(small)
    const [early, late] = small.neighbours(2) as [string, string]
    await small.shop.passTo(lottery.closesAt - 1)
    const code = await enter(small, early, lottery)
    await small.shop.passTo(lottery.closesAt)
    expect(await refusal(late, lottery._id)).toBe('lottery_over')
    expect(await entriesOf(lottery._id)).toHaveLength(1)
    // Who is in is told so whenever they ask.
    expect(await enter(small, early, lottery)).toBe(code)
  })

  test('there is no lottery of another name', async () => {
    const lotteryId = 'lottery-nowhere' as LotteryId
    expect(await refusal('ann', lotteryId)).toBe('lottery_unknown')
    expect(await small.shop.refusal('ann', 'lottery.see', { lotteryId })).toBe('lottery_unknown')
    const page = { lotteryId, page: 0 }
    expect(await small.shop.refusal('ann', 'lottery.entries', page)).toBe('lottery_unknown')
    expect(await small.shop.refusal('keeper', 'lottery.draw', drawing({ _id: lotteryId }))).toBe(
      'lottery_unknown',
    )
  })
})

describe('before the draw', () => {
  test('no answer to anybody holds the seed, nor the list while one can enter', async () => {
    const { live, lottery, entered } = await enteredBy(small, 3)
    const { liveId } = live
    const seed = await seedOf(lottery._id)
    expect(seed).toMatch(/^[0-9a-f]{64}$/)
    const [{ openid } = { openid: '' }] = entered
    const answers = [
      await small.shop.call(openid, 'lottery.see', { lotteryId: lottery._id }),
      await small.shop.call(openid, 'lottery.enter', { lotteryId: lottery._id }),
      await small.shop.call(openid, 'lottery.entries', { lotteryId: lottery._id, page: 0 }),
      await small.shop.call(openid, 'live.see', { liveId }),
      await small.shop.call(openid, 'live.room', { liveId, rev: 0, mark: '' }),
      await small.shop.call('keeper', 'live.cockpit', { liveId }),
      await small.shop.call('keeper', 'live.review', { liveId }),
      await small.shop.call('keeper', 'audit.list', {}),
      await small.shop.call('keeper', 'lottery.draw', drawing(lottery)),
    ]
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(seed)
    expect(answers[2]).toMatchObject({ error: { code: 'lottery_unsealed' } })
    const others = entered.filter((one) => one.openid !== openid)
    for (const { code } of others) expect(JSON.stringify(answers)).not.toContain(code)
  })

  test('nobody draws while somebody may still be entering', async () => {
    const { lottery } = await enteredBy(small, 2)
    const refused = async () => {
      const answer = await small.shop.call('keeper', 'lottery.draw', drawing(lottery))
      return 'error' in answer ? answer.error : undefined
    }
    const until = lottery.closesAt + SEAL_WAIT
    expect(await refused()).toMatchObject({ code: 'lottery_open', details: { until } })
    await small.shop.passTo(until - 1)
    await expectNothingChanged(small.shop, async () => {
      expect(await refused()).toMatchObject({ code: 'lottery_open' })
    })
    await small.shop.passTo(until)
    expect(await refused()).toBeUndefined()
  })
})

describe('the draw', () => {
  test('is what anybody works out from what is there for all to read', async () => {
    const { lottery: open, entered } = await enteredBy(small, 9)
    await draw(small, open)
    const view = await seen(small, 'anybody', open)
    const codes = await published(small, open)
    expect([...codes]).toEqual(entered.map(({ code }) => code).sort())
    const { commitment, listHash, entries, winners } = workedOut(view, codes)
    expect(view).toMatchObject({ status: 'drawn', commitment, listHash, entries, winners })
    expect(view.commitment).toBe(open.commitment)
    expect(winners).toHaveLength(2)
  })

  test('tells each who entered whether they have won', async () => {
    const { lottery, winners, losers } = await drawnLottery(small, 6)
    expect([winners.length, losers.length]).toEqual([2, 4])
    for (const openid of winners)
      expect(await seen(small, openid, lottery)).toMatchObject({ hasWon: true })
    for (const openid of losers)
      expect(await seen(small, openid, lottery)).toMatchObject({ hasWon: false })
    expect(await seen(small, small.neighbour(), lottery)).toMatchObject({ hasWon: false })
  })

  test('of fewer entries than prizes all win; of none, nobody', async () => {
    const { lottery, winners } = await drawnLottery(small, 1)
    expect([lottery.winners.length, winners.length]).toEqual([1, 1])
    const none = await drawnLottery(small, 0)
    expect(none.lottery).toMatchObject({ status: 'drawn', entries: 0, winners: [] })
    expect(await published(small, none.lottery)).toEqual([])
  })

  test('stands: drawn again by another wish, it is the same', async () => {
    const { lottery } = await drawnLottery(small)
    const again = await small.shop.ask('keeper', 'lottery.draw', drawing(lottery))
    expect(again.lottery).toEqual(lottery)
  })

  test('asked for by five at the same time is one', async () => {
    const { lottery } = await enteredBy(small, 7)
    await untilDrawable(small, lottery)
    const draws = await Promise.all(
      Array.from({ length: 5 }, () => small.shop.ask('keeper', 'lottery.draw', drawing(lottery))),
    )
    for (const drawn of draws) expect(drawn.lottery.winners).toEqual(draws[0]?.lottery.winners)
    const view = await seen(small, 'anybody', lottery)
    expect(workedOut(view, await published(small, lottery)).winners).toEqual(view.winners)
  })

  test('is made by the timer where nobody draws', async () => {
    const { lottery } = await enteredBy(small, 4)
    await small.shop.passTo(lottery.closesAt)
    await small.minutes(9)
    expect(await seen(small, 'anybody', lottery)).toMatchObject({ status: 'open' })
    await small.minutes(2)
    const view = await seen(small, 'anybody', lottery)
    expect(view).toMatchObject({ status: 'drawn', entries: 4 })
    expect(workedOut(view, await published(small, lottery)).winners).toEqual(view.winners)
  })

  test('moves the room on, so that phones look again', async () => {
    const { live, lottery } = await enteredBy(small, 2)
    const before = await roomOf(small, live.liveId)
    await draw(small, lottery)
    expect((await roomOf(small, live.liveId)).rev).toBeGreaterThan(before.rev)
  })

  test('a list of more than a page is there page by page, each code once', async () => {
    const { lottery } = await openedLottery(small)
    const at = lottery.opensAt
    const many = Array.from({ length: 1203 }, (_, place) => {
      const code = `code-${String(place).padStart(5, '0')}`
      return { _id: `${lottery._id}.${place}`, lotteryId: lottery._id, memberId: code, code, at }
    })
    await small.shop.control('POST', 'collections/lottery_entries', many)
    const drawn = await draw(small, lottery)
    const codes = await published(small, lottery)
    expect(codes).toEqual(many.map(({ code }) => code))
    expect(drawn).toMatchObject({
      entries: 1203,
      winners: workedOut(await seen(small, 'ann', lottery), codes).winners,
    })
  })
})
