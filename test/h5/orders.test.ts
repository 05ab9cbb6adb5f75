/** After the purchase: taking goods over, asking money back, and the staff's side of both. */
import type { Browser } from 'playwright-core'
import { of, ordered, shipped } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(120_000)

let shop: Shop
let browser: Browser
const people: Neighbour[] = []

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})
afterEach(async () => {
  const troubles = people.flatMap((one) => one.troubles)
  for (const one of people.splice(0)) await one.leave()
  expect(troubles).toEqual([])
})

async function come(openid: string): Promise<Neighbour> {
  const neighbour = await Neighbour.come(browser, shop, openid)
  people.push(neighbour)
  return neighbour
}

/** Corn and two bunches of grapes: ¥69.70, of which 全场满减 takes ¥5. */
const basket = [of('corn-8'), of('grape-kyoho-2', 2)]

const toast = (words: string | RegExp) => (one: Neighbour) => one.see(words)

describe('asking back a part of an order', () => {
  test('one bunch of two comes back to the fen, with its share of what was saved', async () => {
    const orderId = await ordered(shop, 'ann', basket)
    const ann = await come('ann')
    await ann.go(places.order(orderId))
    expect(await ann.read('money-in')).toBe('付出¥64.70')
    await ann.picture('order-pick-up')
    await ann.tapTo('aftersale', 'ask-after-sale')
    await ann.at('more-1').waitFor()
    expect(await ann.read('back')).toBe('退回¥0')
    await ann.tap('submit-request')
    await toast('请选择要退的商品和件数')(ann)
    await ann.tap('more-1')
    expect(await ann.read('back')).toBe('退回¥18.47')
    await ann.tap('more-1')
    await ann.tap('more-1')
    expect(await ann.read('back')).toBe('退回¥36.94')
    await ann.tap('less-1')
    await ann.tap('reason-quality')
    await ann.at('words').locator('textarea').fill('有一串压坏了')
    await ann.picture('after-sale-form')
    await ann.tap('submit-request')
    expect(await ann.read('request-requested')).toBe('第 1 次申请等店里答复')
    expect(await ann.read('request-sum')).toBe('退回金额¥18.47')
    await ann.picture('after-sale-asked')

    const keeper = await come('keeper')
    await keeper.go(places.me)
    await keeper.tapTo('desk', 'desk')
    expect(await keeper.read('queue-after-sale')).toContain('1')
    await keeper.picture('desk')
    await keeper.tapTo('queue', 'queue-after-sale')
    expect(await keeper.read(`case-${orderId}-1`)).toContain('有一串压坏了')
    expect(await keeper.read(`case-${orderId}-1`)).toContain('×1 ¥18.47')
    await keeper.picture('queue-after-sale')
    await keeper.tap(`approve-${orderId}-1`)
    await keeper.see('同意退回 ¥18.47？')
    await keeper.answer('同意退款')
    await keeper.see('没有待处理的售后')
    await keeper.tap('tab-answered')
    expect(await keeper.read(`answer-${orderId}-1`)).toContain('已同意¥18.47')
    await keeper.picture('after-sales-answered')

    await shop.pass('1 minute')
    await ann.go(places.order(orderId))
    await ann.seeAt('money-back', '退回¥18.47')
    expect(await ann.read('money-kept')).toBe('实际花费¥46.23')
    expect(await ann.read('refund-s1')).toContain('已退回')
    expect(await ann.read('status-paid')).toBe('可以取货了')
    await ann.see('售后退款 ¥18.47 已到账')
    await ann.picture('order-partly-refunded')
  })

  test('photographs go along, and staff sees them', async () => {
    const orderId = await ordered(shop, 'bo', [of('corn-8', 2)])
    const bo = await come('bo')
    await bo.go(places.order(orderId))
    await bo.tapTo('aftersale', 'ask-after-sale')
    await bo.tap('more-0')
    await bo.tap('reason-wrong')
    const choosing = bo.page.waitForEvent('filechooser')
    await bo.tap('add-picture')
    await (await choosing).setFiles('demo/pictures/products/corn-8.webp')
    await bo.page.getByText('上传中').waitFor({ state: 'detached' })
    await bo.tap('submit-request')
    await bo.at('thumbnail-0').waitFor()

    const keeper = await come('keeper')
    await keeper.go(places.queue('after-sale'))
    const photograph = keeper.at('thumbnail-0').locator('img')
    await photograph.waitFor()
    await keeper.page.waitForFunction(
      () => (document.querySelector('#thumbnail-0 img') as HTMLImageElement).naturalWidth > 0,
    )
    await keeper.tap(`refuse-${orderId}-1`)
    await keeper.tap('refuse-now')
    await toast('请写明拒绝的原因')(keeper)
    await keeper.at('refuse-words').locator('textarea').fill('照片里的玉米没有问题')
    await keeper.picture('refusal-sheet')
    await keeper.tap('refuse-now')
    await keeper.see('没有待处理的售后')

    await bo.pullDown()
    await bo.at('request-refused').waitFor()
    expect(await bo.read('answer')).toBe('店里的答复：照片里的玉米没有问题')
    await bo.picture('after-sale-refused')
    await bo.tapTo('aftersale', 'ask-again')
    await bo.at('more-0').waitFor()
  })

  test('a request that was not answered can be taken back', async () => {
    const orderId = await ordered(shop, 'cai', [of('corn-8', 2)])
    const cai = await come('cai')
    await cai.go(places.order(orderId))
    await cai.tapTo('aftersale', 'ask-after-sale')
    await cai.tap('more-0')
    await cai.tap('reason-unwanted')
    await cai.tap('submit-request')
    await cai.tap('withdraw')
    await cai.answer('撤回申请')
    expect(await cai.read('request-withdrawn')).toContain('已撤回')
  })
})

