import { randomUUID } from 'node:crypto'
import type { OrderId } from '@domain/ids'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await refundsGo('succeed')
  await expectPoolsToAddUp(small.shop)
})
afterAll(() => small.shop.close())

/** How the gateway treats refunds from now on. */
const refundsGo = (refunds: 'succeed' | 'hold' | 'fail') =>
  small.shop.control('POST', 'settings', { refunds, refundSeconds: 5 })

/** The order's own words about its refunds. */
async function refundsOf(orderId: OrderId) {
  const { status, refunds, todo } = await small.order(orderId)
  return { status, left: todo.length, refunds: refunds.map((one) => [one.reason, one.status]) }
}

async function expectAllBack(orderId: OrderId, reason: string) {
  expect(await refundsOf(orderId)).toEqual({
    status: 'refunded',
    left: 0,
    refunds: [[reason, 'succeeded']],
  })
  const booked = await small.refundsOf(orderId)
  expect(booked).toMatchObject([{ state: 'SUCCESS' }])
  const { totalFee, refundedFee } = await small.booked(orderId)
  expect(refundedFee).toBe(totalFee)
}

describe('a refund before the close', () => {
  test('gives all the money back, the stock, the quota, and the person', async () => {
    const goal = await small.ladder({ perMember: 1 })
    const [ann, bo] = small.neighbours(2) as [string, string]
    const orderId = await small.buy(ann, small.joining(goal))
    await small.buy(bo, small.joining(goal))
    expect((await small.stock(dealOf(goal))).people).toBe(2)
    expect(await small.refund(ann, orderId)).toMatchObject({
      result: { order: { status: 'refunding', refunds: [{ amountFen: 1000, status: 'sent' }] } },
    })
    const stock = await small.stock(dealOf(goal))
    expect(stock).toEqual({ left: 49, held: 0, sold: 1, people: 1 })
    await small.minutes(1)
    await expectAllBack(orderId, 'asked')
    await small.place(ann, small.joining(goal))
  })

  const dealOf = ({ dealId }: { dealId: string }) => ({ dealId })

  test('takes no person away while another paid order keeps the member in', async () => {
    const goal = await small.ladder()
    const ann = small.neighbour()
    const first = await small.buy(ann, small.joining(goal))
    const second = await small.buy(ann, small.joining(goal))
    await small.refund(ann, first)
    expect(await small.stock(dealOf(goal))).toMatchObject({ sold: 1, people: 1 })
    await small.refund(ann, second)
    expect(await small.stock(dealOf(goal))).toMatchObject({ sold: 0, people: 0, left: 50 })
  })

  test('of an order from the shelf works whether it was booked as sold or not', async () => {
    const productId = await small.product({ stock: 5 })
    const ann = small.neighbour()
    const [early, late] = [
      await small.buy(ann, small.line(productId, 2)),
      await small.buy(ann, small.line(productId, 1)),
    ]
    await small.refund(ann, early)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 4, held: 1, sold: 0 })
    await small.minutes(27)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 4, held: 0, sold: 1 })
    await small.refund(ann, late)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 5, held: 0, sold: 0 })
    await small.minutes(1)
    await expectAllBack(early, 'asked')
    await expectAllBack(late, 'asked')
  })

  test('asked for under two ids at the same time goes back once', async () => {
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(await small.ladder()))
    const codes = await Promise.all(
      Array.from({ length: 5 }, () =>
        small.shop.refusal(ann, 'orders.refund', { requestId: randomUUID(), orderId }),
      ),
    )
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([undefined, 'order_cannot']))
    await small.minutes(1)
    await expectAllBack(orderId, 'asked')
  })

  test('is refused for an order that was never paid', async () => {
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.joining(await small.ladder()))
    await expectNothingChanged(small.shop, async () => {
      expect(await small.refund(ann, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
    })
  })
})

