/** After the purchase, on the mini-program: handing over, asking back, and the staff's side. */
import { randomUUID } from 'node:crypto'
import type { Driver } from '../../emulator/phone/driver'
import { of, ordered, shipped } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { yuanIn } from './neighbour'
import { closePhones, openPhone } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

/** Corn and two bunches of grapes: ¥69.70, of which 全场满减 takes ¥5. */
const basket = [of('corn-8'), of('grape-kyoho-2', 2)]

interface Link {
  readonly path: string
  readonly query?: string
  /** What the camera sees. */
  readonly camera?: string
}

async function open(openid: string, { path, query = '', camera }: Link): Promise<Driver> {
  const phone = await openPhone({
    cloud: shop.url,
    openid,
    path: `pages/${path}/index`,
    query,
    ...(camera !== undefined && { choices: { camera: () => camera } }),
  })
  expect(phone.errors).toEqual([])
  return phone
}

const orderOf = (openid: string, orderId: string) =>
  open(openid, { path: 'orders/order', query: `orderId=${orderId}` })

test('of two bunches one comes back to the fen, with its share of what was saved', async () => {
  const orderId = await ordered(shop, 'ann', basket)
  const phone = await orderOf('ann', orderId)
  await phone.tap('#ask-after-sale')
  await phone.waitFor(() => phone.has('#more-1'))
  await phone.tap('#more-1')
  expect(yuanIn(phone.text('#back'))).toBe(18.47)
  await phone.tap('#submit-request')
  expect(phone.toasts).toContain('请选择原因')
  await phone.tap('#reason-quality')
  await phone.input('#words', '有一串压坏了')
  await phone.tap('#submit-request')
  await phone.waitFor(() => phone.has('#request-requested'))
  expect(yuanIn(phone.text('#request-sum'))).toBe(18.47)

  const keeper = await open('keeper', { path: 'staff/queue', query: 'queue=after-sale' })
  expect(keeper.title).toBe('售后待处理')
  expect(keeper.text(`#case-${orderId}-1`)).toContain('有一串压坏了')
  await keeper.tap(`#approve-${orderId}-1`)
  expect(keeper.dialog?.title).toBe('同意退回 ¥18.47？')
  await keeper.answer('同意退款')
  expect(keeper.text()).toContain('没有待处理的售后')

  await shop.pass('1 minute')
  const later = await orderOf('ann', orderId)
  expect(yuanIn(later.text('#money-back'))).toBe(18.47)
  expect(yuanIn(later.text('#money-kept'))).toBe(46.23)
  expect(later.text('#refund-s1')).toContain('已退回')
})

test('a request is refused with a reason, which the shopper reads and may answer anew', async () => {
  const orderId = await ordered(shop, 'bo', [of('corn-8', 2)])
  const phone = await open('bo', { path: 'orders/aftersale', query: `orderId=${orderId}` })
  await phone.tap('#more-0')
  await phone.tap('#reason-other')
  await phone.tap('#submit-request')
  await phone.waitFor(() => phone.has('#request-requested'))

  const keeper = await open('keeper', { path: 'staff/queue', query: 'queue=after-sale' })
  await keeper.tap(`#refuse-${orderId}-1`)
  await keeper.tap('#refuse-now')
  expect(keeper.toasts).toContain('请写明拒绝的原因')
  await keeper.input('#refuse-words', '请补一张照片')
  await keeper.tap('#refuse-now')
  expect(keeper.text()).toContain('没有待处理的售后')

  await phone.pullDown()
  expect(phone.text('#answer')).toBe('店里的答复：请补一张照片')
  await phone.tap('#ask-again')
  await phone.waitFor(() => phone.has('#more-0'))
})

test('what was answered is looked up, also of an order that went back as a whole', async () => {
  const orderId = await ordered(shop, 'cai', [of('corn-8')])
  const asked = { requestId: randomUUID(), orderId, pieces: [{ line: 0, quantity: 1 }] }
  const why = { reason: 'quality' as const, words: '都坏了', pictures: [] }
  await shop.ask('cai', 'aftersale.request', { ...asked, ...why })
  const keeper = await open('keeper', { path: 'staff/queue', query: 'queue=after-sale' })
  await keeper.tap(`#approve-${orderId}-1`)
  await keeper.answer('同意退款')
  await shop.pass('1 minute')
  await keeper.tap('#tab-answered')
  await keeper.waitFor(() => keeper.has(`#case-${orderId}-1`))
  expect(keeper.title).toBe('售后已处理')
  expect(keeper.text(`#case-${orderId}-1`)).toContain('已退款')
  expect(keeper.text(`#case-${orderId}-1`)).toContain('都坏了')
  expect(keeper.text(`#answer-${orderId}-1`)).toMatch(/已同意.*¥/)
  await keeper.tap('#tab-after-sale')
  await keeper.waitFor(() => keeper.text().includes('没有待处理的售后'))
})

