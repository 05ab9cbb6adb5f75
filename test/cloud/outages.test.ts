/**
 * What happens while the cloud or the gateway fails: nothing is lost, and it can be asked again.
 */
import type { OrderId } from '@domain/ids'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { givePoints } from './points-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await allIsWell()
  await small.minutes(2)
  await expectPoolsToAddUp(small.shop)
})
afterAll(() => small.shop.close())

const trouble = (rates: Record<string, number>, seed = 1) =>
  small.shop.control('POST', 'faults', { seed, rates, delayMs: 20 })
const allIsWell = () => small.shop.control('POST', 'faults', {})
const gatewayDown = () => trouble({ 'wechat.before': 1 })

const statusOf = async (orderId: OrderId) => (await small.order(orderId)).status

async function waiting() {
  const goal = await small.ladder({ endsAt: '+9h' })
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(goal))
  await small.shop.ask(openid, 'orders.pay', { orderId })
  return { ...goal, openid, orderId }
}

describe('while the gateway is out of service', () => {
  test('paying, checking and cancelling say that one may try again, and change nothing', async () => {
    const { openid, orderId } = await waiting()
    await gatewayDown()
    await expectNothingChanged(small.shop, async () => {
      expect(await small.shop.refusal(openid, 'orders.pay', { orderId })).toBe('busy')
      expect(await small.shop.refusal(openid, 'orders.checkPayment', { orderId })).toBe('busy')
      expect(await small.cancel(openid, orderId)).toMatchObject({ error: { code: 'busy' } })
    })
    await allIsWell()
    await small.shop.ask(openid, 'orders.pay', { orderId })
    expect(await small.cancel(openid, orderId)).toHaveProperty('result')
  })

  test('a notice is not acknowledged, so that WeChat repeats it', async () => {
    const { orderId } = await waiting()
    await gatewayDown()
    await small.shop.pay(orderId)
    expect(await statusOf(orderId)).toBe('unpaid')
    expect((await small.booked(orderId)).notices).toMatchObject([
      { acknowledged: false },
      { acknowledged: false },
    ])
    await allIsWell()
    await small.shop.pass('15 seconds')
    expect(await statusOf(orderId)).toBe('waiting')
  })

  test('nobody’s order expires, because it may be paid', async () => {
    const [paid, unpaid] = [await waiting(), await waiting()]
    await small.shop.pay(paid.orderId, { outcome: 'success', notify: 'never' })
    await gatewayDown()
    await small.minutes(20)
    expect(await statusOf(paid.orderId)).toBe('unpaid')
    expect(await statusOf(unpaid.orderId)).toBe('unpaid')
    expect(await small.stock({ dealId: unpaid.dealId })).toMatchObject({ held: 1 })
    await allIsWell()
    await small.minutes(2)
    expect(await statusOf(paid.orderId)).toBe('waiting')
    expect(await statusOf(unpaid.orderId)).toBe('expired')
  })

  test('a refund is granted and goes out afterwards, once', async () => {
    const { openid, orderId } = await waiting()
    await small.shop.pay(orderId)
    await gatewayDown()
    expect(await small.refund(openid, orderId)).toMatchObject({
      result: { order: { status: 'refunding', refunds: [{ status: 'requested' }] } },
    })
    await small.minutes(3)
    await allIsWell()
    await small.minutes(5)
    expect(await statusOf(orderId)).toBe('refunded')
    expect((await small.booked(orderId)).refundedFee).toBe(1000)
  })
})

describe('while answers of the gateway get lost', () => {
  test('money goes back once, however often it is asked for', async () => {
    const { openid, orderId } = await waiting()
    await small.shop.pay(orderId)
    await trouble({ 'wechat.after': 1 })
    expect(await small.refund(openid, orderId)).toHaveProperty('result')
    await small.minutes(5)
    await allIsWell()
    await small.minutes(5)
    expect(await statusOf(orderId)).toBe('refunded')
    const refunds = await small.shop.control<{ outTradeNo: string }[]>('GET', 'refunds')
    expect(refunds.filter(({ outTradeNo }) => outTradeNo === orderId)).toHaveLength(1)
    expect((await small.booked(orderId)).refundedFee).toBe(1000)
  })

  test('a payment that was closed without our hearing of it lets the order end', async () => {
    const { openid, orderId, dealId } = await waiting()
    await trouble({ 'wechat.after': 1 })
    expect(await small.cancel(openid, orderId)).toMatchObject({ error: { code: 'busy' } })
    expect((await small.booked(orderId)).state).toBe('CLOSED')
    await allIsWell()
    expect(await small.cancel(openid, orderId)).toHaveProperty('result')
    expect((await small.stock({ dealId })).left).toBe(50)
  })
})

