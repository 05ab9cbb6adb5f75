import * as fc from 'fast-check'
import { MOST_AFTER_SALES } from '@domain/aftersale/afterSale'
import { isId } from '@domain/ids'
import { fen } from '@domain/money'
import {
  moveRefund,
  REFUND_SPACING,
  refundNo,
  requestRefund,
  retryDelay,
  sendableAt,
  type Refund,
  type RefundNews,
  type RefundReason,
} from '@domain/orders/refund'
import { after, HOUR, instant, MINUTE, SECOND } from '@domain/time'
import { id, minutesIn, MORNING } from '../build'
import { always } from '../property'

const asked = requestRefund('order-1-a', 'asked', fen(49900), minutesIn(30))
const sent: Refund = { ...asked, status: 'sent', sentAt: minutesIn(30), tries: 1 }
const sending: RefundNews = { event: 'send', at: minutesIn(30) }
const failed: Refund = { ...sent, status: 'failed', tries: 2, trouble: 'NOTENOUGH' }
const succeeded: Refund = {
  ...sent,
  status: 'succeeded',
  tries: 2,
  succeededAt: minutesIn(31),
}
const anyNews: fc.Arbitrary<RefundNews> = fc.oneof(
  fc.nat(100).map((at): RefundNews => ({ event: 'send', at: minutesIn(31 + at) })),
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
    const reasons: RefundReason[] = [
      'difference',
      'asked',
      'unformed',
      'late',
      'not-newcomer',
      'after-sale',
    ]
    const numbers = reasons.flatMap((why) => [
      refundNo(id('order-1'), why),
      refundNo(id('order-2'), why),
    ])
    expect(new Set(numbers).size).toBe(12)
  })

  test('is another one for each request for money back', () => {
    const numbers = Array.from({ length: MOST_AFTER_SALES }, (_, part) =>
      refundNo(id('order-1'), 'after-sale', part + 1),
    )
    expect(numbers.slice(0, 2)).toEqual(['order-1-s1', 'order-1-s2'])
    expect(new Set(numbers).size).toBe(MOST_AFTER_SALES)
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
    sentAt: null,
    succeededAt: null,
    tries: 0,
    trouble: null,
  })
})

describe('what the gateway says of a refund', () => {
  test('it was sent, and when', () => {
    expect(moveRefund(asked, sending)).toEqual(sent)
  })

  test('it succeeded, and when', () => {
    expect(moveRefund(sent, { event: 'succeed', at: minutesIn(31) })).toEqual(succeeded)
  })

  test('it failed, and why', () => {
    expect(moveRefund(sent, { event: 'fail', trouble: 'NOTENOUGH' })).toEqual(failed)
  })

  test('a failed one is sent again under the same number, and its trouble is over', () => {
    expect(moveRefund(failed, { event: 'send', at: minutesIn(40) })).toMatchObject({
      no: failed.no,
      status: 'sent',
      sentAt: minutesIn(40),
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
    sending,
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
})

describe('WeChat Pay wants a minute between two refunds of one payment', () => {
  const sentAt = (minutes: number): Refund => ({ ...sent, sentAt: minutesIn(minutes) })

  test('a minute it is', () => {
    expect(REFUND_SPACING).toBe(MINUTE)
  })

  test('the first one may be sent at any time', () => {
    expect(sendableAt([])).toBe(0)
    expect(sendableAt([asked, { ...asked, no: 'order-1-d' }])).toBe(0)
  })

  test('the next one a minute after the last one, in whatever order they stand', () => {
    expect(sendableAt([sentAt(30), asked])).toBe(minutesIn(31))
    expect(sendableAt([sentAt(30), sentAt(40), asked])).toBe(minutesIn(41))
    expect(sendableAt([asked, sentAt(40), sentAt(30)])).toBe(minutesIn(41))
  })

  test.each(['sent', 'succeeded', 'failed'] as const)(
    'also where the last one %s since',
    (status) => {
      expect(sendableAt([{ ...sentAt(30), status }, asked])).toBe(minutesIn(31))
    },
  )

  test('so refunds that are sent when they may be are never closer than that', () => {
    always(fc.array(fc.nat(200), { minLength: 2, maxLength: 8 }), (waits) => {
      const moments: number[] = []
      let refunds: readonly Refund[] = []
      waits.forEach((seconds, index) => {
        const at = after(instant(Math.max(sendableAt(refunds), MORNING)), seconds * SECOND)
        const refund = moveRefund({ ...asked, no: `order-1-s${index}` }, { event: 'send', at })
        refunds = [...refunds, refund]
        moments.push(at)
      })
      moments.slice(1).forEach((at, index) => {
        expect(at - (moments[index] ?? 0)).toBeGreaterThanOrEqual(MINUTE)
      })
    })
  })
})
