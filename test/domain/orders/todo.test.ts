import { fen } from '@domain/money'
import { withTodo, type Order, type Task } from '@domain/orders/order'
import { requestRefund } from '@domain/orders/refund'
import { isLeft, recordAttempts } from '@domain/orders/todo'
import { after, HOUR, SECOND } from '@domain/time'
import { aPaidOrder, minutesIn } from '../build'

const release: Task = { task: 'release' }
const join: Task = { task: 'join' }
const refundTask = (refundNo: string): Task => ({ task: 'refund', refundNo })
const restock = (mark: string): Task => ({ task: 'restock', mark, holds: [] })
const now = minutesIn(60)

/** An order that gives everything back and still has to let its pieces go. */
function givingBack(): Order {
  const refund = requestRefund('order-1-a', 'asked', fen(49900), minutesIn(30))
  const order = aPaidOrder({ refunds: [refund] })
  return withTodo(
    { ...order, status: 'refunding' },
    [release, refundTask(refund.no)],
    minutesIn(30),
  )
}

const sending = {
  task: refundTask('order-1-a'),
  done: false,
  news: { event: 'send' as const, at: now },
}
const succeeding = {
  task: refundTask('order-1-a'),
  done: true,
  news: { event: 'succeed' as const, at: now },
}
const failing = {
  task: refundTask('order-1-a'),
  done: false,
  news: { event: 'fail' as const, trouble: 'NOTENOUGH' },
}

describe('whether a task is left', () => {
  test('it is until it is done', () => {
    expect(isLeft(givingBack(), release)).toBe(true)
    expect(isLeft(givingBack(), join)).toBe(false)
  })

  test('a refund is told from another by its number', () => {
    expect(isLeft(givingBack(), refundTask('order-1-a'))).toBe(true)
    expect(isLeft(givingBack(), refundTask('order-1-d'))).toBe(false)
  })

  test('pieces of one request are told from those of another by its mark', () => {
    const order = withTodo(aPaidOrder(), [restock('order-1-s1')], now)
    expect(isLeft(order, restock('order-1-s1'))).toBe(true)
    expect(isLeft(order, restock('order-1-s2'))).toBe(false)
  })
})

describe('recording what was tried', () => {
  test('takes what is done off the list and leaves the rest', () => {
    const order = recordAttempts(givingBack(), [{ task: release, done: true }], now)
    expect(order.todo).toEqual([refundTask('order-1-a')])
  })

  test('takes only the pieces that were brought back off the list', () => {
    const both = withTodo(aPaidOrder(), [restock('order-1-s1'), restock('order-1-s2')], now)
    const order = recordAttempts(both, [{ task: restock('order-1-s1'), done: true }], now)
    expect(order.todo).toEqual([restock('order-1-s2')])
  })

  test('keeps what is not done', () => {
    const order = recordAttempts(givingBack(), [{ task: release, done: false }], now)
    expect(order.todo).toEqual(givingBack().todo)
  })

  test('moves the refund that the gateway spoke of, and no other', () => {
    const both = givingBack()
    const other = requestRefund('order-1-d', 'difference', fen(1), minutesIn(30))
    const order = recordAttempts({ ...both, refunds: [...both.refunds, other] }, [sending], now)
    expect(order.refunds.map(({ no, status }) => [no, status])).toEqual([
      ['order-1-a', 'sent'],
      ['order-1-d', 'requested'],
    ])
  })

  test('where nothing was tried, leaves the order as it is', () => {
    const order = givingBack()
    expect(recordAttempts(order, [], now)).toBe(order)
  })

  test('twice comes to the same as once', () => {
    const once = recordAttempts(givingBack(), [sending, succeeding], now)
    const twice = recordAttempts(once, [sending, succeeding], now)
    expect({ ...twice, todoAt: once.todoAt }).toEqual(once)
  })
})

describe('an order whose money goes back', () => {
  test('is refunded once the gateway said that all of it is back', () => {
    const order = recordAttempts(givingBack(), [sending, succeeding], now)
    expect(order.status).toBe('refunded')
    expect(order.story.at(-1)).toEqual({ event: 'repay', at: now })
  })

  test('is not refunded while some of it is on its way', () => {
    const both = givingBack()
    const difference = requestRefund('order-1-d', 'difference', fen(1), minutesIn(30))
    const order = { ...both, refunds: [difference, ...both.refunds] }
    expect(recordAttempts(order, [sending, succeeding], now).status).toBe('refunding')
  })

  test('stays paid where only a difference went back', () => {
    const difference = requestRefund('order-1-d', 'difference', fen(20000), minutesIn(30))
    const task = refundTask(difference.no)
    const paid = withTodo(aPaidOrder({ refunds: [difference] }), [task], minutesIn(30))
    const done = { ...succeeding, task }
    const order = recordAttempts(paid, [{ ...sending, task }, done], now)
    expect(order).toMatchObject({ status: 'paid', todo: [], todoAt: null })
    expect(order.refunds[0]?.status).toBe('succeeded')
  })
})

describe('when the sweep looks again', () => {
  test('never, where nothing is left', () => {
    const attempts = [{ task: release, done: true }, sending, succeeding]
    expect(recordAttempts(givingBack(), attempts, now)).toMatchObject({ todo: [], todoAt: null })
  })

  test('soon, where something was tried for the first time', () => {
    const order = recordAttempts(givingBack(), [sending], now)
    expect(order.todoAt).toBe(after(now, 20 * SECOND))
  })

  test('later and later, but at last once an hour', () => {
    let order = recordAttempts(givingBack(), [sending], now)
    let waited = 0
    for (let tries = 0; tries < 12; tries += 1) {
      order = recordAttempts(order, [failing], now)
      const wait = (order.todoAt ?? now) - now
      expect(wait).toBeGreaterThanOrEqual(waited)
      waited = wait
    }
    expect(waited).toBe(HOUR)
  })
})
