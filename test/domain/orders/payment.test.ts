import { BrokenPromise } from '@domain/assert'
import { fen } from '@domain/money'
import { receivePayment, type PaymentDecision } from '@domain/orders/payment'
import type { Order } from '@domain/orders/order'
import { anOrder, aPaidOrder, joining, minutesIn, paymentOf } from '../build'

const paid = (order: Order, minutes: number) =>
  receivePayment(order, paymentOf(order, minutesIn(minutes)), minutesIn(minutes))

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

  test('of a deal order lets the member join the deal', () => {
    expect(orderOf(paid(anOrder(joining(0)), 5))).toMatchObject({
      todo: [{ task: 'join' }],
      todoAt: minutesIn(5),
    })
  })
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
  })

  test('goes back with its freight', () => {
    const order = orderOf(paid(anOrder({ ...joining(100, 2, 500), status }), 20))
    expect(order.refunds[0]?.amountFen).toBe(90300)
  })
})

describe('a payment that fits no order', () => {
  test.each(['paid', 'refunding', 'refunded'] as const)(
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
    expect(() => receivePayment(order, payment, minutesIn(5))).toThrow(BrokenPromise)
  })
})