describe('a refund after the close', () => {
  afterEach(() => small.wholeMinute())

  /** Two people in a ladder at whose end the first has paid more than the price came to. */
  async function closed() {
    await small.wholeMinute()
    const goal = await small.ladder({ endsAt: '+2m', steps: [[2, 900]] })
    const [ann, bo] = small.neighbours(2) as [string, string]
    const orderIds = [
      await small.buy(ann, small.joining(goal)),
      await small.buy(bo, small.joining(goal)),
    ] as const
    await small.shop.pass('119 seconds')
    return { goal, ann, bo, orderIds }
  }

  test('is refused from the very second of the end until the ladder is settled', async () => {
    const { goal, ann, bo, orderIds } = await closed()
    expect(await small.refund(bo, orderIds[1])).toHaveProperty('result')
    await small.shop.pass('1 second')
    expect(await small.refund(ann, orderIds[0])).toMatchObject({ error: { code: 'deal_over' } })
    await small.shop.pass('59 seconds')
    expect(await small.refund(ann, orderIds[0])).toMatchObject({ error: { code: 'deal_over' } })
    await small.minutes(4)
    expect((await small.deal(goal.dealId)).outcome).toMatchObject({ people: 1, orders: 1 })
  })

  test('gives back what the difference left, as long as nothing was handed out', async () => {
    const { goal, ann, orderIds } = await closed()
    await small.shop.pass('1 second')
    await small.minutes(6)
    expect((await small.order(orderIds[0])).refunds).toMatchObject([{ amountFen: 100 }])
    expect(await small.refund(ann, orderIds[0])).toHaveProperty('result')
    await small.minutes(3)
    const { status, refunds } = await small.order(orderIds[0])
    expect(status).toBe('refunded')
    expect(refunds.map(({ reason, amountFen }) => [reason, amountFen])).toEqual([
      ['difference', 100],
      ['asked', 900],
    ])
    expect((await small.booked(orderIds[0])).refundedFee).toBe(1000)
    const outcome = { people: 2, finalPriceFen: 900 }
    expect((await small.deal(goal.dealId)).outcome).toMatchObject(outcome)
  })
})

describe('a payment that comes after its order ended', () => {
  test.each(['cancelled', 'expired'] as const)(
    'goes back in full when it was %s',
    async (status) => {
      const goal = await small.ladder()
      const ann = small.neighbour()
      const orderId = await small.place(ann, small.joining(goal))
      await small.shop.ask(ann, 'orders.pay', { orderId })
      await endBehindTheGateway(orderId, status)
      await small.minutes(1)
      await small.shop.pay(orderId)
      const { order } = await small.shop.ask(ann, 'orders.see', { orderId })
      expect(order).toMatchObject({
        status: 'refunding',
        payment: { paidFen: 1000 },
        refunds: [{ reason: 'late', amountFen: 1000 }],
      })
      expect(await small.stock({ dealId: goal.dealId })).toEqual({
        ...{ left: 50, held: 0, sold: 0, people: 0 },
      })
      await small.minutes(1)
      await expectAllBack(orderId, 'late')
    },
  )

  /** As if the gateway had said that the payment is closed, and it was not. */
  async function endBehindTheGateway(orderId: OrderId, status: 'cancelled' | 'expired') {
    const order = await small.order(orderId)
    const ended = { ...order, status, todo: [{ task: 'release' }], todoAt: order.placedAt }
    await small.shop.control('PUT', `collections/orders/${orderId}`, ended)
  }
})

describe('a refund that the gateway does not carry out', () => {
  /** A refund that was asked for while refunds go so or so. */
  async function asked(how: 'hold' | 'fail') {
    await refundsGo(how)
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(await small.ladder({ endsAt: '+2h' })))
    await small.refund(ann, orderId)
    return orderId
  }

  test('is sent again under the same number, a minute apart at least, until it succeeds', async () => {
    const orderId = await asked('fail')
    const sent: number[] = []
    const troubles = new Set<string | null | undefined>()
    for (let minute = 0; minute < 12; minute += 1) {
      const [booked] = await small.refundsOf(orderId)
      if (booked && booked.requestedAt !== sent.at(-1)) sent.push(booked.requestedAt)
      await small.minutes(1)
      troubles.add((await small.order(orderId)).refunds[0]?.trouble)
    }
    expect(troubles).toEqual(new Set([null, 'REFUNDCLOSE']))
    expect(sent.length).toBeGreaterThanOrEqual(3)
    const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60_000)
    await refundsGo('succeed')
    await small.minutes(40)
    await expectAllBack(orderId, 'asked')
    expect(await small.refundsOf(orderId)).toHaveLength(1)
  })

  test('is waited for and not sent twice while it is under way', async () => {
    const orderId = await asked('hold')
    const [first] = await small.refundsOf(orderId)
    await small.minutes(5)
    expect(await refundsOf(orderId)).toMatchObject({ refunds: [['asked', 'sent']], left: 1 })
    expect(await small.refundsOf(orderId)).toEqual([first])
    await small.shop.control('POST', `refunds/${first?.outRefundNo}`, { outcome: 'success' })
    await small.minutes(2)
    await expectAllBack(orderId, 'asked')
  })

  test('is seen as failed with its reason when the gateway calls it abnormal', async () => {
    const orderId = await asked('hold')
    const [first] = await small.refundsOf(orderId)
    await small.shop.control('POST', `refunds/${first?.outRefundNo}`, { outcome: 'abnormal' })
    await small.minutes(2)
    expect((await small.order(orderId)).refunds).toMatchObject([
      { status: expect.stringMatching(/failed|sent/) as unknown },
    ])
    await small.shop.control('POST', `refunds/${first?.outRefundNo}`, { outcome: 'success' })
    await small.minutes(30)
    await expectAllBack(orderId, 'asked')
  })
})
