import type { Browser } from 'playwright-core'
import type { ProductId, SkuId } from '@domain/ids'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, phone, places } from './neighbour'

jest.setTimeout(60_000)

let shop: Shop
let browser: Browser
let gao: Neighbour
let count = 0

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

beforeEach(async () => {
  gao = await Neighbour.come(browser, shop, `gao-${(count += 1)}`)
})
afterEach(async () => {
  await shop.control('POST', 'faults', {})
  expect(gao.troubles).toEqual([])
  await gao.leave()
})

const ids = (prefix: string) =>
  gao.page.locator(`[id^="${prefix}"]:visible`).evaluateAll((all) => all.map(({ id }) => id))

/** From a product to the order that the cashier is open for. */
async function order(productId: string): Promise<void> {
  await gao.go(places.product(productId))
  await gao.tap('buy')
  await gao.tapTo('checkout', 'checkout')
  await gao.fillIn()
  await gao.tap('submit')
}

/** Orders a product without paying for it. */
async function orderUnpaid(productId: string): Promise<void> {
  await order(productId)
  await gao.visitCashier({ end: 'leave' })
  await gao.at('status-unpaid').waitFor()
}

async function left(productId: string): Promise<number> {
  const { product } = await shop.ask('passer-by', 'catalog.see', {
    productId: productId as ProductId,
  })
  return product.skus[0]?.left ?? 0
}

describe('looking around', () => {
  test('the home page shows the ladders and the first products, and more at its end', async () => {
    await gao.go(places.home)
    await gao.at('deal-ladder-cherry').waitFor()
    await gao.see('鲜果邻里')
    await gao.picture('home')
    const first = await ids('product-')
    await gao.page.locator('[id^="product-"]').last().scrollIntoViewIfNeeded()
    await gao.page.mouse.wheel(0, 1000)
    await gao.page.waitForFunction(
      (before) => document.querySelectorAll('[id^="product-"]').length > before,
      first.length,
    )
    expect((await ids('product-')).slice(0, first.length)).toEqual(first)
    await gao.picture('home-shelf')
  })

  test('a category shows its own products and no others', async () => {
    await gao.go(places.home)
    await gao.tapTo('shelf', 'category-pantry')
    await gao.see('粮油干货')
    const { products } = await shop.ask('passer-by', 'catalog.home', {})
    const pantry = products.filter(({ categoryId }) => categoryId === 'pantry')
    const shown = await ids('product-')
    expect(shown).toEqual(pantry.slice(0, shown.length).map(({ _id }) => `product-${_id}`))
    await gao.picture('shelf')
  })

  test('a page that is loaded again is the same page', async () => {
    await gao.go(places.shelf('season'))
    await gao.tapTo('product', 'product-musang-king')
    await gao.page.reload()
    await gao.see('马来西亚猫山王榴莲 4斤')
    await gao.tap('buy')
    await gao.tapTo('checkout', 'checkout')
    await gao.page.reload()
    expect(await gao.read('payable')).toBe('应付¥383')
  })

  test('who pulls the page down sees who has joined in the meantime', async () => {
    await gao.go(places.ladder('ladder-cherry'))
    await gao.see('还没有人参团，第一位就是你')
    await shop.pay(await shop.join('early', 'ladder-cherry', 'cherry-jj-10'))
    await gao.pullDown()
    await gao.see('再来99人')
    await gao.see('刚刚')
    // While it is pulled the page is moved as a whole; then its bar is back at the foot.
    await gao.page.waitForFunction((height) => {
      const bars = [...document.querySelectorAll('#join')].map((bar) => bar.getBoundingClientRect())
      return bars.some(({ top, bottom }) => top > height - 100 && bottom <= height)
    }, phone.height)
  })
})

describe('buying from the shelf', () => {
  test('two boxes of five pounds are chosen, ordered, paid and ready to be picked up', async () => {
    await gao.go(places.home)
    await gao.tapTo('product', 'product-cherry-j-2')
    await gao.tap('sku-cherry-j-2-5jin')
    await gao.tap('buy')
    await gao.tap('more')
    await gao.see('¥470')
    await gao.picture('product-sheet')
    await gao.tapTo('checkout', 'checkout')
    await gao.tap('submit')
    await gao.see('请选择自提门店')
    await gao.fillIn('store-02')
    await gao.type('note', '放前台就好')
    expect(await gao.read('payable')).toBe('应付¥455')
    await gao.picture('checkout')
    await gao.tap('submit')
    await gao.visitCashier({ end: 'pay' })
    expect(await gao.read('status-paid')).toBe('可以取货了')
    await gao.see('到滨江店，把下面的取货码给店员看')
    await gao.see('放前台就好')
    expect(await gao.read('money-in')).toBe('付出¥455')
    expect(gao.refusals).toEqual([])
  })

  test('an unpaid order can be cancelled; the goods go back to the shelf', async () => {
    const before = await left('mango-tainong-3')
    await orderUnpaid('mango-tainong-3')
    expect(await left('mango-tainong-3')).toBe(before - 1)
    await gao.tap('cancel')
    await gao.answer('先不取消')
    await gao.tap('cancel')
    await gao.answer('取消订单')
    expect(await gao.read('status-cancelled')).toBe('已取消')
    await gao.see('没有扣款。需要时可以重新下单')
    expect(await left('mango-tainong-3')).toBe(before)
  })

  test('an order that is not paid within 15 minutes is given up, and says so', async () => {
    await orderUnpaid('lemon-4')
    await shop.pass('16 minutes')
    await gao.pullDown()
    expect(await gao.read('status-expired')).toBe('超时取消')
    await gao.see('没有在时限内付款，订单自动取消，没有扣款')
    await gao.picture('order-expired')
  })

  test('what somebody else took meanwhile is sold out, and can’t be tapped', async () => {
    const basket = { productId: 'fruit-basket' as ProductId, skuId: 'fruit-basket' as SkuId }
    for (const quantity of [50, 50]) {
      const placing = await shop.placing('hotel', [{ ...basket, quantity }])
      await shop.ask('hotel', 'orders.place', placing)
    }
    await gao.go(places.product('fruit-basket'))
    expect(await gao.read('buy')).toBe('已售罄')
    expect(await gao.at('buy').getAttribute('disabled')).not.toBeNull()
    await gao.picture('product-sold-out')
  })

  test('fewer are left than were asked for: the checkout takes those, and says so', async () => {
    const chestnut = { productId: 'chestnut-2' as ProductId, skuId: 'chestnut-2' as SkuId }
    await gao.go(places.product('chestnut-2'))
    await gao.tap('buy')
    await gao.tap('more')
    await gao.tap('more')
    for (const quantity of [99, 99, 99, 99, 99, 3]) {
      const placing = await shop.placing('hotel', [{ ...chestnut, quantity }])
      await shop.ask('hotel', 'orders.place', placing)
    }
    await gao.tapTo('checkout', 'checkout')
    expect(await gao.read('refusal')).toMatch(/^「.+」只剩 2 件了/)
    expect(await gao.read('payable')).toBe('应付¥44.04')
  })
})

