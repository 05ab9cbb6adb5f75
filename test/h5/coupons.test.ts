/** Coupons and points from the coupon centre through the checkout to the order, in a browser. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { TemplateId } from '@domain/ids'
import { of, ordered, shipped } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(120_000)

let shop: Shop
let browser: Browser
let lin: Neighbour
let count = 0

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})
beforeEach(async () => {
  lin = await Neighbour.come(browser, shop, `lin-${(count += 1)}`)
})
afterEach(async () => {
  expect(lin.troubles).toEqual([])
  await lin.leave()
})

const claim = (templateId: string) =>
  shop.ask(lin.openid, 'coupons.claim', {
    requestId: randomUUID(),
    templateId: templateId as TemplateId,
  })

/** Buys and receives something dear, so that there are points to spend. */
async function earnPoints(): Promise<void> {
  const orderId = await ordered(shop, lin.openid, [of('cherry-jj-10')], courier(lin.openid))
  await shipped(shop, orderId)
  await shop.ask(lin.openid, 'orders.receive', { requestId: randomUUID(), orderId })
  await shop.pass('2 minutes')
}

describe('the coupon centre', () => {
  test('tells what there is and for whom, gives a coupon for one tap, and says what is left', async () => {
    await lin.go(places.couponCenter)
    await lin.seeAt('offer-full-99-15', '满 ¥99 可用')
    await lin.seeAt('offer-full-99-15', '领取后 14 天内可用')
    await lin.seeAt('offer-full-99-15', '每人 2 张，还剩 3000 张')
    await lin.seeAt('offer-season-cat-88', '仅限当季尖货，最多减 ¥30')
    await lin.seeAt('offer-season-cat-88', '只给店里选定的一部分会员')
    expect(await lin.at('claim-season-cat-88').count()).toBe(0)
    await lin.picture('coupon-center')
    await lin.tap('claim-full-99-15')
    await lin.see('领到了，下单时会自动选最划算的')
    await lin.seeAt('offer-full-99-15', '每人 2 张，已领 1 张，还剩 2999 张')
    await lin.tap('claim-welcome-10')
    await lin.seeAt('use-welcome-10', '去使用')
    await lin.picture('coupon-center-claimed')
    await lin.tapTo('shelf', 'use-welcome-10')
  })

  test('one’s own coupons stand by what can be done with them', async () => {
    const { coupon } = await claim('welcome-10')
    const other = await claim('full-99-15')
    const placing = await shop.placing(lin.openid, [of('walnut-3')])
    const { orderId } = await shop.ask(lin.openid, 'orders.place', placing)
    await lin.go(places.coupons)
    await lin.seeAt(`coupon-${other.coupon._id}`, '3月15日 10:00 前可用')
    await lin.seeAt(`coupon-${coupon._id}`, '没付款的订单占着')
    await lin.picture('coupons')
    await lin.tapTo('order', `order-of-${coupon._id}`)
    expect(lin.orderId()).toBe(orderId)
    await lin.seeAt('benefit-coupon', '为这单留着，付款后用掉')
    await lin.go(places.coupons)
    await lin.tap('tab-used')
    await lin.see('还没有用过优惠券')
    await lin.tapTo('center', 'to-center')
  })
})

