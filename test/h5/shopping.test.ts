/** From the shelves and the search through the cart to an order, in a browser. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { ProductId, SkuId } from '@domain/ids'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(90_000)

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

const put = (productId: string, quantity: number, skuId = productId) =>
  shop.ask(lin.openid, 'cart.add', {
    requestId: randomUUID(),
    lines: [{ productId: productId as ProductId, skuId: skuId as SkuId, quantity }],
  })

/** The number on the tab of the cart. */
const badge = () => lin.page.locator('.weui-badge:visible').first().textContent()

describe('finding something', () => {
  test('a search finds, sorts, remembers, and is forgotten on request', async () => {
    await lin.go(places.shelf('season'))
    await lin.tapTo('search', 'search')
    await lin.type('words', '车厘子')
    await lin.tap('go')
    await lin.at('product-cherry-jj-10').waitFor()
    await lin.tap('sort-cheapest')
    const first = lin.page.locator('[id^="product-"]:visible').first()
    await first.and(lin.page.locator('#product-cherry-j-2')).waitFor()
    await lin.picture('search')
    await lin.page.reload()
    await lin.at('searched-0').waitFor()
    expect(await lin.read('searched-0')).toBe('车厘子')
    await lin.tap('forget')
    await lin.see('想找什么，搜搜看')
  })

  test('a product says what brings it down now, and what could', async () => {
    await lin.go(places.product('walnut-3'))
    expect(await lin.read('price')).toContain('¥33.92')
    expect(await lin.read('markdown')).toContain('坚果限时折扣 8.5 折')
    expect(await lin.read('promotions')).toContain('满 ¥59 减 ¥5，满 ¥129 减 ¥15')
    expect(await lin.read('promotions')).toContain('会员日 8.8 折 · 银卡会员及以上 · 3月8日')
    await lin.picture('product-markdown')
  })
})

describe('the cart', () => {
  test('takes goods of several shelves to one order, with 满减 and every step explained', async () => {
    await lin.go(places.product('walnut-3'))
    await lin.tap('add')
    await lin.see('已放进购物车')
    await lin.tapTo('cart', 'cart')
    expect(await badge()).toBe('1')
    await lin.seeAt('ahead', '再买 ¥25.08 减 ¥5')
    await put('cherry-j-2', 1, 'cherry-j-2-2jin')
    await lin.page.reload()
    await lin.seeAt('total', '¥117.92')
    await lin.picture('cart')
    await lin.tap('more-walnut-3')
    await lin.seeAt('total', '¥151.84')
    await lin.tapTo('checkout', 'checkout')
    await lin.fillIn()
    expect(await lin.read('payable')).toBe('应付¥151.84')
    expect(await lin.read('step-discount-walnut-3')).toContain('8.5 折，每袋 ¥33.92')
    expect(await lin.read('step-save-59-5')).toContain('满 ¥129 减 ¥15')
    await lin.tap('skipped')
    await lin.seeAt('skipped-0', /会员日：3月8日 00:00 开始|坚果/)
    await lin.picture('cart-checkout')
    await lin.tap('submit')
    await lin.visitCashier({ end: 'pay' })
    expect(await lin.read('money-in')).toContain('¥151.84')
    const { lines } = await shop.ask(lin.openid, 'cart.see', {})
    expect(lines).toEqual([])
    expect(lin.refusals).toEqual([])
  })

  test('an edit takes out what is marked, after a question', async () => {
    await put('apple-fuji-3', 1)
    await put('walnut-3', 1)
    await lin.go(places.cart)
    await lin.tap('edit')
    await lin.tap('choose-walnut-3')
    await lin.tap('remove')
    const told = lin.page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('cart.set'),
    )
    await lin.answer('删除')
    await lin.at('line-walnut-3').waitFor({ state: 'detached' })
    await told
    const { lines } = await shop.ask(lin.openid, 'cart.see', {})
    expect(lines.map(({ skuId }) => skuId)).toEqual(['apple-fuji-3'])
  })

  test('remembers what was left out', async () => {
    await put('apple-fuji-3', 1)
    await put('walnut-3', 1)
    await lin.go(places.cart)
    await lin.tap('choose-walnut-3')
    await lin.seeAt('checkout', '去结算 (1)')
    await lin.page.reload()
    await lin.seeAt('checkout', '去结算 (1)')
  })
})

describe('a courier', () => {
  test('costs what the rule says, to an address that is typed in and kept', async () => {
    await put('apple-fuji-3', 1)
    await lin.go(places.cart)
    await lin.tapTo('checkout', 'checkout')
    await lin.seeAt('deliver-courier', '运费 ¥6，再买 ¥36.10 免运费')
    await lin.tap('deliver-courier')
    await lin.seeAt('payable', '¥18.90')
    await lin.tap('choose-address')
    await lin.at('region').waitFor()
    await lin.type('address-name', '林小满')
    await lin.type('address-phone', '13800000000')
    await lin.type('address-detail', '人民南路 1 号 2 栋 301')
    await lin.tap('save-address')
    await lin.see('请选择所在地区')
    await lin.tap('region')
    await lin.picture('address-region')
    await lin.answer('确定')
    await lin.tap('save-address')
    await lin.seeAt('address', '北京市 北京市 东城区 人民南路 1 号 2 栋 301')
    await lin.picture('checkout-courier')
    await lin.tap('submit')
    await lin.visitCashier({ end: 'pay' })
    expect(await lin.read('money-in')).toContain('¥18.90')
    await put('walnut-3', 1)
    await lin.go(places.cart)
    await lin.page.reload()
    await lin.tapTo('checkout', 'checkout')
    await lin.seeAt('address', '林小满')
  })
})
