import * as fc from 'fast-check'
import { hasFailed, type Failure } from '@domain/failure'
import { fen } from '@domain/money'
import { endUnpaid, giveBack, settleOrder } from '@domain/orders/ending'
import { keptFen, type Order } from '@domain/orders/order'
import { receivePayment } from '@domain/orders/payment'
import { recordAttempts } from '@domain/orders/todo'
import type { Instant } from '@domain/time'
import { anOrder, joining, minutesIn, paymentOf } from '../build'
import { always } from '../property'

/** Something that may happen to an order, at any time and as often as it likes. */
type Happening =
  | { readonly on: 'pay' | 'cancel' | 'expire' | 'give back' | 'refunds succeed' | 'work fails' }
  | { readonly on: 'settle'; readonly finalFen: number | null }

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { on: 'pay' },
    { on: 'cancel' },
    { on: 'expire' },
    { on: 'give back' },
    { on: 'refunds succeed' },
    { on: 'work fails' },
  ),
  fc
    .constantFrom(null, 29900, 39900, 44900, 49900)
    .map((finalFen): Happening => ({ on: 'settle', finalFen })),
)

/** Everything that was asked of the gateway is confirmed. */
function refundsSucceed(order: Order, now: Instant): Order {
  const attempts = order.todo.flatMap((task) => [
    { task, done: false, news: { event: 'send' as const } },
    { task, done: true, news: { event: 'succeed' as const, at: now } },
  ])
  return recordAttempts(order, attempts, now)
}

function workFails(order: Order, now: Instant): Order {
  const news = { event: 'fail' as const, trouble: 'SYSTEMERROR' }
  return recordAttempts(
    order,
    order.todo.map((task) => ({ task, done: false, news })),
    now,
  )
}

function decide(order: Order, happening: Happening, now: Instant): Order | Failure | undefined {
  switch (happening.on) {
    case 'pay': {
      const decision = receivePayment(order, paymentOf(order, now), now)
      if (hasFailed(decision)) return decision
      return 'order' in decision ? decision.order : undefined
    }
    case 'cancel':
    case 'expire':
      return endUnpaid(order, happening.on, now)
    case 'give back':
      return giveBack(order, now)
    case 'settle':
      return settleOrder(order, happening.finalFen === null ? null : fen(happening.finalFen), now)
    case 'refunds succeed':
      return refundsSucceed(order, now)
    case 'work fails':
      return workFails(order, now)
  }
}

/** Plays what happens, a day every three happenings, and shows each order that came about. */
function live(order: Order, happenings: readonly Happening[]): Order[] {
  const lived = [order]
  happenings.forEach((happening, index) => {
    const now = minutesIn(5 + index * 480)
    const before = lived.at(-1) ?? order
    const next = decide(before, happening, now)
    if (next !== undefined && !hasFailed(next)) lived.push(next)
  })
  return lived
}

const anyOrder = fc
  .record({
    people: fc.constantFrom(0, 100, 500, 1000),
    quantity: fc.integer({ min: 1, max: 9 }),
    pickUp: fc.integer({ min: 0, max: 900 }),
    inDeal: fc.boolean(),
  })
  .map(({ people, quantity, pickUp, inDeal }) => {
    const joined = joining(people, quantity, pickUp)
    return anOrder(inDeal ? joined : { ...joined, deal: null })
  })

/** Every order of every life: what must be true of each of them. */
function inEveryLife(holds: (lived: readonly Order[], last: Order) => void): void {
  always(fc.tuple(anyOrder, fc.array(anyHappening, { maxLength: 25 })), ([order, happenings]) => {
    const lived = live(order, happenings)
    holds(lived, lived.at(-1) ?? order)
  })
}

const refundedFen = (order: Order) =>
  order.refunds.reduce((sum, refund) => sum + refund.amountFen, 0)

describe('whatever happens to an order', () => {
  test('never more goes back than came in', () => {
    inEveryLife((lived) => {
      for (const order of lived) {
        expect(refundedFen(order)).toBeLessThanOrEqual(order.payment?.paidFen ?? 0)
        expect(keptFen(order)).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('it is settled at most once, and what it was settled by never changes', () => {
    inEveryLife((lived) => {
      const settled = lived.flatMap((order) => order.deal?.settled ?? [])
      expect(new Set(settled).size).toBeLessThanOrEqual(1)
    })
  })

  test('no refund is made twice, and none ever disappears or changes its sum', () => {
    inEveryLife((lived) => {
      lived.reduce((before, order) => {
        const numbers = order.refunds.map((refund) => refund.no)
        expect(new Set(numbers).size).toBe(numbers.length)
        const sums = order.refunds.map(({ no, amountFen }) => [no, amountFen])
        expect(sums).toEqual(
          expect.arrayContaining(before.refunds.map(({ no, amountFen }) => [no, amountFen])),
        )
        return order
      })
    })
  })

  test('money that came too late goes back to the last fen', () => {
    inEveryLife((_, last) => {
      if (last.refunds.some(({ reason }) => reason === 'late')) expect(keptFen(last)).toBe(0)
    })
  })

  test('an order that is refunding or refunded keeps nothing', () => {
    inEveryLife((lived) => {
      for (const order of lived) {
        if (['refunding', 'refunded'].includes(order.status)) expect(keptFen(order)).toBe(0)
      }
    })
  })

  test('it is called refunded just when all the money is back', () => {
    inEveryLife((lived) => {
      for (const order of lived) {
        if (order.status !== 'refunded') continue
        expect(order.refunds.every(({ status }) => status === 'succeeded')).toBe(true)
        expect(refundedFen(order)).toBe(order.payment?.paidFen)
      }
    })
  })

  test('every refund that is under way is still on the list of what is left to do', () => {
    inEveryLife((lived) => {
      for (const order of lived) {
        const left = order.todo.flatMap((task) => (task.task === 'refund' ? task.refundNo : []))
        const open = order.refunds.filter(({ status }) => status !== 'succeeded')
        expect([...left].sort()).toEqual(open.map(({ no }) => no).sort())
      }
    })
  })

  test('the sweep looks at it again as long as something is left to do', () => {
    inEveryLife((lived) => {
      for (const order of lived) expect(order.todoAt !== null).toBe(order.todo.length > 0)
    })
  })

  test('its story only ever grows, and begins with the placing', () => {
    inEveryLife((lived) => {
      lived.reduce((before, order) => {
        expect(order.story.slice(0, before.story.length)).toEqual(before.story)
        return order
      })
      expect(lived.at(-1)?.story[0]?.event).toBe('place')
    })
  })

  test('an order that was paid in time and kept owes what its deal settled, plus freight', () => {
    inEveryLife((_, last) => {
      const settled = last.deal?.settled
      if (last.status !== 'paid' || !settled) return
      expect(keptFen(last)).toBe(settled.dueFen + last.receipt.freightFen)
    })
  })
})

test('what is played does come to every status', () => {
  const seen = new Set<string>()
  inEveryLife((lived) => {
    for (const order of lived) seen.add(order.status)
  })
  expect([...seen].sort()).toEqual([
    'cancelled',
    'expired',
    'paid',
    'refunded',
    'refunding',
    'unpaid',
  ])
})
