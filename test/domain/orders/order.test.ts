import { fen } from '@domain/money'
import {
  isKept,
  keptFen,
  keptStatuses,
  momentOf,
  moveOrder,
  PAY_WINDOW,
  withTodo,
  type Task,
} from '@domain/orders/order'
import { requestRefund } from '@domain/orders/refund'
import { MINUTE } from '@domain/time'
import { anOrder, aPaidOrder, minutesIn } from '../build'

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
  const difference = requestRefund('order-1-d', 'difference', fen(20000), minutesIn(9))

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

describe("a moment of the order's story", () => {
  const story = [
    { event: 'place', at: minutesIn(0) },
    { event: 'pay', at: minutesIn(5) },
    { event: 'ship', at: minutesIn(60) },
    { event: 'pay', at: minutesIn(70) },
  ] as const

  test('is found by what happened', () => {
    expect(momentOf({ story }, 'ship')).toBe(minutesIn(60))
  })

  test('is the last one where it happened more than once', () => {
    expect(momentOf({ story }, 'pay')).toBe(minutesIn(70))
  })

  test('is none where it never happened', () => {
    expect(momentOf({ story }, 'verify')).toBeUndefined()
    expect(momentOf({ story: [] }, 'pay')).toBeUndefined()
  })
})

test('a member is a customer by an order whose money the shop keeps', () => {
  expect(keptStatuses.every(isKept)).toBe(true)
  expect(keptStatuses).toEqual(['waiting', 'paid', 'shipped', 'received', 'done'])
})

test('a shopper has a quarter of an hour to pay', () => {
  expect(PAY_WINDOW).toBe(15 * MINUTE)
})
