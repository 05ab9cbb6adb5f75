import { fen } from '@domain/money'
import { keptFen, moveOrder, PAY_WINDOW, withTodo, type Task } from '@domain/orders/order'
import { requestRefund } from '@domain/orders/refund'
import { MINUTE } from '@domain/time'
import { anOrder, aPaidOrder, id, minutesIn } from '../build'

describe('moving an order', () => {
  test('changes where it stands and adds a line to its story', () => {
    const order = anOrder()
    expect(moveOrder(order, 'cancel', minutesIn(3))).toEqual({
      ...order,
      status: 'cancelled',
      story: [...order.story, { event: 'cancel', at: minutesIn(3) }],
    })
  })

  test('leaves the order that was read as it was', () => {
    const order = anOrder()
    moveOrder(order, 'cancel', minutesIn(3))
    expect(order).toEqual(anOrder())
  })

  test('that can not be moved so says what was wished and where it stands', () => {
    expect(moveOrder(aPaidOrder(), 'cancel', minutesIn(6))).toEqual({
      failed: true,
      code: 'order_cannot',
      details: { event: 'cancel', status: 'paid' },
    })
  })
})

describe('what is left to do', () => {
  const release: Task = { task: 'release' }
  const join: Task = { task: 'join' }

  test('is tried at once', () => {
    expect(withTodo(anOrder(), [release], minutesIn(1))).toMatchObject({
      todo: [release],
      todoAt: minutesIn(1),
    })
  })

  test('comes after what was left before', () => {
    const order = withTodo(anOrder(), [join], minutesIn(1))
    expect(withTodo(order, [release], minutesIn(2))).toMatchObject({
      todo: [join, release],
      todoAt: minutesIn(2),
    })
  })

  test('stays as it is where nothing is added', () => {
    const order = anOrder()
    expect(withTodo(order, [], minutesIn(1))).toBe(order)
  })
})

describe('the money that the shop keeps', () => {
  const difference = requestRefund(id('order-1'), 'difference', fen(20000), minutesIn(9))

  test('is nothing before anything was paid', () => {
    expect(keptFen(anOrder())).toBe(0)
  })

  test('is all that was paid', () => {
    expect(keptFen(aPaidOrder())).toBe(49900)
  })

  test.each(['requested', 'sent', 'succeeded', 'failed'] as const)(
    'is less what goes back, also while the refund is %s',
    (status) => {
      expect(keptFen(aPaidOrder({ refunds: [{ ...difference, status }] }))).toBe(29900)
    },
  )
})

test('a shopper has a quarter of an hour to pay', () => {
  expect(PAY_WINDOW).toBe(15 * MINUTE)
})