describe('picking up', () => {
  test('the code is good once; the second time it says when it was used', async () => {
    const orderId = await ordered(shop, 'ding', [of('corn-8')])
    const ding = await come('ding')
    await ding.go(places.order(orderId))
    const digits = (await ding.read('code-digits')).replace(/\s/g, '')
    expect(digits).toMatch(/^\d{12}$/)

    const keeper = await come('keeper')
    await keeper.go(places.desk)
    await keeper.type('code', '123')
    await keeper.tap('find')
    await toast('取货码是 12 位数字')(keeper)
    await keeper.type('code', digits)
    await keeper.tapTo('handout', 'find')
    expect(await keeper.read('verdict')).toBe('可以交货，请核对商品')
    await keeper.see('云南水果玉米')
    await keeper.picture('hand-over')
    await keeper.tap('hand-over')
    await keeper.seeAt('verdict', /已经用过了/)

    await keeper.go(places.desk)
    await keeper.type('code', digits)
    await keeper.tapTo('handout', 'find')
    expect(await keeper.read('verdict')).toMatch(/^这个码 今天 10:\d\d 已经用过了$/)
    expect(await keeper.at('hand-over').count()).toBe(0)
    await keeper.picture('hand-over-used')

    await ding.pullDown()
    expect(await ding.read('status-received')).toBe('已取货')
    expect(await ding.at('code-digits').count()).toBe(0)
    await ding.see('到店取货，取货码已核销')
  })
})

describe('a parcel', () => {
  test('is shipped by staff, followed by its number, and received', async () => {
    const orderId = await ordered(shop, 'en', basket, courier('en'))
    const keeper = await come('keeper')
    await keeper.go(places.desk)
    await keeper.tapTo('queue', 'queue-ship')
    await keeper.picture('queue-ship')
    await keeper.tapTo('handout', `ship-${orderId}`)
    await keeper.see('四川省 成都市 武侯区 人民南路 1 号')
    await keeper.tap('ship-now')
    await toast('请选择快递公司')(keeper)
    await keeper.tap('company-SF')
    await keeper.type('parcel-number', 'SF')
    await keeper.tap('ship-now')
    await toast('单号是 6 到 40 位字母、数字或横线')(keeper)
    await keeper.type('parcel-number', 'SF1122334455')
    await keeper.picture('shipment')
    await keeper.tap('ship-now')
    expect(await keeper.read('shipped')).toContain('SF1122334455')

    const en = await come('en')
    await en.go(places.order(orderId))
    expect(await en.read('status-shipped')).toBe('已发货，在路上')
    expect(await en.read('parcel')).toContain('顺丰速运')
    expect(await en.read('auto-receive')).toMatch(/^(10 天 0|9 天 23) 小时后自动确认收货$/)
    await en.picture('order-shipped')
    await en.tap('receive')
    await en.answer('收到了')
    expect(await en.read('status-received')).toBe('已收货')
    await en.picture('order-received')
  })

  test('counts as received by itself after ten days, and is done a week later', async () => {
    const orderId = await ordered(shop, 'fang', [of('corn-8')], courier('fang'))
    await shipped(shop, orderId)
    const fang = await come('fang')
    await shop.pass('10 days')
    await fang.go(places.order(orderId))
    expect(await fang.read('status-received')).toBe('已收货')
    await shop.pass('7 days')
    await fang.pullDown()
    expect(await fang.read('status-done')).toBe('已完成')
    expect(await fang.at('ask-after-sale').count()).toBe(0)
  })
})

describe('the list of orders', () => {
  test('each order stands in its tab, and can be acted on right there', async () => {
    const gu = await come('gu')
    const sent = await ordered(shop, 'gu', [of('corn-8')], courier('gu'))
    await shipped(shop, sent)
    const waiting = await ordered(shop, 'gu', [of('corn-8')])
    await gu.go(places.orders)
    await gu.at(`order-${sent}`).waitFor()
    await gu.picture('orders')
    await gu.tap('tab-paid')
    await gu.at(`code-${waiting}`).waitFor()
    await gu.tap('tab-shipped')
    await gu.tap(`receive-${sent}`)
    await gu.answer('收到了')
    await gu.at(`again-${sent}`).waitFor()
    await gu.tap('tab-done')
    await gu.at(`order-${sent}`).waitFor()
  })
})

test('shoppers are not shown the way to the desk, and find nothing behind its address', async () => {
  const ann = await come('ann')
  await ann.go(places.me)
  await ann.at('help-0').waitFor()
  expect(await ann.at('desk').count()).toBe(0)
  await ann.go(places.desk)
  await ann.see('这里只对店员开放')
})
