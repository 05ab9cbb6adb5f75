import { randomUUID } from 'node:crypto'
import type { TemplateId } from '@domain/ids'
import { MINUTE } from '@domain/time'
import type { Cost } from '../../emulator/phone/meter'
import { of, ordered, shipped } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { untilSettled } from '../stories/street'
import {
  aTap,
  anAnswer,
  back,
  costOf,
  KILOBYTE,
  overBudget,
  tap,
  tickingOn,
  type Step,
} from './cost'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const ladder = 'ladder-muscat'
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

test('the first screen of home is drawn by two calls and 16 KB', async () => {
  const { phone } = await Neighbour.of(shop, 'ann')
  expect(phone.firstScreen.calls).toBeLessThanOrEqual(2)
  expect(phone.firstScreen.bytes).toBeLessThanOrEqual(16 * KILOBYTE)
})

describe('a tap costs two calls and 1 KB at the most', () => {
  test('on home and on a shelf', async () => {
    const one = await Neighbour.of(shop, 'ann')
    const steps = [
      ...['#stores', '#call-store-01', '#close', '#category-daily', '#product-apple-fuji-3'],
    ].map(tap)
    const home: Step = ['home', ({ phone }) => phone.tab('首页')]
    const ways = [tap('#join'), back, tap(`#deal-${ladder}`), back, tap('#product-cherry-j-2')]
    expect(await overBudget(one, [...steps, back, home, ...ways], aTap)).toEqual([])
  })

  test('on a product', async () => {
    const link = { path: 'pages/catalog/product/index', query: 'productId=cherry-j-2' }
    const one = await Neighbour.of(shop, 'ann', link)
    const targets = ['#sku-cherry-j-2-5jin', '#buy', '#more', '#less', '#close', '#buy']
    const steps = [...targets, '#sku-cherry-j-2-2jin', '#checkout'].map(tap)
    const toCart = ['#add', '#checkout', '#cart'].map(tap)
    expect(await overBudget(one, [...steps, back, ...toCart], aTap)).toEqual([])
  })

  test('in the cart, but for what is drawn anew', async () => {
    for (const productId of ['apple-fuji-3', 'walnut-3', 'chestnut-2']) {
      const lines = [{ productId, skuId: productId, quantity: 2 }]
      await shop.ask('ge', 'cart.add', { requestId: randomUUID(), lines: lines as never })
    }
    const one = await Neighbour.of(shop, 'ge', { path: 'pages/cart/cart/index' })
    const targets = ['#more-walnut-3', '#more-walnut-3', '#less-walnut-3', '#choose-walnut-3']
    const steps = [...targets, '#choose-all', '#choose-apple-fuji-3', '#checkout'].map(tap)
    expect(await overBudget(one, steps, aTap)).toEqual([])
  })

  test('on the way to a courier', async () => {
    const query = 'productId=walnut-3&skuId=walnut-3&quantity=1'
    const link = { path: 'pages/orders/checkout/index', query }
    const one = await Neighbour.of(shop, 'hu', link)
    const targets = ['#deliver-courier', '#choose-address', '#deliver-pick-up', '#deliver-courier']
    expect(await overBudget(one, targets.map(tap), aTap)).toEqual([])
  })

  test('at checkout', async () => {
    const link = { path: 'pages/groupbuy/ladder/index', query: `dealId=${ladder}` }
    const one = await Neighbour.of(shop, 'bo', link)
    one.intends('leave')
    await one.phone.tap('#join')
    const steps: Step[] = [
      ...['#choose-store', '#close', '#choose-store', '#store-store-01'].map(tap),
      ...['#choose-store', '#store-store-02', '#skipped', '#skipped', '#submit'].map(tap),
      ['a name', ({ phone }) => phone.input('#name', '阿博')],
      ['a telephone number', ({ phone }) => phone.input('#phone', '13800000000')],
      ['a note', ({ phone }) => phone.input('#note', '晚上来取')],
      tap('#submit'),
    ]
    expect(await overBudget(one, steps, aTap)).toEqual([])
  })

  test('on a product’s checkout, where the count can be changed', async () => {
    const query = 'productId=apple-fuji-3&skuId=apple-fuji-3&quantity=1'
    const link = { path: 'pages/orders/checkout/index', query }
    const one = await Neighbour.of(shop, 'bo', link)
    expect(await overBudget(one, ['#more', '#more', '#less'].map(tap), aTap)).toEqual([])
  })

  test('among coupons and points at the checkout: a single call', async () => {
    const coupons = await neighbourWithSavings('jian')
    const query = 'productId=shine-muscat&skuId=shine-muscat&quantity=1'
    const one = await Neighbour.of(shop, 'jian', { path: 'pages/orders/checkout/index', query })
    const targets = [
      ...['#choose-coupon', '#close', '#choose-coupon', '#no-coupon', '#points'],
      ...coupons.flatMap((couponId) => ['#choose-coupon', `#coupon-${couponId}`]),
      ...['#points', '#deliver-courier', '#deliver-pick-up', '#points', '#choose-coupon'],
    ]
    expect(await overBudget(one, targets.map(tap), { calls: 1, bytes: KILOBYTE })).toEqual([])
  })

  test('in the coupon centre and among one’s own coupons', async () => {
    const one = await Neighbour.of(shop, 'ku', { path: 'pages/coupons/center/index' })
    const claims = ['#claim-full-99-15', '#claim-full-99-15', '#claim-welcome-10'].map(tap)
    expect(await overBudget(one, claims, anAnswer)).toEqual([])
    expect(await overBudget(one, [tap('#use-welcome-10')], aTap)).toEqual([])
    const mine = await Neighbour.of(shop, 'ku', { path: 'pages/coupons/list/index' })
    const tabs = ['#tab-used', '#tab-expired', '#tab-usable'].map(tap)
    expect(await overBudget(mine, tabs, anAnswer)).toEqual([])
    expect(await overBudget(mine, tabs, aTap)).toEqual([])
  })

  test('on an order that waits to be paid', async () => {
    const one = await Neighbour.of(shop, 'cai')
    one.intends('leave', 'leave', 'refuse')
    await one.toLadder(ladder)
    await one.toCheckout()
    await one.submit()
    const steps = ['#pay', '#pay', '#skipped', '#copy-number', '#call-store', '#cancel'].map(tap)
    const no: Step = ['no', ({ phone }) => phone.answer('先不取消')]
    expect(await overBudget(one, [...steps, no, tap('#see-deal')], aTap)).toEqual([])
    expect(await overBudget(one, [tap('#pay-own')], aTap)).toEqual([])
  })

  test('among the orders, as soon as each list was looked at', async () => {
    const one = await neighbourWithOrders('en')
    const tabs = ['unpaid', 'waiting', 'paid', 'shipped', 'done', 'after-sale', 'all']
    const steps = tabs.map((name) => tap(`#tab-${name}`))
    expect(await overBudget(one, steps, anAnswer)).toEqual([])
    expect(await overBudget(one, steps, aTap)).toEqual([])
  })

  test('on a team group-buy and on a team of it', async () => {
    const link = { path: 'pages/teams/offer/index', query: 'dealId=group-kiwi' }
    const one = await Neighbour.of(shop, 'gu', link)
    const ways = [tap('#buy-alone'), back, tap('#goods'), back]
    expect(await overBudget(one, ways, aTap)).toEqual([])
    await one.phone.tap('#open-team')
    await one.fillIn()
    await one.submit()
    await one.phone.tap('#see-team')
    const { path } = await one.phone.share()
    const [to = '', query = ''] = path.replace(/^\//, '').split('?')
    const friend = await Neighbour.of(shop, 'hua', { path: to, query })
    expect(await overBudget(friend, [tap('#join'), back, tap('#goods')], aTap)).toEqual([])
  })

  test('among the sessions of flash sales, as soon as each was looked at', async () => {
    const one = await Neighbour.of(shop, 'hua', { path: 'pages/flashsale/sessions/index' })
    const tabs = [
      `#session-flash-friday-${Date.parse('2027-03-05T20:00:00+08:00')}`,
      `#session-flash-now-${Date.parse('2027-03-01T09:50:00+08:00')}`,
    ].map(tap)
    expect(await overBudget(one, tabs, anAnswer)).toEqual([])
    expect(await overBudget(one, [...tabs, ...tabs, tap('#buy-avocado-6')], aTap)).toEqual([])
  })

  test('on a settled ladder and its statement', async () => {
    const settled = await openShop()
    await settled.pay(await settled.join('ann', ladder, 'shine-muscat'))
    await settled.pass('1 day')
    await untilSettled(settled, ladder)
    const link = { path: 'pages/groupbuy/ladder/index', query: `dealId=${ladder}` }
    const one = await Neighbour.of(settled, 'ann', link)
    const steps = ['#statement', '#recount', '#recount', '#copy-digest'].map(tap)
    expect(await overBudget(one, steps, aTap)).toEqual([])
    await settled.close()
  })
})

/** Somebody with points of an order that they received, and with coupons; answers these. */
async function neighbourWithSavings(name: string): Promise<readonly string[]> {
  const requestId = randomUUID()
  const orderId = await ordered(shop, name, [of('cherry-jj-10')], courier(name))
  await shipped(shop, orderId)
  await shop.ask(name, 'orders.receive', { requestId, orderId })
  await shop.pass('2 minutes')
  for (const templateId of ['full-99-15', 'full-99-15']) {
    const wish = { requestId: randomUUID(), templateId: templateId as TemplateId }
    await shop.ask(name, 'coupons.claim', wish)
  }
  const { coupons } = await shop.ask(name, 'coupons.list', { tab: 'usable' })
  return coupons.map(({ _id }) => _id)
}

/** Somebody at the list of their orders: one is paid, one waits, one was given up. */
async function neighbourWithOrders(name: string): Promise<Neighbour> {
  const lines = [{ productId: 'apple-fuji-3', skuId: 'apple-fuji-3', quantity: 1 }]
  for (const fate of ['paid', 'waits', 'cancelled']) {
    const placing = await shop.placing(name, lines as never)
    const { orderId } = await shop.ask(name, 'orders.place', placing)
    const requestId = randomUUID()
    if (fate === 'cancelled') await shop.ask(name, 'orders.cancel', { requestId, orderId })
    if (fate !== 'paid') continue
    await shop.ask(name, 'orders.pay', { orderId })
    await shop.pay(orderId)
  }
  return Neighbour.of(shop, name, { path: 'pages/orders/list/index' })
}

test('another shelf, and what a search finds, is drawn by two calls and 12 KB', async () => {
  const rows: Cost = { calls: 2, bytes: 12 * KILOBYTE }
  const one = await Neighbour.of(shop, 'jia', { path: 'pages/catalog/shelf/index' })
  expect(await overBudget(one, ['#category-daily', '#category-pantry'].map(tap), rows)).toEqual([])
  const search = await Neighbour.of(shop, 'jia', { path: 'pages/catalog/search/index' })
  await search.phone.input('#words', '斤')
  expect(await overBudget(search, ['#go', '#sort-cheapest'].map(tap), rows)).toEqual([])
})

test('what the cloud answers to a wish is drawn by two calls and 4 KB', async () => {
  const one = await Neighbour.of(shop, 'fang')
  one.intends('leave', 'pay')
  await one.toLadder('ladder-cherry')
  await one.toCheckout()
  await one.submit()
  const wishes: Step[] = [
    tap('#pay'),
    tap('#refund'),
    ['asking it back', ({ phone }) => phone.answer('申请退款')],
  ]
  expect(await overBudget(one, wishes, anAnswer)).toEqual([])
})

describe('while people join', () => {
  /** Watches the ladder while so many join one after the other; what each costs the page. */
  async function costsOfJoins(joins: number): Promise<Cost[]> {
    const watcher = await Neighbour.of(shop, 'watcher')
    await watcher.toLadder(ladder)
    const ticking = await tickingOn(watcher, MINUTE)
    const costs: Cost[] = []
    for (let joined = 1; joined <= joins; joined += 1) {
      await shop.pass('1 minute')
      await shop.pay(await shop.join(`joiner-${joined}`, ladder, 'shine-muscat'))
      costs.push(await costOf(watcher, () => watcher.phone.pass(16_000), ticking))
    }
    return costs
  }

  test('a poll that finds a newcomer costs one call and 1 KB, 2 KB when the price falls', async () => {
    const costs = await costsOfJoins(13)
    const isFall = (index: number) => index === 2 || index === 5
    const ordinary = costs.filter((_, index) => !isFall(index))
    const falls = costs.filter((_, index) => isFall(index))
    expect(costs.filter(({ calls }) => calls !== 1)).toEqual([])
    expect(ordinary.filter(({ bytes }) => bytes > KILOBYTE)).toEqual([])
    expect(falls.filter(({ bytes }) => bytes > 2 * KILOBYTE)).toEqual([])
  })
})
