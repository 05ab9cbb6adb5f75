import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { fen } from '@domain/money'
import { endUnpaid, giveBack, returning, settleOrder } from '@domain/orders/ending'
import type { Order, OrderStatus } from '@domain/orders/order'
import { requestRefund } from '@domain/orders/refund'
import { after, type Instant } from '@domain/time'
import {
  AFTER_CLOSE,
  aLine,
  anOrder,
  anOrderDeal,
  aPaidOrder,
  aReceipt,
  aSku,
  id,
  joining,
  minutesIn,
} from '../build'

const CLOSE = anOrderDeal(49900).endsAt
const everyStatus: OrderStatus[] = [
  'unpaid',
  'paid',
  'cancelled',
  'expired',
  'refunding',
  'refunded',
]
const but = (...some: OrderStatus[]) => everyStatus.filter((status) => !some.includes(status))

/** The order, where the shop did what was asked. */
function done(decision: Order | Failure): Order {
  if (hasFailed(decision)) throw new Error(`refused: ${decision.code}`)
  return decision
}

describe.each([
  ['cancel', 'cancelled'],
  ['expire', 'expired'],
] as const)('ending an unpaid order: %s', (event, status) => {
  test(`makes it ${status} and lets its pieces go`, () => {
    const order = done(endUnpaid(anOrder(), event, minutesIn(15)))
    expect(order).toMatchObject({ status, todo: [{ task: 'release' }], todoAt: minutesIn(15) })
    expect(order.story.at(-1)).toEqual({ event, at: minutesIn(15) })
  })

  test('gives no money back, for none came in', () => {
    expect(done(endUnpaid(anOrder(), event, minutesIn(15))).refunds).toEqual([])
  })

  test.each(but('unpaid'))('does nothing to one that is %s', (from) => {
    expect(endUnpaid(anOrder({ status: from }), event, minutesIn(15))).toMatchObject({
      failed: true,
      code: 'order_cannot',
      details: { event, status: from },
    })
  })
})

describe('giving everything back because the shopper asked', () => {
  test('sends all the money back and lets the pieces go', () => {
    const order = done(giveBack(aPaidOrder(), minutesIn(30)))
    expect(order.status).toBe('refunding')
    expect(order.refunds).toMatchObject([
      { no: 'order-1-a', reason: 'asked', amountFen: 49900, requestedAt: minutesIn(30) },
    ])
    expect(order.todo).toEqual([{ task: 'release' }, { task: 'refund', refundNo: 'order-1-a' }])
  })

  test('gives the freight back too', () => {
    const order = done(giveBack(aPaidOrder(joining(0, 2, 500)), minutesIn(30)))
    expect(order.refunds[0]?.amountFen).toBe(100300)
  })

  test.each<[string, Instant, boolean]>([
    ['a millisecond before the close', after(CLOSE, -1), true],
    ['at the close', CLOSE, false],
    ['an hour after the close', AFTER_CLOSE, false],
  ])('in a deal, %s: %s %s', (_, now, may) => {
    const decision = giveBack(aPaidOrder(joining(0)), now)
    expect(hasFailed(decision) ? decision.code : decision.status).toBe(
      may ? 'refunding' : 'deal_over',
    )
  })

  test('without a deal there is no close to be too late for', () => {
    expect(done(giveBack(aPaidOrder(), AFTER_CLOSE)).status).toBe('refunding')
  })

  test.each(but('paid'))('does nothing to an order that is %s', (status) => {
    expect(giveBack(anOrder({ status }), minutesIn(30))).toMatchObject({ code: 'order_cannot' })
  })

  test('of two reasons against it, is told the foremost', () => {
    const cancelled = anOrder({ ...joining(0), status: 'cancelled' })
    const told = foremost([fail('order_cannot'), fail('deal_over')])?.code
    expect(giveBack(cancelled, AFTER_CLOSE)).toMatchObject({ code: told })
  })
})

