/** What a room costs the view while a session goes on, change by change. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { ActionName } from '@domain/functions'
import type { TemplateId } from '@domain/ids'
import { MINUTE } from '@domain/time'
import type { Cost } from '../../emulator/phone/meter'
import { cherries, durian, liveId, seenBy } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { aTap, back, costOf, KILOBYTE, overBudget, tap, tickingOn } from './cost'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const room = { path: 'pages/live/room/index', query: `liveId=${liveId}` }

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
  await shop.pass('90 minutes')
  await does('live.start', {})
  await does('live.explain', { dealId: cherries })
})
afterEach(closePhones)
afterAll(() => shop.close())

type Wish<Name extends ActionName> = Omit<InputOf<Name>, 'requestId' | 'liveId'>

/** The keeper does something in the cockpit. */
const does = <Name extends ActionName>(name: Name, wish: Wish<Name>) =>
  shop.ask('keeper', name, { requestId: randomUUID(), liveId, ...wish } as never)

const reason = '直播间的价格'
const priceFen = (fen: number) => fen as InputOf<'live.price'>['priceFen']
const tangerine = `${liveId}-tangerine-wogan-3` as typeof cherries
const backup = `${liveId}-fruit-basket` as typeof cherries

/** Everything that a cockpit does to a room, one after the other. */
const changes: readonly (readonly [what: string, act: () => Promise<unknown>])[] = [
  ['the next product', () => does('live.explain', { dealId: durian })],
  ['a price', () => does('live.price', { dealId: durian, priceFen: priceFen(32_900), reason })],
  [
    'the same price again',
    () => does('live.price', { dealId: durian, priceFen: priceFen(31_900), reason }),
  ],
  ['a stock', () => does('live.stock', { dealId: durian, change: 20, reason })],
  ['off the shelf', () => does('live.shelve', { dealId: durian, isOffered: false })],
  ['on the shelf', () => does('live.shelve', { dealId: durian, isOffered: true })],
  ['skipped', () => does('live.skip', { dealId: tangerine })],
  ['a backup', () => does('live.explain', { dealId: backup })],
  ['words', () => does('live.announce', { words: '今晚下单都送冰袋，明天一早从产地发出' })],
  ['more words', () => does('live.announce', { words: '车厘子再补 50 份' })],
  ['third words', () => does('live.announce', { words: '最后十分钟，想要的抓紧' })],
  ['fourth words', () => does('live.announce', { words: '谢谢大家，下周同一时间见' })],
  ['a coupon', () => does('live.drop', { templateId: 'live-20' as TemplateId })],
  ['a lottery', () => does('lottery.open', { place: 0, minutes: 30 })],
]

test('each change in a room is one call and 1 KB at the most', async () => {
  const viewer = await Neighbour.of(shop, 'ann', room)
  const ticking = await tickingOn(viewer, MINUTE)
  const costs: (readonly [string, Cost])[] = []
  for (const [what, act] of changes) {
    await shop.pass('5 seconds')
    await act()
    const cost = await costOf(viewer, () => viewer.phone.pass(13_000), ticking)
    costs.push([what, cost])
  }
  expect(costs.filter(([, { calls }]) => calls !== 1)).toEqual([])
  expect(costs.filter(([, { bytes }]) => bytes > KILOBYTE)).toEqual([])
})

test('a quiet room costs the view nothing', async () => {
  const viewer = await Neighbour.of(shop, 'bo', room)
  const ticking = await tickingOn(viewer, MINUTE)
  const cost = await costOf(viewer, () => viewer.phone.pass(2 * MINUTE), ticking)
  expect(cost).toEqual({ calls: 0, bytes: 0 })
})

test('taps in a room, on its session and on a lottery cost two calls and 1 KB', async () => {
  const [lottery] = (await seenBy(shop, 'cai')).lotteries
  const one = await Neighbour.of(shop, 'cai', room)
  const steps = ['#watch', '#claim-live-20', `#buy-${cherries}`].map(tap)
  expect(await overBudget(one, [...steps, back, tap('#other'), back], aTap)).toEqual([])
  const [path, query] = ['pages/live/lottery/index', `lotteryId=${lottery?._id ?? ''}`]
  const entering = await Neighbour.of(shop, 'cai', { path, query })
  expect(await overBudget(entering, [tap('#enter')], aTap)).toEqual([])
})

test('the first screen of a room, of a session and of the list is drawn by two calls and 16 KB', async () => {
  for (const path of ['room', 'session', 'list']) {
    const { phone } = await Neighbour.of(shop, 'ding', {
      path: `pages/live/${path}/index`,
      query: `liveId=${liveId}`,
    })
    const { calls, bytes } = phone.firstScreen
    expect([path, calls <= 2, bytes <= 16 * KILOBYTE]).toEqual([path, true, true])
  }
})

test('more goods at the end of the page are drawn by one call and 12 KB', async () => {
  const one = await Neighbour.of(shop, 'en', room)
  const more = await costOf(one, () => one.phone.reachBottom())
  expect(more.calls).toBe(1)
  expect(more.bytes).toBeLessThanOrEqual(12 * KILOBYTE)
})
