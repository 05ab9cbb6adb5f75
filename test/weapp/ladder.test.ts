import { openShop, type Shop } from '../harness/shop'
import { untilSettled, type BookedPayment, type BookedRefund } from '../stories/street'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const ladder = 'ladder-muscat'
/** In this order; the third and the sixth bring the price down for all. */
const six = ['ann', 'bo', 'cai', 'ding', 'en', 'fang'] as const
type Name = (typeof six)[number] | 'gu' | 'hua'

const street = new Map<Name, Neighbour>()
const orders = new Map<Name, string>()
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

/** The neighbour with that name, who opens the shop when they are first spoken of. */
async function neighbour(name: Name): Promise<Neighbour> {
  const known = street.get(name) ?? (await Neighbour.of(shop, name))
  street.set(name, known)
  return known
}

/** Six times the same, one phone after another. */
async function ofAllSix<Seen>(look: (one: Neighbour) => Promise<Seen>): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const name of six) seen.push(await look(await neighbour(name)))
  return seen
}

/** How far it still is to the next step: `再来3人，全员降到¥108`. */
const distance = ({ phone }: Neighbour): string => phone.text('#next-step')

describe('before the six come', () => {
  test('who joins and asks for the money back counts no more', async () => {
    const gu = await neighbour('gu')
    await gu.toLadder(ladder)
    expect(distance(gu)).toBe('再来3人，全员降到¥108')
    await gu.toCheckout()
    await gu.submit()
    await gu.phone.tap('#see-deal')
    expect(distance(gu)).toBe('再来2人，全员降到¥108')
    await gu.phone.back()
    await gu.phone.tap('#refund')
    expect(gu.phone.dialog?.content).toContain('¥128 原路退回')
    await gu.phone.answer('申请退款')
    expect(gu.phone.has('#status-refunding')).toBe(true)
    await gu.phone.tap('#see-deal')
    expect(distance(gu)).toBe('再来3人，全员降到¥108')
    expect(gu.phone.text('#own-refund')).toContain('¥128')
    await gu.phone.back()
  })

  test('a minute later the money is back, and the order says so', async () => {
    const { phone } = await neighbour('gu')
    await shop.pass('1 minute')
    await phone.pullDown()
    expect(phone.has('#status-refunded')).toBe(true)
    expect(yuanIn(phone.text('#money-back'))).toBe(128)
    expect(phone.text('#refund-asked')).toContain('已退回')
  })

  test('who thinks better of it at the cashier cancels the order', async () => {
    const hua = await neighbour('hua')
    hua.intends('leave')
    await hua.toLadder(ladder)
    await hua.toCheckout()
    orders.set('hua', await hua.submit())
    expect(hua.phone.text('#paying')).toContain('没有扣款')
    await hua.phone.tap('#cancel')
    await hua.phone.answer('先不取消')
    expect(hua.phone.has('#status-unpaid')).toBe(true)
    await hua.phone.tap('#cancel')
    await hua.phone.answer('取消订单')
    expect(hua.phone.has('#status-cancelled')).toBe(true)
    expect(hua.phone.toasts).toContain('订单已取消')
  })

  test('orders are found under the tab that fits how they stand', async () => {
    const { phone } = await neighbour('hua')
    await phone.tap('#see-deal')
    await phone.back()
    await phone.back()
    await phone.back()
    await phone.tab('我的')
    await phone.tap('#orders-all')
    const found: Record<string, boolean> = {}
    for (const tab of ['unpaid', 'waiting', 'paid', 'shipped', 'done', 'after-sale', 'all']) {
      await phone.tap(`#tab-${tab}`)
      found[tab] = phone.has(`#list-${tab} #order-${orders.get('hua')}`)
    }
    expect(found).toEqual({
      unpaid: false,
      waiting: false,
      paid: false,
      shipped: false,
      done: false,
      'after-sale': false,
      all: true,
    })
  })
})

