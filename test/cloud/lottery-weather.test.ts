/** 抽奖 that is cut off anywhere: a repeat finishes it, with the same outcome for all. */
import type { PrizeDeal } from '@domain/live/deal'
import type { LotteryPage, LotterySeed } from '@domain/lottery/lottery'
import { roomOf, startedLive } from './live-shop'
import {
  drawing,
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

jest.setTimeout(300_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => allIsWell())
afterAll(() => small.shop.close())

const trouble = (rates: Record<string, number>, seed: number) =>
  small.shop.control('POST', 'faults', { seed, rates })
const allIsWell = () => small.shop.control('POST', 'faults', {})

const rates = { 'function.kill': 0.15, 'database.after': 0.1, 'database.before': 0.05 }
const seeds = Array.from({ length: 6 }, (_, seed) => seed)

test.each(seeds)('an opening that is cut off is finished once (seed %d)', async (seed) => {
  const live = await startedLive(small)
  const wish = opening(live)
  await trouble(rates, seed)
  for (let tried = 0; tried < 4; tried += 1) await small.shop.call('keeper', 'lottery.open', wish)
  await allIsWell()
  const { lottery } = await small.shop.ask('keeper', 'lottery.open', wish)
  const [kept] = await small.shop.documents<LotterySeed>('lottery_seeds', { _id: lottery._id })
  expect(workedOut({ ...lottery, seed: kept?.seed ?? '' } as never, []).commitment).toBe(
    lottery.commitment,
  )
  expect((await roomOf(small, live.liveId)).lotteries).toEqual([lottery._id])
  expect(await small.stock({ dealId: lottery.dealId })).toMatchObject({ left: 2 })
  expect(
    await small.shop.documents('audit_entries', { action: 'lottery.open', subject: live.liveId }),
  ).toHaveLength(1)
})

test.each(seeds)(
  'a draw that is cut off has the winners that it would have had (seed %d)',
  async (seed) => {
    const { live, lottery } = await enteredBy(small, 5)
    await untilDrawable(small, lottery)
    const wish = drawing(lottery)
    await trouble(rates, seed)
    for (let tried = 0; tried < 4; tried += 1) await small.shop.call('keeper', 'lottery.draw', wish)
    await allIsWell()
    const { lottery: drawn } = await small.shop.ask('keeper', 'lottery.draw', wish)
    const view = await seen(small, 'anybody', lottery)
    const anew = workedOut(view, await published(small, lottery))
    expect(drawn).toMatchObject({ status: 'drawn', ...anew })
    expect((await small.deal<PrizeDeal>(lottery.dealId)).endsAt).toBeLessThan(
      (await small.shop.now()) + 8 * 86_400_000,
    )
    const noted = { action: 'lottery.draw', subject: live.liveId }
    expect(await small.shop.documents('audit_entries', noted)).toHaveLength(1)
  },
)

test('pages that an interrupted sealing left behind are no part of the list', async () => {
  const { lottery } = await enteredBy(small, 3)
  await untilDrawable(small, lottery)
  const stray = { lotteryId: lottery._id, listHash: 'of-another-list', page: 0, codes: ['stray'] }
  await small.shop.control('POST', 'collections/lottery_pages', [
    { _id: `${lottery._id}.of-another-list.0`, ...stray },
  ] satisfies LotteryPage[])
  await small.shop.ask('keeper', 'lottery.draw', drawing(lottery))
  const view = await seen(small, 'anybody', lottery)
  const codes = await published(small, lottery)
  expect(codes).toHaveLength(3)
  expect(view).toMatchObject(workedOut(view, codes))
})

test('who asked to enter in bad weather, and asks again, has one entry', async () => {
  const { lottery } = await openedLottery(small)
  const ann = small.neighbour()
  await trouble({ 'database.after': 0.5, 'function.kill': 0.3 }, 3)
  for (let tried = 0; tried < 5; tried += 1) {
    await small.shop.call(ann, 'lottery.enter', { lotteryId: lottery._id })
  }
  await allIsWell()
  const code = await enter(small, ann, lottery)
  const entries = await small.shop.documents('lottery_entries', { lotteryId: lottery._id })
  expect(entries).toMatchObject([{ memberId: ann, code }])
})
