import { randomUUID } from 'node:crypto'
import type { OrderId } from '@domain/ids'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

/** Somebody with an unpaid order of a ladder whose payment is open. */
async function waiting(terms = {}) {
  const goal = await small.ladder(terms)
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(goal))
  await small.shop.ask(openid, 'orders.pay', { orderId })
  return { ...goal, openid, orderId }
}

const statusOf = async (orderId: OrderId) => (await small.order(orderId)).status

/** A kept order, paid once: booked as sold, its member counted, nothing left to do. */
async function expectPaidOnce({ orderId, dealId }: { orderId: OrderId; dealId: string }) {
  const { status, story, refunds, todo, payment } = await small.order(orderId)
  expect({ status, refunds, todo }).toEqual({ status: 'waiting', refunds: [], todo: [] })
  expect(story.map(({ event }) => event)).toEqual(['place', 'join'])
  expect(payment?.paidFen).toBe(1000)
  const stock = await small.stock({ dealId })
  expect(stock).toEqual({ left: 49, held: 0, sold: 1, people: 1 })
}

describe('a notice of WeChat Pay', () => {
  test.each(['once', 'twice'] as const)('that comes %s pays the order once', async (notify) => {
    const { orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify })
    await expectPaidOnce({ orderId, dealId })
    const { notices } = await small.booked(orderId)
    expect(notices.map(({ acknowledged }) => acknowledged)).toEqual(
      notify === 'once' ? [true] : [true, true],
    )
  })

  test('that comes late finds the order still there, because expiry asked the gateway', async () => {
    const { orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'late' })
    expect(await statusOf(orderId)).toBe('unpaid')
    await small.minutes(16)
    await expectPaidOnce({ orderId, dealId })
    await small.minutes(5)
    expect((await small.booked(orderId)).notices).toMatchObject([{ acknowledged: true }])
    await expectPaidOnce({ orderId, dealId })
  })

  test('that never comes is made up for by the phone, which asks at once', async () => {
    const { openid, orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    const { order } = await small.shop.ask(openid, 'orders.checkPayment', { orderId })
    expect(order.status).toBe('waiting')
    await expectPaidOnce({ orderId, dealId })
  })

  test('that never comes is made up for when the phone wants to pay a second time', async () => {
    const { openid, orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    const refusal = await small.shop.refusal(openid, 'orders.pay', { orderId })
    expect(refusal).toBe('order_cannot')
    await expectPaidOnce({ orderId, dealId })
  })

  test('that never comes is made up for by the expiry, when the phone does not ask', async () => {
    const { orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    await small.minutes(16)
    await expectPaidOnce({ orderId, dealId })
  })

  test('and sixteen phones asking in the same moment pay the order once', async () => {
    const { openid, orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    const ask = () => small.shop.ask(openid, 'orders.checkPayment', { orderId })
    const answers = await Promise.all(Array.from({ length: 16 }, ask))
    expect(answers.map(({ order }) => order.status)).toEqual(answers.map(() => 'waiting'))
    await expectPaidOnce({ orderId, dealId })
  })

  test('of a payment that failed leaves the order unpaid, to be tried again', async () => {
    const { openid, orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'fail', notify: 'once' })
    expect((await small.booked(orderId)).notices).toMatchObject([{ acknowledged: true }])
    expect(await statusOf(orderId)).toBe('unpaid')
    await small.shop.ask(openid, 'orders.pay', { orderId })
    await small.shop.pay(orderId)
    await expectPaidOnce({ orderId, dealId })
  })
})

test.each(['pay-notify', 'timer'])('nobody but the cloud itself may call %s', async (name) => {
  const { openid, orderId } = await waiting()
  await expectNothingChanged(small.shop, async () => {
    for (const caller of [openid, 'keeper']) {
      const event = { outTradeNo: orderId, resultCode: 'SUCCESS', Type: 'Timer' }
      const answer = await small.shop.callRaw(caller, name, event)
      expect(answer).toMatchObject({ error: { code: 'function_closed' } })
    }
  })
})

describe('two orders of one member', () => {
  test('are one person in the deal, and two sales', async () => {
    const goal = await small.ladder()
    const ann = small.neighbour()
    await small.buy(ann, small.joining(goal))
    await small.buy(ann, small.joining(goal))
    const stock = await small.stock({ dealId: goal.dealId })
    expect(stock).toEqual({ left: 48, held: 0, sold: 2, people: 1 })
  })
})

describe('opening a payment', () => {
  test('is refused for an order that is paid, cancelled or expired', async () => {
    const paid = await waiting()
    await small.shop.pay(paid.orderId)
    const cancelled = await waiting()
    await small.cancel(cancelled.openid, cancelled.orderId)
    const expired = await waiting()
    await small.minutes(16)
    for (const { openid, orderId } of [paid, cancelled, expired]) {
      expect(await small.shop.refusal(openid, 'orders.pay', { orderId })).toBe('order_cannot')
    }
  })

  test('is refused from the last second of the pay window on, before the timer has come', async () => {
    const { openid, orderId } = await waiting()
    await small.shop.pass('899 seconds')
    await small.shop.ask(openid, 'orders.pay', { orderId })
    await small.shop.pass('1 second')
    expect(await small.shop.refusal(openid, 'orders.pay', { orderId })).toBe('order_cannot')
  })

  test('is not opened by checking it', async () => {
    const openid = small.neighbour()
    const orderId = await small.place(openid, small.line(await small.product()))
    await expectNothingChanged(small.shop, async () => {
      const { order } = await small.shop.ask(openid, 'orders.checkPayment', { orderId })
      expect(order.status).toBe('unpaid')
    })
  })
})

describe('an unpaid order', () => {
  test('that nobody pays expires and gives stock and quota back', async () => {
    const { openid, orderId, dealId, productId } = await waiting({ perMember: 1 })
    await small.minutes(15)
    await small.minutes(1)
    expect(await statusOf(orderId)).toBe('expired')
    expect(await small.stock({ dealId })).toEqual({ left: 50, held: 0, sold: 0, people: 0 })
    expect((await small.booked(orderId)).state).toBe('CLOSED')
    await small.place(openid, small.joining({ dealId, productId }))
  })

  test('that the bank refused expires the same way', async () => {
    const { orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'fail' })
    await small.minutes(16)
    expect(await statusOf(orderId)).toBe('expired')
    expect((await small.stock({ dealId })).left).toBe(50)
  })

  test('of a ladder can be paid until the ladder’s end at the latest', async () => {
    const { openid, orderId } = await waiting({ endsAt: '+5m' })
    const { order } = await small.shop.ask(openid, 'orders.see', { orderId })
    expect(order.deal).toMatchObject({ kind: 'ladder', endsAt: order.payBefore })
    await small.minutes(6)
    expect(await statusOf(orderId)).toBe('expired')
  })

  test('is cancelled by its owner, once, and can not be paid any more', async () => {
    const { openid, orderId, dealId } = await waiting()
    expect(await small.cancel(openid, orderId)).toMatchObject({
      result: { order: { status: 'cancelled' } },
    })
    expect(await small.stock({ dealId })).toEqual({ left: 50, held: 0, sold: 0, people: 0 })
    expect(await small.shop.pay(orderId)).toMatchObject({ error: { code: 'payment_closed' } })
    expect(await small.cancel(openid, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
  })

  test('can not be cancelled when it is paid, even before the shop has heard of it', async () => {
    const { openid, orderId, dealId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    expect(await small.cancel(openid, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
    await expectPaidOnce({ orderId, dealId })
  })

  test('from the shelf holds its stock until it is paid, and the sale is booked afterwards', async () => {
    const productId = await small.product({ stock: 5 })
    const openid = small.neighbour()
    await small.buy(openid, small.line(productId, 2))
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 3, held: 2, sold: 0 })
    await small.minutes(27)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 3, held: 0, sold: 2 })
  })
})

describe('cancelling and paying in the same moment', () => {
  test('ends in exactly one of both, and money never stays without an order', async () => {
    const goal = await small.ladder({ steps: [[1000, 900]] })
    const orders = await Promise.all(
      small.neighbours(12).map(async (openid) => {
        const orderId = await small.place(openid, small.joining(goal))
        await small.shop.ask(openid, 'orders.pay', { orderId })
        return { openid, orderId }
      }),
    )
    await Promise.all(
      orders.flatMap(({ openid, orderId }, index) => {
        const both = [() => small.cancel(openid, orderId), () => small.shop.pay(orderId)]
        return (index % 2 === 0 ? both : both.reverse()).map((one) => one())
      }),
    )
    for (const { orderId } of orders) {
      const { state } = await small.booked(orderId)
      const status = await statusOf(orderId)
      expect([status, state]).toEqual(
        status === 'waiting' ? ['waiting', 'SUCCESS'] : ['cancelled', 'CLOSED'],
      )
    }
  })

  test('of five cancellings under different ids one is granted', async () => {
    const { openid, orderId } = await waiting()
    const cancel = () =>
      small.shop.refusal(openid, 'orders.cancel', { requestId: randomUUID(), orderId })
    const codes = await Promise.all(Array.from({ length: 5 }, cancel))
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([undefined, 'order_cannot']))
  })
})
