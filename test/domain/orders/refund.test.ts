import * as fc from 'fast-check'
import { isId } from '@domain/ids'
import { fen } from '@domain/money'
import {
  moveRefund,
  REFUND_SPACING,
  refundNo,
  requestRefund,
  retryDelay,
  type Refund,
  type RefundNews,
  type RefundReason,
} from '@domain/orders/refund'
import { HOUR, MINUTE, SECOND } from '@domain/time'
import { id, minutesIn } from '../build'
import { always } from '../property'

const asked = requestRefund(id('order-1'), 'asked', fen(49900), minutesIn(30))
const sent: Refund = { ...asked, status: 'sent', tries: 1 }
const failed: Refund = { ...sent, status: 'failed', tries: 2, trouble: 'NOTENOUGH' }
const succeeded: Refund = {
  ...sent,
  status: 'succeeded',
  tries: 2,
  succeededAt: minutesIn(31),
}
const anyNews: fc.Arbitrary<RefundNews> = fc.oneof(
  fc.constant<RefundNews>({ event: 'send' }),
  fc.nat(100).map((at): RefundNews => ({ event: 'succeed', at: minutesIn(31 + at) })),
  fc.constantFrom('NOTENOUGH', 'SYSTEMERROR').map((trouble): RefundNews => ({
    event: 'fail',
    trouble,
  })),
)

describe("a refund's number", () => {
  test('is the same whenever the same money goes back for the same reason', () => {
    expect(refundNo(id('order-1'), 'late')).toBe(refundNo(id('order-1'), 'late'))
  })

  test('is another one for each reason and each order', () => {
    const reasons: RefundReason[] = ['difference', 'asked', 'unformed', 'late']
    const numbers = reasons.flatMap((why) => [
      refundNo(id('order-1'), why),
      refundNo(id('order-2'), why),
    ])
    expect(new Set(numbers).size).toBe(8)
  })

  test('is one that WeChat Pay takes, for an order number that WeChat Pay takes', () => {
    const number = refundNo(id('x'.repeat(32)), 'difference')
    expect(number.length).toBeLessThanOrEqual(64)
    expect(isId(number)).toBe(true)
  })
})

test('a new refund has not been heard of by the gateway', () => {
  expect(asked).toEqual({
    no: 'order-1-a',
    reason: 'asked',
    amountFen: 49900,
    status: 'requested',
    requestedAt: minutesIn(30),
    succeededAt: null,
    tries: 0,
    trouble: null,
  })
})

describe('what the gateway says of a refund', () => {
  test('it was sent', () => {
    expect(moveRefund(asked, { event: 'send' })).toEqual(sent)
  })

  test('it succeeded, and when', () => {
    expect(moveRefund(sent, { event: 'succeed', at: minutesIn(31) })).toEqual(succeeded)
  })

  test('it failed, and why', () => {
    expect(moveRefund(sent, { event: 'fail', trouble: 'NOTENOUGH' })).toEqual(failed)
  })

  test('a failed one is sent again under the same number, and its trouble is over', () => {
    expect(moveRefund(failed, { event: 'send' })).toMatchObject({
      no: failed.no,
      status: 'sent',
      trouble: null,
      tries: 3,
    })
  })

  test('one that fails again says what is wrong now', () => {
    expect(moveRefund(failed, { event: 'fail', trouble: 'SYSTEMERROR' })).toMatchObject({
      status: 'failed',
      trouble: 'SYSTEMERROR',
      tries: 3,
    })
  })

  test.each<RefundNews>([
    { event: 'send' },
    { event: 'succeed', at: minutesIn(99) },
    { event: 'fail', trouble: 'late news' },
  ])('nothing changes one that succeeded: %j', (news) => {
    expect(moveRefund(succeeded, news)).toBe(succeeded)
  })

  test('whatever it says, number, reason and amount stay', () => {
    always(fc.array(anyNews), (news) => {
      const refund = news.reduce(moveRefund, asked)
      expect(refund).toMatchObject({
        no: asked.no,
        reason: asked.reason,
        amountFen: asked.amountFen,
        requestedAt: asked.requestedAt,
      })
    })
  })

  test('it has a moment of success just when it succeeded, and that moment never changes', () => {
    always(fc.array(anyNews), (news) => {
      news.reduce((refund, item) => {
        const moved = moveRefund(refund, item)
        expect(moved.succeededAt !== null).toBe(moved.status === 'succeeded')
        if (refund.succeededAt !== null) expect(moved.succeededAt).toBe(refund.succeededAt)
        return moved
      }, asked)
    })
  })
})

describe('trying again', () => {
  test.each([
    [0, 10 * SECOND],
    [1, 20 * SECOND],
    [5, 320 * SECOND],
    [8, 2560 * SECOND],
    [9, HOUR],
    [1000, HOUR],
  ])('after %d tries waits %d ms', (tries, delay) => {
    expect(retryDelay(tries)).toBe(delay)
  })

  test('never waits less after one more try', () => {
    always(fc.nat(100), (tries) => {
      expect(retryDelay(tries + 1)).toBeGreaterThanOrEqual(retryDelay(tries))
    })
  })

  test('WeChat Pay wants a minute between two refunds of one payment', () => {
    expect(REFUND_SPACING).toBe(MINUTE)
  })
})