describe('while the database fails now and then', () => {
  /** What the phone does: the same wish again, until an answer comes. */
  async function stubbornly(openid: string, name: 'orders.place', input: Placing) {
    for (let tries = 0; tries < 60; tries += 1) {
      const answer = await small.shop.call(openid, name, input)
      if ('result' in answer) return answer.result
      expect(['busy', 'function_crashed']).toContain(answer.error.code)
    }
    throw new Error('It never went through')
  }
  type Placing = Parameters<typeof small.shop.call<'orders.place'>>[2]

  test('signing in is busy at worst, and brings its points once', async () => {
    await givePoints(small)
    const openids = small.neighbours(12)
    await trouble({ 'database.before': 0.3 })
    const answers = await Promise.all(
      openids.map((openid) => small.shop.call(openid, 'points.signIn', {})),
    )
    const codes = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []))
    expect([...new Set(codes)]).toEqual(['busy'])
    await allIsWell()
    for (const openid of openids) {
      expect(await small.shop.ask(openid, 'points.signIn', {})).toMatchObject({ balance: 1 })
    }
  })

  test.each([
    ['before it is done', { 'database.before': 0.3 }],
    ['after it is done', { 'database.after': 0.3 }],
    ['by doing it twice', { 'database.duplicate': 0.3 }],
    ['by taking its time', { 'database.delay': 0.5 }],
    ['by killing the function', { 'function.kill': 0.1 }],
  ])('%s, each wish still becomes one order and holds are taken once', async (_how, rates) => {
    const goal = await small.ladder({ endsAt: '+9h', perMember: 1, steps: [[1000, 900]] })
    const placings = small.neighbours(8).map((openid) => ({
      openid,
      input: small.shop.placingAt(openid, [small.joining(goal)], 1000),
    }))
    await trouble(rates, 11)
    const placed = await Promise.all(
      placings.map(({ openid, input }) => stubbornly(openid, 'orders.place', input)),
    )
    await allIsWell()
    expect(new Set(placed.map(({ orderId }) => orderId)).size).toBe(8)
    expect(await small.shop.documents('orders', { 'deal.id': goal.dealId })).toHaveLength(8)
    const { held } = await small.stock({ dealId: goal.dealId })
    expect(held).toBe(8)
    await small.minutes(16)
    const stock = await small.stock({ dealId: goal.dealId })
    expect(stock).toEqual({ left: 50, held: 0, sold: 0, people: 0 })
  })
})

test('while everything fails now and then, no payment is lost and nobody is counted twice', async () => {
  const goal = await small.ladder({ endsAt: '+9h', perMember: 1, steps: [[1000, 900]] })
  const placed = await Promise.all(
    small.neighbours(10).map(async (openid) => {
      const orderId = await small.place(openid, small.joining(goal))
      await small.shop.ask(openid, 'orders.pay', { orderId })
      return orderId
    }),
  )
  const calls = { 'database.before': 0.1, 'database.after': 0.1, 'database.duplicate': 0.1 }
  const notices = { 'notice.lost': 0.3, 'notice.doubled': 0.3, 'notice.reordered': 0.3 }
  await trouble({ ...calls, ...notices, 'wechat.after': 0.1, 'function.kill': 0.05 }, 5)
  await Promise.all(placed.map((orderId) => small.shop.pay(orderId)))
  await small.minutes(3)
  await allIsWell()
  await small.minutes(30)
  for (const orderId of placed) {
    expect(await small.order(orderId)).toMatchObject({ status: 'waiting', todo: [], refunds: [] })
  }
  const stock = await small.stock({ dealId: goal.dealId })
  expect(stock).toEqual({ left: 40, held: 0, sold: 10, people: 10 })
})
