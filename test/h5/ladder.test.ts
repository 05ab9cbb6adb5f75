import type { Browser, Response } from 'playwright-core'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places, type Visit } from './neighbour'

jest.setTimeout(120_000)

/** In the order in which they pay. */
const names = ['ann', 'bo', 'cai', 'ding', 'en', 'fang'] as const
type Name = (typeof names)[number]

const paid = { ann: 128, bo: 128, cai: 128, ding: 108, en: 108, fang: 108 }
const back = { ann: 40, bo: 40, cai: 40, ding: 20, en: 20, fang: 20 }

let shop: Shop
let browser: Browser
const street = new Map<Name, Neighbour>()
const orderIds = new Map<Name, string>()

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
  for (const name of names) street.set(name, await Neighbour.come(browser, shop, name))
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

function the(name: Name): Neighbour {
  const neighbour = street.get(name)
  if (!neighbour) throw new Error(`${name} did not come`)
  return neighbour
}

const yuan = (sum: number) => `¥${sum}`

/** From the home page to the cashier. */
async function joinAt(name: Name, yuanNow: number): Promise<void> {
  const neighbour = the(name)
  await neighbour.go(places.home)
  await neighbour.tapTo('ladder', 'deal-ladder-muscat')
  expect(await neighbour.read('join')).toBe(`参团 ${yuan(yuanNow)}`)
  await neighbour.tapTo('checkout', 'join')
  await neighbour.fillIn()
  expect(await neighbour.read('payable')).toBe(`应付${yuan(yuanNow)}`)
  await neighbour.tap('submit')
}

async function paysFor(name: Name, visit: Visit): Promise<void> {
  await the(name).visitCashier(visit)
  await the(name).at('status-waiting').waitFor()
  expect(await the(name).read('money-in')).toBe(`付出${yuan(paid[name])}`)
  orderIds.set(name, the(name).orderId())
}

describe('six neighbours on the muscat ladder, each with a phone', () => {
  test('ann comes first, pays the base price and sees what the next step needs', async () => {
    const ann = the('ann')
    await joinAt('ann', 128)
    await ann.picture('cashier')
    await paysFor('ann', { end: 'pay' })
    await ann.tapTo('ladder', 'see-deal')
    await ann.seeAt('next-step', '再来2人，全员降到¥108')
    await ann.see('还不够第一阶；到时不够，全额退回')
    await ann.picture('ladder-first')
  })

  test('bo’s bank refuses; nothing is taken, and he pays with the same order', async () => {
    const bo = the('bo')
    await joinAt('bo', 128)
    await bo.visitCashier({ end: 'refuse' })
    expect(await bo.read('paying')).toBe('支付没有成功，没有扣款，可以再付一次')
    const orderId = bo.orderId()
    await bo.tap('pay')
    await paysFor('bo', { end: 'pay', notify: 'twice' })
    expect(bo.orderId()).toBe(orderId)
  })

  test('cai leaves the cashier, and pays later from the list of her orders', async () => {
    const cai = the('cai')
    await joinAt('cai', 128)
    await cai.visitCashier({ end: 'leave' })
    expect(await cai.read('paying')).toBe('还没有付款，没有扣款，订单为你留着')
    await cai.picture('order-unpaid')
    const orderId = cai.orderId()
    await shop.pass('5 minutes')
    await cai.go(places.me)
    await cai.tapTo('list', 'orders-unpaid')
    await cai.tapTo('order', `order-${orderId}`)
    await cai.tap('pay')
    await paysFor('cai', { end: 'pay', notify: 'late' })
  })

  test('three have joined: the others pay 108 yuan, even one whose notice never comes', async () => {
    await joinAt('ding', 108)
    await paysFor('ding', { end: 'pay', notify: 'late' })
    await joinAt('en', 108)
    await paysFor('en', { end: 'pay', notify: 'never' })
    await joinAt('fang', 108)
    await paysFor('fang', { end: 'pay' })
    await the('fang').tapTo('ladder', 'see-deal')
    await the('fang').see('已到最低价，全员都按这个价')
    await the('fang').seeAt('expected-refund', '¥20')
  })

  test('before the close ann sees what would come back to her', async () => {
    const ann = the('ann')
    await ann.go(places.ladder('ladder-muscat'))
    await ann.seeAt('expected-refund', '按现在的台阶，截止后退回¥40')
    await ann.picture('ladder-expected')
  })

  test('ann moves the clock past the close with the ribbon', async () => {
    const ann = the('ann')
    await ann.page.locator('#ribbon-tab').tap()
    for (const move of ['+1 天', '+15 分钟']) {
      const isMove = (answer: Response) =>
        answer.url().endsWith('/_emulator/clock') && answer.request().method() === 'POST'
      // A whole day's minutes go by, each with its timer.
      const moved = ann.page.waitForResponse(isMove, { timeout: 120_000 })
      await ann.page.getByText(move).tap()
      await moved
      await ann.see(/路上跑了 \d+ 次定时任务/)
    }
    await ann.page.getByText('刷新页面').tap()
    await ann.seeAt('final-price', '6 人，全员降到¥88')
    await ann.picture('ladder-settled')
  })

  test.each(names)('%s finds the difference on the order page, with its number', async (name) => {
    const neighbour = the(name)
    await neighbour.go(places.order(orderIds.get(name) ?? ''))
    const orders = await shop.documents<Order>('orders', { memberId: name })
    const refund = orders[0]?.refunds[0]
    expect(refund).toMatchObject({ status: 'succeeded', amountFen: back[name] * 100 })
    await neighbour.seeAt('money-back', `退回${yuan(back[name])}`)
    expect(await neighbour.read('money-in')).toBe(`付出${yuan(paid[name])}`)
    expect(await neighbour.read('money-kept')).toBe('实际花费¥88')
    await neighbour.seeAt('refund-difference', '已退回')
    const told = await neighbour.read('refund-difference')
    expect(told).toContain(`退差价${yuan(back[name])}`)
    expect(told).toContain(refund?.no)
    await neighbour.picture(`order-${name}`)
  })

  test('the ladder page shows ann the same refund as her order', async () => {
    const ann = the('ann')
    const [order] = await shop.documents<Order>('orders', { memberId: 'ann' })
    await ann.go(places.ladder('ladder-muscat'))
    const told = await ann.read('own-refund')
    expect(told).toContain('退给你的差价¥40')
    expect(told).toContain(order?.refunds[0]?.no)
  })

  test('the statement adds up, also when a phone adds every row again', async () => {
    const ann = the('ann')
    await ann.tapTo('statement', 'statement')
    expect(await ann.read('sum-paid')).toBe('大家付了¥708')
    expect(await ann.read('sum-due')).toBe('最终应付¥528')
    expect(await ann.read('sum-refund')).toBe('退回差价¥180')
    await ann.tap('recount')
    expect(await ann.read('agrees')).toContain('6 单逐一相加，退回合计 ¥180，一分不差。')
    expect(await ann.read('own-row')).toContain('退回 ¥40')
    await ann.picture('statement')
  })

  test('on the way no page stumbled, no request failed, and the shop refused nothing', () => {
    for (const name of names) {
      const { troubles } = the(name)
      // 我的 asks whether one belongs to the staff; to shoppers the answer is no.
      const refusals = the(name).refusals.filter((call) => !call.endsWith('/call/staff'))
      expect({ name, troubles, refusals }).toEqual({ name, troubles: [], refusals: [] })
    }
  })
})