describe('the checkout', () => {
  test('proposes the coupon that makes it cheapest, and tells of each other one why not', async () => {
    await claim('welcome-10')
    await claim('full-99-15')
    await lin.go(places.checkout('shine-muscat'))
    await lin.seeAt('choose-coupon', '最划算−¥15')
    await lin.seeAt('step-coupon', '满 ¥99 减 ¥15')
    await lin.picture('checkout-coupon')
    await lin.tap('choose-coupon')
    await lin.see('应付 ¥108')
    await lin.see('应付 ¥113')
    await lin.picture('coupon-sheet')
    await lin.tap('no-coupon')
    await lin.seeAt('choose-coupon', '2 张可用')
    await lin.seeAt('payable', '¥123')
    // Fewer pieces, and the one with a threshold falls away.
    await lin.go(places.checkout('walnut-3'))
    await lin.seeAt('choose-coupon', '−¥10')
    await lin.tap('choose-coupon')
    await lin.see('还差 ¥65.08')
    await lin.picture('coupon-sheet-unusable')
  })

  test('points bring the sum down as far as the rule goes, and a refund gives all of it back', async () => {
    await earnPoints()
    await claim('full-99-15')
    await lin.go(places.checkout('shine-muscat'))
    await lin.fillIn()
    await lin.seeAt('points', '用 484 积分抵 ¥4.84')
    await lin.seeAt('points', '共 484 积分，100 起用，最多抵金额的 50%')
    await lin.tap('points')
    await lin.seeAt('step-points', '−¥4.84')
    await lin.seeAt('payable', '¥101.88')
    await lin.picture('checkout-points')
    await lin.tap('submit')
    await lin.visitCashier({ end: 'pay' })
    await lin.seeAt('benefit-coupon', '已用掉')
    await lin.seeAt('benefit-spent', '484 积分')
    await lin.seeAt('benefit-earned', '收货后得 111 积分')
    await lin.seeAt('money-in', '¥101.88')
    await lin.picture('order-benefits')
    await lin.tap('refund')
    await lin.see('484 积分和用掉的优惠券也还给你。')
    await lin.answer('申请退款')
    await shop.pass('2 minutes')
    await lin.page.reload()
    await lin.seeAt('benefit-coupon', '已还给你，没过期就能再用')
    await lin.seeAt('benefit-back', '484 积分')
    await lin.picture('order-benefits-back')
    await lin.go(places.orders)
    await lin.see('退回 ¥101.88，退回 484 积分，优惠券已还')
    await lin.picture('orders-back')
  })

  test('an order that comes to nothing needs no cashier', async () => {
    await claim('welcome-10')
    await lin.go(places.checkout('banana-3'))
    await lin.fillIn()
    await lin.seeAt('submit', '提交订单')
    await lin.tapTo('order', 'submit')
    await lin.see('可以取货了')
    await lin.seeAt('money-in', '¥0')
    await lin.picture('order-for-nothing')
  })

  test('a coupon that another order took meanwhile is told, and another price asked for', async () => {
    await claim('welcome-10')
    await lin.go(places.checkout('walnut-3'))
    await lin.fillIn()
    await lin.seeAt('choose-coupon', '−¥10')
    const placing = await shop.placing(lin.openid, [of('walnut-3')])
    await shop.ask(lin.openid, 'orders.place', placing)
    await lin.tap('submit')
    await lin.seeAt('refusal', '还没有下单，也没有扣款')
    await lin.seeAt('choose-coupon', '1 张都不能用')
    await lin.picture('checkout-refused')
  })

  test('what goes back for some of the pieces is told in money and points before it is asked', async () => {
    await earnPoints()
    await claim('full-99-15')
    const placing = await shop.placing(lin.openid, [of('shine-muscat', 2)], undefined, {
      spendPoints: 484,
    })
    const { orderId } = await shop.ask(lin.openid, 'orders.place', placing)
    await shop.ask(lin.openid, 'orders.pay', { orderId })
    await shop.pay(orderId)
    await lin.go(places.afterSale(orderId))
    await lin.tap('more-0')
    await lin.seeAt('back', '¥109.30')
    await lin.seeAt('back-points', '另退 242 积分')
    await lin.seeAt('back-coupon', '整单都退完才还给你')
    await lin.picture('aftersale-benefits')
  })
})

describe('staff', () => {
  test('hangs up a store’s code, with the store’s name', async () => {
    const keeper = await Neighbour.come(browser, shop, 'keeper')
    await keeper.go(places.desk)
    await keeper.tapTo('codes', 'store-codes')
    await keeper.tap('code-store-01')
    await keeper.seeAt('sheet-store-01', '城南店 · 微信扫一扫')
    await keeper.picture('store-code')
    expect(keeper.troubles).toEqual([])
    await keeper.leave()
  })
})