describe('bringing an order down to the final price', () => {
  test.each([
    { people: 0, quantity: 1, final: 29900, back: 20000, due: 29900 },
    { people: 100, quantity: 1, final: 29900, back: 15000, due: 29900 },
    { people: 500, quantity: 2, final: 29900, back: 20000, due: 59800 },
    { people: 0, quantity: 3, final: 44900, back: 15000, due: 134700 },
  ])(
    '$quantity bought when $people had come, at $final: $back go back and $due are due',
    ({ people, quantity, final, back, due }) => {
      const order = done(
        settleOrder(aPaidOrder(joining(people, quantity)), fen(final), AFTER_CLOSE),
      )
      expect(order.status).toBe('paid')
      expect(order.deal?.settled).toEqual({ dueFen: due, finalPriceFen: final })
      expect(order.refunds).toMatchObject([
        { no: 'order-1-d', reason: 'difference', amountFen: back },
      ])
      expect(order.todo).toEqual([{ task: 'refund', refundNo: 'order-1-d' }])
    },
  )

  test('sends nothing back to who paid the final price, but settles them', () => {
    const order = done(settleOrder(aPaidOrder(joining(1000)), fen(29900), AFTER_CLOSE))
    expect(order).toMatchObject({ status: 'paid', refunds: [], todo: [] })
    expect(order.deal?.settled).toEqual({ dueFen: 29900, finalPriceFen: 29900 })
  })

  test('asks nobody for more when people left and the price rose again', () => {
    const order = done(settleOrder(aPaidOrder(joining(500)), fen(44900), AFTER_CLOSE))
    expect(order.refunds).toEqual([])
    expect(order.deal?.settled?.dueFen).toBe(39900)
  })

  test('keeps the freight, which no step of the ladder brings down', () => {
    const order = done(settleOrder(aPaidOrder(joining(0, 1, 500)), fen(29900), AFTER_CLOSE))
    expect(order.refunds[0]?.amountFen).toBe(20000)
  })

  test('keeps the pieces, for they are bought', () => {
    const order = done(settleOrder(aPaidOrder(joining(0)), fen(29900), AFTER_CLOSE))
    expect(order.todo).not.toContainEqual({ task: 'release' })
  })
})

describe('a ladder that did not form', () => {
  const order = done(settleOrder(aPaidOrder(joining(0, 2, 500)), null, AFTER_CLOSE))

  test('gives everything back, freight included', () => {
    expect(order.status).toBe('refunding')
    expect(order.refunds).toMatchObject([
      { no: 'order-1-u', reason: 'unformed', amountFen: 100300 },
    ])
  })

  test('lets the pieces go', () => {
    expect(order.todo).toEqual([{ task: 'release' }, { task: 'refund', refundNo: 'order-1-u' }])
  })

  test('is settled with nothing due', () => {
    expect(order.deal?.settled).toEqual({ dueFen: 0, finalPriceFen: null })
  })
})

describe('what is not settled', () => {
  test('is an order that was settled before', () => {
    const once = done(settleOrder(aPaidOrder(joining(0)), fen(29900), AFTER_CLOSE))
    expect(settleOrder(once, fen(29900), AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
    expect(settleOrder(once, null, AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
  })

  test('is an order without a deal', () => {
    expect(settleOrder(aPaidOrder(), fen(29900), AFTER_CLOSE)).toMatchObject({
      code: 'order_cannot',
      details: { event: 'settle', status: 'paid' },
    })
  })

  test.each(but('paid'))('is an order that is %s', (status) => {
    const order = anOrder({ ...joining(0), status })
    expect(settleOrder(order, fen(29900), AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
    expect(settleOrder(order, null, AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
  })
})

test('what is on its way back is not sent back again', () => {
  const difference = requestRefund(id('order-1'), 'difference', fen(20000), AFTER_CLOSE)
  const order = aPaidOrder({ refunds: [difference] })
  const given = returning(order, 'asked', [], AFTER_CLOSE)
  expect(given.refunds.map(({ amountFen }) => amountFen)).toEqual([20000, 29900])
})

test('an order that cost nothing has no money to give back, but lets its pieces go', () => {
  const free = aPaidOrder({ receipt: aReceipt([aLine({ sku: aSku(0) })]) })
  expect(done(giveBack(free, minutesIn(30)))).toMatchObject({
    refunds: [],
    todo: [{ task: 'release' }],
  })
})
