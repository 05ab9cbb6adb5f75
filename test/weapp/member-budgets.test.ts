import type { StoreId } from '@domain/ids'
import type { Cost } from '../../emulator/phone/meter'
import { openShop, type Shop } from '../harness/shop'
import { aTap, anAnswer, back, KILOBYTE, overBudget, tap } from './cost'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

test('on my page and on those that it leads to', async () => {
  await shop.ask('ding', 'members.join', { storeId: 'store-01' as StoreId })
  const one = await Neighbour.of(shop, 'ding', { path: 'pages/members/me/index' })
  const folded = ['#help-0', '#help-1', '#help-1', '#call-store-01'].map(tap)
  expect(await overBudget(one, folded, aTap)).toEqual([])
  const ways = ['#growth', '#points', '#coupons', '#signs', '#to-mall', '#profile', '#orders-all']
  for (const way of ways) expect(await overBudget(one, [tap(way), back], aTap)).toEqual([])
})

test('in the message wallet', async () => {
  const one = await Neighbour.of(shop, 'ding', { path: 'pages/messages/wallet/index' })
  const kinds = ['orderShipped', 'refundSent', 'orderShipped']
  const steps = kinds.map((kind) => tap(`#add-${kind}`))
  expect(await overBudget(one, steps, { calls: 3, bytes: KILOBYTE })).toEqual([])
})

test('the first screen of my page is drawn by four calls and 16 KB', async () => {
  const { phone } = await Neighbour.of(shop, 'ding', { path: 'pages/members/me/index' })
  expect(phone.firstScreen.calls).toBeLessThanOrEqual(4)
  expect(phone.firstScreen.bytes).toBeLessThanOrEqual(16 * KILOBYTE)
})

test('another month of the calendar is drawn by three calls and 12 KB', async () => {
  const one = await Neighbour.of(shop, 'ding', { path: 'pages/points/signs/index' })
  const month: Cost = { calls: 3, bytes: 12 * KILOBYTE }
  expect(await overBudget(one, ['#month-before', '#month-after'].map(tap), month)).toEqual([])
  expect(await overBudget(one, [tap('#sign-in')], anAnswer)).toEqual([])
})
