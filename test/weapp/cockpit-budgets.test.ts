import { buysLive, cherries, goesLive, liveId } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { aTap, KILOBYTE, overBudget, tap, tickingOn, costOf, type Step } from './cost'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

/** A shop whose session runs. */
beforeAll(async () => {
  shop = await openShop()
  await goesLive(shop)
})
afterEach(closePhones)
afterAll(() => shop.close())

const at = (page: string) =>
  Neighbour.of(shop, 'keeper', { path: `pages/${page}/index`, query: `liveId=${liveId}` })

/** Steps in a cockpit: what ticks on it by itself is left out. */
async function over(one: Neighbour, steps: readonly Step[], most: typeof aTap) {
  const ticking = await tickingOn(one, 2000)
  const costs = []
  for (const [name, act] of steps) {
    const { calls, bytes } = await costOf(one, () => act(one), ticking)
    if (calls > most.calls || bytes > most.bytes) costs.push(`${name}: ${calls}, ${bytes} bytes`)
  }
  return costs
}

test('the first screens are drawn by four calls, the cockpit of 34 products by 40 KB', async () => {
  const most = { 'cockpit/sessions': 4, 'cockpit/cockpit': 40, 'charts/review': 24 } as const
  for (const [page, kilobytes] of Object.entries(most)) {
    const { phone } = await at(page)
    const { calls, bytes } = phone.firstScreen
    expect([page, calls <= 4, bytes <= kilobytes * KILOBYTE]).toEqual([page, true, true])
  }
})

test('another part of the cockpit is one call of some bytes', async () => {
  const one = await at('cockpit/cockpit')
  const tabs = ['#tab-talk', '#tab-ready', '#tab-log', '#tab-show'].map(tap)
  expect(await over(one, tabs, { calls: 1, bytes: KILOBYTE / 2 })).toEqual([])
})

test('explaining the next product costs a tap and its answer', async () => {
  const one = await at('cockpit/cockpit')
  expect(await over(one, [tap('#explain-next')], { calls: 2, bytes: 6 * KILOBYTE })).toEqual([])
})

test('the sheet of a product opens by one call', async () => {
  const one = await at('cockpit/cockpit')
  const sheet = tap(`#goods-${cherries}`)
  expect(await over(one, [sheet], { calls: 1, bytes: 6 * KILOBYTE })).toEqual([])
})

test('an order that comes in is one small call, and a quiet poll is none', async () => {
  const one = await at('cockpit/cockpit')
  const polls: Step = ['a poll', () => one.phone.pass(7000)]
  expect(await over(one, [polls], { calls: 0, bytes: 0 })).toEqual([])
  await buysLive(shop, 'ann', cherries)
  await shop.pass('5 seconds')
  expect(await over(one, [polls], { calls: 1, bytes: KILOBYTE })).toEqual([])
  expect(one.phone.text('#paid-orders')).toBe('1')
})

test('another figure of the minutes is one small call', async () => {
  const one = await at('charts/review')
  expect(await overBudget(one, ['#metric-orders', '#metric-viewers'].map(tap), aTap)).toEqual([])
})
