/** Coupons and points in the built mini-program: claimed, used and told of by taps. */
import { randomUUID } from 'node:crypto'
import type { TemplateId } from '@domain/ids'
import type { MessageWallet } from '@domain/messages/wallet'
import { of } from '../harness/ordering'
import { openShop, type Shop } from '../harness/shop'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(async () => {
  closePhones()
  await shop.control('POST', 'faults', {})
})
afterAll(() => shop.close())

const center = { path: 'pages/coupons/center/index' }
const checkoutOf = (productId: string) => ({
  path: 'pages/orders/checkout/index',
  query: `productId=${productId}&skuId=${productId}&quantity=1`,
})

const claim = (name: string, templateId: string) =>
  shop.ask(name, 'coupons.claim', {
    requestId: randomUUID(),
    templateId: templateId as TemplateId,
  })

const allowed = async (name: string) =>
  (await shop.documents<MessageWallet>('wallets', { _id: name }))[0]?.allowed ?? {}

describe('claiming', () => {
  test('one tap claims a coupon, and asks once whether to remind of it before it expires', async () => {
    const questions: string[] = []
    const ann = await Neighbour.of(shop, 'ann', {
      ...center,
      consents: (question) => questions.push(question) > 0,
    })
    const { phone } = ann
    await phone.tap('#claim-full-99-15')
    await phone.waitFor(() => phone.text('#offer-full-99-15').includes('已领 1 张'))
    await phone.waitFor(() => questions.length === 1)
    expect(await allowed('ann')).toEqual({ couponExpiring: 1 })
    await phone.tap('#claim-full-99-15')
    await phone.waitFor(() => phone.has('#use-full-99-15'))
    expect(questions).toHaveLength(1)
    await phone.tap('#mine')
    await phone.waitFor(() => phone.all('[id^="coupon-"]').length === 2)
    expect(phone.errors).toEqual([])
  })

  test('who refuses the reminder has the coupon all the same, and is asked no more', async () => {
    let asked = 0
    const refuse = () => {
      asked += 1
      return false
    }
    const { phone } = await Neighbour.of(shop, 'bo', { ...center, consents: refuse })
    await phone.tap('#claim-welcome-10')
    await phone.waitFor(() => phone.has('#use-welcome-10'))
    await phone.tap('#mine')
    await phone.tap('#to-center')
    await phone.waitFor(() => phone.has('#claim-full-99-15'))
    await phone.tap('#claim-full-99-15')
    await phone.waitFor(() => phone.text('#offer-full-99-15').includes('已领 1 张'))
    expect(asked).toBe(1)
    expect(await allowed('bo')).toEqual({})
    expect(phone.errors).toEqual([])
  })

  test('without a network it is told, and a second tap claims one coupon, not two', async () => {
    const { phone } = await Neighbour.of(shop, 'cai', center)
    await phone.network(false)
    await phone.tap('#claim-full-99-15')
    await phone.network(true)
    await phone.tap('#claim-full-99-15')
    await phone.waitFor(() => phone.text('#offer-full-99-15').includes('已领 1 张'))
    const { coupons } = await shop.ask('cai', 'coupons.list', { tab: 'usable' })
    expect(coupons).toHaveLength(1)
  })
})

describe('the checkout', () => {
  test('uses the best coupon, another one, or none, each for one tap', async () => {
    const { coupon } = await claim('ding', 'welcome-10')
    await claim('ding', 'full-99-15')
    const ding = await Neighbour.of(shop, 'ding', checkoutOf('shine-muscat'))
    const { phone } = ding
    await ding.fillIn()
    expect(phone.text('#choose-coupon')).toContain('−¥15')
    await phone.tap('#choose-coupon')
    await phone.tap(`#coupon-${coupon._id}`)
    expect(phone.text('#choose-coupon')).toContain('−¥10')
    expect(phone.text('#payable')).toContain('113')
    await phone.tap('#choose-coupon')
    await phone.tap('#no-coupon')
    expect(phone.text('#payable')).toContain('123')
    await phone.tap('#choose-coupon')
    await phone.tap(`#coupon-${coupon._id}`)
    await ding.submit()
    await phone.waitFor(() => phone.text('#benefit-coupon').includes('已用掉'))
    expect(phone.text('#money-in')).toContain('113')
    expect(phone.errors).toEqual([])
  })

  test('an order that a coupon pays whole never sees the cashier', async () => {
    await claim('en', 'welcome-10')
    const en = await Neighbour.of(shop, 'en', checkoutOf('banana-3'))
    en.intends('leave')
    await en.fillIn()
    expect(en.phone.text('#submit')).toContain('提交订单')
    await en.submit()
    await en.phone.waitFor(() => en.phone.has('#money-in'))
    expect(en.phone.text('#status')).toContain('可以取货了')
  })

  test('an order asks once, in the tap, for the messages that belong to it', async () => {
    const asked: string[] = []
    const fang = await Neighbour.of(shop, 'fang', {
      ...checkoutOf('walnut-3'),
      consents: (question) => asked.push(question) > 0,
    })
    await fang.fillIn()
    fang.intends('pay')
    await fang.submit()
    expect(asked).toHaveLength(1)
    expect(await allowed('fang')).toEqual({ refundSent: 1 })
    expect(fang.phone.errors).toEqual([])
  })

  test('a coupon that is held by another order says so, and leads there from one’s coupons', async () => {
    const { coupon } = await claim('gu', 'welcome-10')
    const placing = await shop.placing('gu', [of('walnut-3')])
    const { orderId } = await shop.ask('gu', 'orders.place', placing)
    const { phone } = await Neighbour.of(shop, 'gu', checkoutOf('walnut-3'))
    await phone.tap('#choose-coupon')
    expect(phone.text(`#unusable-${coupon._id}`)).toContain('被另一笔没付款的订单占着')
    const mine = await Neighbour.of(shop, 'gu', { path: 'pages/coupons/list/index' })
    await mine.phone.tap(`#order-of-${coupon._id}`)
    await mine.phone.waitFor(() => mine.phone.has('#status'))
    expect(mine.phone.place().query['orderId']).toBe(orderId)
  })
})