describe('on the muscat ladder', () => {
  test('a step reached during the checkout is shown before and after, and asked for again', async () => {
    for (const neighbour of ['one', 'two']) {
      await shop.pay(await shop.join(neighbour, 'ladder-muscat', 'shine-muscat'))
    }
    await gao.go(places.ladder('ladder-muscat'))
    await gao.tapTo('checkout', 'join')
    await gao.fillIn()
    expect(await gao.read('payable')).toBe('应付¥128')
    await shop.pay(await shop.join('three', 'ladder-muscat', 'shine-muscat'))
    await gao.tap('submit')
    await gao.see('价格刚刚降了')
    await gao.see('原来')
    await gao.picture('price-moved')
    await gao.tap('order-at-new')
    await gao.visitCashier({ end: 'pay' })
    expect(await gao.read('money-in')).toBe('付出¥108')
    expect(gao.refusals).toHaveLength(1)
  })

  test('before the close the whole sum can be asked back, and comes back', async () => {
    await gao.go(places.ladder('ladder-muscat'))
    await gao.tapTo('checkout', 'join')
    await gao.fillIn()
    await gao.tap('submit')
    await gao.visitCashier({ end: 'pay' })
    await gao.tap('refund')
    await gao.see(/你会退出这个团，¥108 原路退回/)
    await gao.picture('refund-question')
    await gao.answer('申请退款')
    expect(await gao.read('status-refunding')).toBe('全额退款中')
    for (const minute of [1, 2]) await shop.pass(`${minute} minutes`)
    await gao.pullDown()
    expect(await gao.read('status-refunded')).toBe('已全额退款')
    expect(await gao.read('refund-asked')).toContain('已退回')
    expect(await gao.read('money-kept')).toBe('实际花费¥0')
  })
})

describe('when things go wrong', () => {
  test('without a network a page says so, and one tap brings it when the network is back', async () => {
    await gao.go(places.shelf('season'))
    await gao.at('product-musang-king').waitFor()
    await gao.tapTo('product', 'product-musang-king')
    await gao.at('buy').waitFor()
    await gao.page.goBack()
    await gao.page.context().setOffline(true)
    await gao.tapTo('product', 'product-cherry-j-2')
    await gao.see('网络不通，请检查后再试')
    await gao.see('没有产生任何扣款')
    await gao.picture('offline')
    const drawing = gao.page.locator('.taro_page:visible').last().locator('img').first()
    expect(await drawing.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    await gao.page.context().setOffline(false)
    await gao.tap('retry')
    await gao.see('智利J级车厘子 2斤')
    gao.forget('ERR_INTERNET_DISCONNECTED')
  })

  test('a page that is open keeps what it shows while the network is away', async () => {
    await gao.go(places.ladder('ladder-cherry'))
    await gao.at('join').waitFor()
    await gao.page.context().setOffline(true)
    await gao.pullDown()
    expect(await gao.read('retry')).toContain('网络不通，显示的是刚才的内容')
    await gao.at('join').waitFor()
    await gao.picture('stale')
    await gao.page.context().setOffline(false)
    await gao.tap('retry')
    await gao.at('retry').waitFor({ state: 'detached' })
    gao.forget('ERR_INTERNET_DISCONNECTED')
  })

  test('when the cloud fails the page says what to do, and a tap brings it once it is well', async () => {
    await shop.control('POST', 'faults', { seed: 1, rates: { 'database.before': 1 } })
    await gao.go(places.ladder('ladder-cherry'))
    await gao.at('retry').waitFor()
    await gao.see(/这会儿人多，请再试一次|系统出了点问题/)
    await gao.picture('trouble')
    await shop.control('POST', 'faults', {})
    await gao.tap('retry')
    await gao.see('智利JJ车厘子 10斤礼盒')
  })

  test('an address that leads to nothing shows the way home', async () => {
    await gao.go(places.product('nothing'))
    await gao.see('这件商品找不到了，可能已经下架')
    await gao.tapTo('home', 'home')
    await gao.at('deal-ladder-cherry').waitFor()
  })
})