describe('six neighbours join', () => {
  test('each pays the price that stands when they order', async () => {
    ;(await neighbour('bo')).intends('refuse')
    ;(await neighbour('cai')).intends('leave')
    const ding = await neighbour('ding')
    await ding.toLadder(ladder)
    await ding.toCheckout()
    expect(yuanIn(ding.phone.text('#payable'))).toBe(128)

    const prices = await ofAllSix(async (one) => {
      if (one.name === 'ding') await takeTheNewPrice(one)
      else {
        await one.toLadder(ladder)
        await one.toCheckout()
        orders.set(one.name as Name, await one.submit())
      }
      if (one.name === 'bo') await payAfterRefusing(one)
      if (one.name === 'cai') await payAfterLeaving(one)
      expect(one.phone.has('#status-waiting')).toBe(true)
      return yuanIn(one.phone.text('#money-in'))
    })
    expect(prices).toEqual([128, 128, 128, 108, 108, 108])
  })

  /** While they filled in their name the price fell; they are asked before anything is charged. */
  async function takeTheNewPrice({ name, phone }: Neighbour): Promise<void> {
    await phone.tap('#submit')
    await phone.waitFor(() => phone.has('#order-at-new'))
    expect(phone.text()).toContain('价格刚刚降了')
    await phone.tap('#order-at-new')
    await phone.waitFor(() => phone.has('#status'))
    orders.set(name as Name, phone.place().query['orderId'] ?? '')
  }

  /** The bank refused; the order page says that nothing was charged, and lets them try again. */
  async function payAfterRefusing({ phone }: Neighbour): Promise<void> {
    expect(phone.text('#paying')).toBe('支付没有成功，没有扣款，可以再付一次')
    await phone.tap('#pay')
  }

  /** Much later they find the order again under 我的. */
  async function payAfterLeaving({ name, phone }: Neighbour): Promise<void> {
    expect(phone.text('#paying')).toBe('还没有付款，没有扣款，订单为你留着')
    await phone.back()
    expect(phone.has('#pay-own')).toBe(true)
    await phone.back()
    await phone.tab('我的')
    await phone.tap('#orders-unpaid')
    await phone.tap(`#order-${orders.get(name as Name)}`)
    await phone.tap('#pay')
  }

  test('the ladder tells each what they would get back as it stands', async () => {
    const expected = await ofAllSix(async ({ phone }) => {
      await phone.tap('#see-deal')
      const back = phone.has('#expected-refund') ? yuanIn(phone.text('#expected-refund')) : 0
      await phone.back()
      return back
    })
    expect(expected).toEqual([40, 40, 40, 20, 20, 20])
  })

  test('the gateway has six payments and nothing twice', async () => {
    const payments = await shop.control<BookedPayment[]>('GET', 'payments')
    const ofSix = six.map((name) =>
      payments.find(({ outTradeNo }) => outTradeNo === orders.get(name)),
    )
    expect(ofSix.map((one) => [one?.state, one?.totalFee])).toEqual([
      ...Array.from({ length: 3 }, () => ['SUCCESS', 12800]),
      ...Array.from({ length: 3 }, () => ['SUCCESS', 10800]),
    ])
  })
})

describe('after the close', () => {
  let booked: readonly BookedRefund[]

  beforeAll(async () => {
    await shop.pass('1 day')
    await untilSettled(shop, ladder)
    booked = await shop.control<BookedRefund[]>('GET', 'refunds')
  })

  const refundOf = (name: string) =>
    booked.filter(({ outTradeNo }) => outTradeNo === orders.get(name as Name))

  test('each order shows its difference, with the number that the gateway knows', async () => {
    const backs = await ofAllSix(async ({ name, phone }) => {
      await phone.pullDown()
      const [refund, ...others] = refundOf(name)
      expect(others).toEqual([])
      expect(refund?.state).toBe('SUCCESS')
      const told = phone.text('#refund-difference')
      expect(told).toContain('已退回')
      expect(told).toContain(refund?.outRefundNo ?? 'a number')
      expect(yuanIn(phone.text('#money-kept'))).toBe(88)
      return [yuanIn(phone.text('#money-in')), yuanIn(phone.text('#money-back'))]
    })
    expect(backs).toEqual([
      [128, 40],
      [128, 40],
      [128, 40],
      [108, 20],
      [108, 20],
      [108, 20],
    ])
  })

  test('the ladder shows the final price and each what came back to them', async () => {
    const backs = await ofAllSix(async ({ name, phone }) => {
      await phone.tap('#see-deal')
      expect(phone.text('#final-price')).toBe('6 人，全员降到¥88')
      const told = phone.text('#own-refund')
      expect(told).toContain(refundOf(name)[0]?.outRefundNo ?? 'a number')
      return yuanIn(told)
    })
    expect(backs).toEqual([40, 40, 40, 20, 20, 20])
  })

  test('the statement adds up on every phone, and each finds their own row', async () => {
    const seen = await ofAllSix(async ({ phone }) => {
      await phone.tap('#statement')
      const sums = ['#sum-paid', '#sum-due', '#sum-refund'].map((id) => yuanIn(phone.text(id)))
      await phone.tap('#recount')
      expect(phone.has('#differs')).toBe(false)
      expect(phone.text('#agrees')).toContain('6 单逐一相加，退回合计 ¥180')
      expect(phone.all('#own-row')).toHaveLength(1)
      return sums
    })
    expect(seen).toEqual(six.map(() => [708, 528, 180]))
  })

  test('nothing went wrong on any phone', () => {
    expect([...street.values()].flatMap(({ phone }) => phone.errors)).toEqual([])
  })
})
