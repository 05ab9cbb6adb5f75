import { buysFrom, comesBy, takesPlace } from '../harness/guiding'
import { openShop, type Shop } from '../harness/shop'
import { aTap, anAnswer, back, KILOBYTE, overBudget, tap } from './cost'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

/** A shop with a guide whom many came by. */
beforeAll(async () => {
  shop = await openShop()
  await takesPlace(shop, 'li', 'guide-01')
  for (let friend = 1; friend <= 20; friend += 1) await comesBy(shop, `friend-${friend}`, 'li')
  await buysFrom(shop, 'li', 'ann')
})
afterEach(closePhones)
afterAll(() => shop.close())

const at = (page: string) => Neighbour.of(shop, 'li', { path: `pages/${page}/index` })

test('the ways from the workbench cost it nothing but a tap', async () => {
  const one = await at('guides/desk')
  const pages = ['material', 'customers', 'trend', 'ranking', 'income', 'payouts']
  for (const page of pages) {
    expect(await overBudget(one, [tap(`#to-${page}`), back], aTap)).toEqual([])
  }
})

test('one new figure on the workbench is one small call', async () => {
  const one = await at('guides/desk')
  await comesBy(shop, 'bo', 'li')
  const looks = ['a poll', () => one.phone.pass(15_000)] as const
  expect(await overBudget(one, [looks], { calls: 1, bytes: KILOBYTE / 4 })).toEqual([])
  expect(one.phone.text('#today-visitors')).toBe('22 人')
})

test('another tab of the customers is drawn by three calls and 12 KB', async () => {
  const one = await at('guides/customers')
  const tabs = ['#tab-unbought', '#tab-all'].map(tap)
  expect(await overBudget(one, tabs, { calls: 3, bytes: 12 * KILOBYTE })).toEqual([])
})

test('a sheet to share by costs an answer', async () => {
  const one = await at('guides/material')
  expect(await overBudget(one, [tap('#share-live-weekend')], anAnswer)).toEqual([])
})

const firstScreens = [
  ...['guides/desk', 'guides/income', 'charts/trend', 'guides/customers', 'guides/material'],
  ...['guides/ranking', 'guides/payouts'],
]

test.each(firstScreens)('the first screen of %s is drawn by four calls and 16 KB', async (page) => {
  const { phone } = await at(page)
  expect(phone.firstScreen.calls).toBeLessThanOrEqual(4)
  expect(phone.firstScreen.bytes).toBeLessThanOrEqual(16 * KILOBYTE)
})