test('a parcel is found after a reload however deep in the queue it waits', async () => {
  for (let index = 0; index < 21; index += 1) {
    await ordered(shop, `early-${index}`, [of('corn-8')], courier('early'))
    await shop.pass('1 second')
  }
  const orderId = await ordered(shop, 'dora', [of('corn-8')], courier('dora'))
  const { orders } = await shop.ask('keeper', 'fulfilment.list', { queue: 'ship' })
  expect(orders.map(({ _id }) => _id)).not.toContain(orderId)
  const keeper = await open('keeper', { path: 'staff/handout', query: `orderId=${orderId}` })
  expect(keeper.text()).toContain('dora')
  expect(keeper.has('#ship-now')).toBe(true)
  const lost = await open('keeper', { path: 'staff/handout', query: 'orderId=nobody-has-it' })
  expect(lost.text()).toContain('这笔订单找不到了')
  await lost.tap('#next-order')
  expect(lost.place().route).toBe('pages/staff/queue/index')
})

test('the counter scans the code once; the second time it hears when it was used', async () => {
  const orderId = await ordered(shop, 'ding', [of('corn-8')])
  const phone = await orderOf('ding', orderId)
  const camera = phone.text('#code-digits').replace(/\s/g, '')
  expect(phone.has('#pick-up-code image')).toBe(true)

  const keeper = await open('keeper', { path: 'staff/desk', camera })
  await keeper.tap('#scan')
  await keeper.waitFor(() => keeper.has('#verdict'))
  expect(keeper.text('#verdict')).toBe('可以交货，请核对商品')
  await keeper.tap('#hand-over')
  expect(keeper.toasts).toContain('已交货，这个码不能再用')
  expect(keeper.text('#verdict')).toContain('已经用过了')

  const again = await open('keeper', { path: 'staff/handout', query: `code=${camera}` })
  expect(again.text('#verdict')).toMatch(/^这个码 今天 10:\d\d 已经用过了$/)
  expect(again.has('#hand-over')).toBe(false)

  await phone.pullDown()
  expect(phone.text('#status-received')).toBe('已取货')
})

test('a parcel’s number is scanned, and the shopper says that it came', async () => {
  const orderId = await ordered(shop, 'en', basket, courier('en'))
  const query = `orderId=${orderId}`
  const keeper = await open('keeper', { path: 'staff/handout', query, camera: 'SF1122334455' })
  await keeper.tap('#company-SF')
  await keeper.tap('#scan-number')
  await keeper.tap('#ship-now')
  await keeper.waitFor(() => keeper.has('#shipped'))
  expect(keeper.text('#shipped')).toContain('SF1122334455')

  const phone = await orderOf('en', orderId)
  expect(phone.text('#status-shipped')).toBe('已发货，在路上')
  await phone.tap('#receive')
  await phone.answer('收到了')
  expect(phone.text('#status-received')).toBe('已收货')
})

test('what was received is bought again through the cart, at the prices of now', async () => {
  const orderId = await ordered(shop, 'fang', basket, courier('fang'))
  await shipped(shop, orderId)
  await shop.ask('fang', 'orders.receive', { requestId: randomUUID(), orderId })
  const phone = await orderOf('fang', orderId)
  await phone.tap('#again')
  await phone.waitFor(() => phone.place().route === 'pages/cart/cart/index')
  expect(phone.text()).toContain('云南水果玉米')
  expect(phone.text()).toContain('巨峰葡萄')
})

describe('what a tap costs', () => {
  const kilobyte = 1024

  test('counting pieces and choosing a reason: one call and 1 KB', async () => {
    const orderId = await ordered(shop, 'gu', basket)
    const phone = await open('gu', { path: 'orders/aftersale', query: `orderId=${orderId}` })
    for (const target of ['#more-0', '#more-1', '#less-1', '#reason-late', '#reason-quality']) {
      const { calls, bytes } = await phone.tap(target)
      expect([target, calls <= 2, bytes <= kilobyte]).toEqual([target, true, true])
    }
  })

  test('saying in the list that a parcel came: one card moves', async () => {
    const orderId = await ordered(shop, 'hua', [of('corn-8')], courier('hua'))
    await ordered(shop, 'hua', basket)
    await shipped(shop, orderId)
    const phone = await open('hua', { path: 'orders/list', query: 'tab=all' })
    await phone.tap(`#receive-${orderId}`)
    const { calls, bytes } = await phone.answer('收到了')
    expect(phone.has(`#again-${orderId}`)).toBe(true)
    expect(calls).toBeLessThanOrEqual(3)
    expect(bytes).toBeLessThanOrEqual(4 * kilobyte)
  })
})

test('a shopper sees no way to the desk; the keeper sees what waits there', async () => {
  const shopper = await open('ann', { path: 'members/me' })
  expect(shopper.has('#desk')).toBe(false)
  await ordered(shop, 'ann', [of('corn-8')], courier('ann'))
  const keeper = await open('keeper', { path: 'members/me' })
  expect(keeper.text('#desk')).toMatch(/店员工作台.*单待处理/)
  await keeper.tap('#desk')
  await keeper.waitFor(() => keeper.has('#queue-ship'))
  expect(Number(/\d+/.exec(keeper.text('#queue-ship'))?.[0])).toBeGreaterThanOrEqual(1)
})
