import { requestAfterSale } from '@domain/aftersale/afterSale'
import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { fen } from '@domain/money'
import { endUnpaid, failGroup, giveBack, returning, settleOrder } from '@domain/orders/ending'
import { keptFen, type Order, type OrderStatus } from '@domain/orders/order'
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
  aTeamOrder,
  id,
  joining,
  minutesIn,
} from '../build'

const CLOSE = anOrderDeal(49900).endsAt
const everyStatus: OrderStatus[] = [
  'unpaid',
  'waiting',
  'paid',
  'shipped',
  'received',
  'done',
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

/** What the close of the ladder settled. */
const settledOf = ({ deal }: Order) => (deal?.kind === 'ladder' ? deal.settled : undefined)

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

  test('of a team that waits goes back without waiting for its time to be over', () => {
    const order = done(giveBack(aPaidOrder({ deal: aTeamOrder() }), AFTER_CLOSE))
    expect(order).toMatchObject({ status: 'refunding', refunds: [{ reason: 'asked' }] })
  })

  test('of a ladder that is settled goes back what is left after the difference', () => {
    const settled = done(settleOrder(aPaidOrder(joining(0)), fen(29900), AFTER_CLOSE))
    const order = done(giveBack(settled, AFTER_CLOSE))
    expect(order.refunds.map(({ no, amountFen }) => [no, amountFen])).toEqual([
      ['order-1-d', 20000],
      ['order-1-a', 29900],
    ])
    expect(keptFen(order)).toBe(0)
  })

  test.each(but('waiting', 'paid'))('does nothing to an order that is %s', (status) => {
    expect(giveBack(anOrder({ status }), minutesIn(30))).toMatchObject({
      code: 'order_cannot',
      details: { event: 'refund', status },
    })
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
      expect(settledOf(order)).toEqual({ dueFen: due, finalPriceFen: final })
      expect(order.refunds).toMatchObject([
        { no: 'order-1-d', reason: 'difference', amountFen: back },
      ])
      expect(order.todo).toEqual([{ task: 'refund', refundNo: 'order-1-d' }])
    },
  )

  test('sends nothing back to who paid the final price, but settles them', () => {
    const order = done(settleOrder(aPaidOrder(joining(1000)), fen(29900), AFTER_CLOSE))
    expect(order).toMatchObject({ status: 'paid', refunds: [], todo: [] })
    expect(settledOf(order)).toEqual({ dueFen: 29900, finalPriceFen: 29900 })
  })

  test('asks nobody for more when people left and the price rose again', () => {
    const order = done(settleOrder(aPaidOrder(joining(500)), fen(44900), AFTER_CLOSE))
    expect(order.refunds).toEqual([])
    expect(settledOf(order)?.dueFen).toBe(39900)
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
    expect(settledOf(order)).toEqual({ dueFen: 0, finalPriceFen: null })
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

  test.each(but('waiting'))('is an order that is %s', (status) => {
    const order = anOrder({ ...joining(0), status })
    expect(settleOrder(order, fen(29900), AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
  })

  test.each<OrderStatus>(['unpaid', 'cancelled', 'expired', 'refunding', 'refunded', 'done'])(
    'is one that is %s, whose money can not come back twice when the ladder did not form',
    (status) => {
      const order = anOrder({ ...joining(0), status })
      expect(settleOrder(order, null, AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
    },
  )

  test('is an order of a team or a flash sale', () => {
    for (const deal of [aTeamOrder(), { kind: 'flash', id: id<'deal'>('mango-flash') } as const]) {
      const order = aPaidOrder({ deal })
      expect(settleOrder(order, fen(29900), AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
    }
  })
})

describe('a team that was not complete in time', () => {
  test('gives everything back, and lets seat and pieces go', () => {
    const order = done(failGroup(aPaidOrder({ deal: aTeamOrder() }), AFTER_CLOSE))
    expect(order).toMatchObject({
      status: 'refunding',
      refunds: [{ no: 'order-1-u', reason: 'unformed', amountFen: 49900 }],
      todo: [{ task: 'release' }, { task: 'refund', refundNo: 'order-1-u' }],
    })
  })

  test.each<OrderStatus>(['unpaid', 'cancelled', 'expired', 'refunding', 'refunded', 'done'])(
    'has nothing to give back for an order that is %s',
    (status) => {
      const order = anOrder({ deal: aTeamOrder(), status })
      expect(failGroup(order, AFTER_CLOSE)).toMatchObject({ code: 'order_cannot' })
    },
  )
})

test('where everything goes back, a request for a part of it has nothing left to ask', () => {
  const wish = {
    reason: 'late',
    words: '',
    pictures: [],
    pieces: [{ line: 0, quantity: 1 }],
  } as const
  const asked = done(requestAfterSale(aPaidOrder(), wish, minutesIn(20)))
  expect(asked.askedAt).toBe(minutesIn(20))
  const given = done(giveBack(asked, minutesIn(30)))
  expect(given.askedAt).toBeNull()
  expect(given.afterSales).toMatchObject([{ status: 'withdrawn', answeredAt: minutesIn(30) }])
  expect(given.refunds.map(({ amountFen }) => amountFen)).toEqual([49900])
})

test('what is on its way back is not sent back again', () => {
  const difference = requestRefund('order-1-d', 'difference', fen(20000), AFTER_CLOSE)
  const order = aPaidOrder({ refunds: [difference] })
  const given = returning(order, 'asked', [], AFTER_CLOSE)
  expect(given.refunds.map(({ amountFen }) => amountFen)).toEqual([20000, 29900])
})

test('an order that cost nothing has no money to give back, but lets its pieces go', () => {
  const free = aPaidOrder({ receipt: aReceipt([aLine({ sku: aSku(0) })]) })
  expect(done(giveBack(free, minutesIn(30)))).toMatchObject({
    status: 'refunded',
    refunds: [],
    todo: [{ task: 'release' }],
  })
})
