import { BrokenPromise } from '@domain/assert'
import { fen } from '@domain/money'
import {
  needsNewcomer,
  receivePayment,
  waitsForGroup,
  type PaymentDecision,
} from '@domain/orders/payment'
import type { Order } from '@domain/orders/order'
import { anOrder, aPaidOrder, aTeamOrder, id, joining, minutesIn, paymentOf } from '../build'

const paid = (order: Order, minutes: number, isCustomer = false) => {
  const now = minutesIn(minutes)
  return receivePayment(order, paymentOf(order, now), { now, isCustomer })
}

/** The order that the decision leads to. */
function orderOf(decision: PaymentDecision): Order {
  if (!('order' in decision)) throw new Error(`no order, but ${JSON.stringify(decision)}`)
  return decision.order
}

describe('a payment in time', () => {
  test('makes the order paid and tells so in its story', () => {
    const order = orderOf(paid(anOrder(), 5))
    expect(order.status).toBe('paid')
    expect(order.payment).toEqual({
      transactionId: '4200000001',
      paidFen: 49900,
      paidAt: minutesIn(5),
    })
    expect(order.story.map(({ event }) => event)).toEqual(['place', 'pay'])
  })

  test('of an order without a deal leaves nothing to do', () => {
    expect(orderOf(paid(anOrder(), 5))).toMatchObject({ todo: [], todoAt: null, refunds: [] })
  })

  test.each<[string, Partial<Order>]>([
    ['a ladder', joining(0)],
    ['a team that is opened', { deal: aTeamOrder({ opens: true }) }],
    ['a team that is joined', { deal: aTeamOrder() }],
  ])('of an order in %s lets the member join, and the order waits', (_, own) => {
    const order = orderOf(paid(anOrder(own), 5))
    expect(order).toMatchObject({
      status: 'waiting',
      todo: [{ task: 'join' }],
      todoAt: minutesIn(5),
    })
    expect(order.story.at(-1)).toEqual({ event: 'join', at: minutesIn(5) })
    expect(waitsForGroup(order)).toBe(true)
  })

  test('in a flash sale waits for nobody', () => {
    const order = anOrder({ deal: { kind: 'flash', id: id('mango-flash') } })
    expect(waitsForGroup(order)).toBe(false)
    expect(orderOf(paid(order, 5))).toMatchObject({ status: 'paid', todo: [] })
  })

  test.each([15, 25, 24 * 60])(
    'still is one %d minutes later, as long as the order was not ended',
    (minutes) => {
      expect(orderOf(paid(anOrder(), minutes)).status).toBe('paid')
    },
  )
})

describe('a payment that WeChat reports again', () => {
  test('changes nothing', () => {
    expect(paid(aPaidOrder(), 6)).toEqual({ ignored: 'recorded before' })
  })

  test('changes nothing after the money went back either', () => {
    const order = orderOf(paid(anOrder({ status: 'cancelled' }), 20))
    expect(paid(order, 21)).toEqual({ ignored: 'recorded before' })
    expect(paid({ ...order, status: 'refunded' }, 99)).toEqual({ ignored: 'recorded before' })
  })
})

describe.each(['cancelled', 'expired'] as const)('a payment after the order was %s', (status) => {
  test('goes back in full, and the order says so', () => {
    const order = orderOf(paid(anOrder({ status }), 20))
    expect(order.status).toBe('refunding')
    expect(order.payment?.paidFen).toBe(49900)
    expect(order.refunds).toEqual([
      expect.objectContaining({
        no: 'order-1-l',
        reason: 'late',
        amountFen: 49900,
        status: 'requested',
      }),
    ])
    expect(order.todo).toEqual([{ task: 'refund', refundNo: 'order-1-l' }])
    expect(order.todoAt).toBe(minutesIn(20))
  })

  test('joins no deal', () => {
    const order = orderOf(paid(anOrder({ ...joining(0), status }), 20))
    expect(order.todo.map(({ task }) => task)).toEqual(['refund'])
    expect(order.story.at(-1)?.event).toBe('join')
  })

  test("goes back just once, also where it was for a newcomers' seat", () => {
    const deal = aTeamOrder({ newcomersOnly: true })
    const order = orderOf(paid(anOrder({ status, deal }), 20, true))
    expect(order.refunds.map(({ reason }) => reason)).toEqual(['late'])
  })

  test('goes back with its freight', () => {
    const order = orderOf(paid(anOrder({ ...joining(100, 2, 500), status }), 20))
    expect(order.refunds[0]?.amountFen).toBe(90300)
  })
})

describe("a payment for a newcomers' seat", () => {
  const order = anOrder({ deal: aTeamOrder({ newcomersOnly: true }) })

  test('of a newcomer takes the seat', () => {
    expect(orderOf(paid(order, 5, false))).toMatchObject({
      status: 'waiting',
      refunds: [],
      todo: [{ task: 'join' }],
    })
  })

  test('of somebody who bought meanwhile goes back in full, and the seat is free again', () => {
    const turnedAway = orderOf(paid(order, 5, true))
    expect(turnedAway).toMatchObject({ status: 'refunding', todoAt: minutesIn(5) })
    expect(turnedAway.refunds).toMatchObject([
      { no: 'order-1-n', reason: 'not-newcomer', amountFen: 49900 },
    ])
    expect(turnedAway.todo).toEqual([
      { task: 'release' },
      { task: 'refund', refundNo: 'order-1-n' },
    ])
    expect(turnedAway.story.map(({ event }) => event)).toEqual(['place', 'join', 'refund'])
  })

  test('that WeChat reports again goes back only once', () => {
    const turnedAway = orderOf(paid(order, 5, true))
    expect(paid(turnedAway, 6, true)).toEqual({ ignored: 'recorded before' })
  })

  test.each<[string, Partial<Order>]>([
    ['a team for anyone', { deal: aTeamOrder() }],
    ['a ladder', joining(0)],
    ['a flash sale', { deal: { kind: 'flash', id: id('mango-flash') } }],
    ['no deal', {}],
  ])('is not asked for by %s: a customer is welcome', (_, own) => {
    const welcome = anOrder(own)
    expect(needsNewcomer(welcome)).toBe(false)
    expect(orderOf(paid(welcome, 5, true)).refunds).toEqual([])
  })
})

describe('a payment that fits no order', () => {
  test.each(['waiting', 'paid', 'shipped', 'received', 'done', 'refunding', 'refunded'] as const)(
    'of an order that is %s without one is refused',
    (status) => {
      expect(paid(anOrder({ status }), 5)).toMatchObject({ failed: true, code: 'order_cannot' })
    },
  )
})

describe('a payment of another sum than the order asked', () => {
  test.each([49899, 49901, 0])('of %d fen is a bug, not a payment', (amount) => {
    const order = anOrder()
    const payment = { ...paymentOf(order), paidFen: fen(amount) }
    const known = { now: minutesIn(5), isCustomer: false }
    expect(() => receivePayment(order, payment, known)).toThrow(BrokenPromise)
  })
})
