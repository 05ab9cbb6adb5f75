import * as fc from 'fast-check'
import { orderMoves, keptFen, type Order } from '@domain/orders/order'
import { lineFreightFen } from '@domain/orders/receipt'
import { always } from '../property'
import { anyHappening, anyPlaced, live } from './play'

/** Every order of every life: what must be true of each of them. */
function inEveryLife(holds: (lived: readonly Order[], last: Order) => void, runs?: number): void {
  const examples = fc.tuple(anyPlaced, fc.array(anyHappening, { maxLength: 32, size: 'max' }))
  always(
    examples,
    ([order, happenings]) => {
      const lived = live(order, happenings)
      holds(lived, lived.at(-1) ?? order)
    },
    runs,
  )
}

const inEveryMoment = (holds: (order: Order) => void): void => {
  inEveryLife((lived) => {
    lived.forEach(holds)
  })
}

const refundedFen = (order: Order) =>
  order.refunds.reduce((sum, refund) => sum + refund.amountFen, 0)
const happened = (order: Order, ...events: string[]) =>
  order.story.some(({ event }) => events.includes(event))
const freightFen = ({ receipt }: Order) =>
  receipt.lines.reduce((sum, line) => sum + lineFreightFen(line), 0)

describe('whatever happens to an order', () => {
  test('never more goes back than came in', () => {
    inEveryMoment((order) => {
      expect(refundedFen(order)).toBeLessThanOrEqual(order.payment?.paidFen ?? 0)
      expect(keptFen(order)).toBeGreaterThanOrEqual(0)
    })
  })

  test('no refund is of nothing or less', () => {
    inEveryMoment((order) => {
      for (const { amountFen } of order.refunds) expect(amountFen).toBeGreaterThan(0)
    })
  })

  test('it is settled at most once, and what it was settled by never changes', () => {
    inEveryLife((lived) => {
      const settled = lived.flatMap(({ deal }) =>
        deal?.kind === 'ladder' && deal.settled ? deal.settled : [],
      )
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

  test('money that came too late, or from no newcomer, goes back to the last fen', () => {
    inEveryLife((_, last) => {
      const isTurnedAway = last.refunds.some(({ reason }) =>
        ['late', 'not-newcomer'].includes(reason),
      )
      if (isTurnedAway) expect(keptFen(last)).toBe(0)
    })
  })

  test('refunding or refunded it keeps nothing, but the freight of what was handed out', () => {
    inEveryMoment((order) => {
      if (order.status !== 'refunding' && order.status !== 'refunded') return
      const kept = happened(order, 'ship', 'verify') ? freightFen(order) : 0
      expect(keptFen(order)).toBe(kept)
    })
  })

  test('it is called refunded just when all the money that goes back is back', () => {
    inEveryMoment((order) => {
      if (order.status !== 'refunded') return
      expect(order.refunds.every(({ status }) => status === 'succeeded')).toBe(true)
    })
  })

  test('every refund that is under way is still on the list of what is left to do', () => {
    inEveryMoment((order) => {
      const left = order.todo.flatMap((task) => (task.task === 'refund' ? task.refundNo : []))
      const open = order.refunds.filter(({ status }) => status !== 'succeeded')
      expect([...left].sort()).toEqual(open.map(({ no }) => no).sort())
    })
  })

  test('the sweep looks at it again as long as something is left to do', () => {
    inEveryMoment((order) => {
      expect(order.todoAt !== null).toBe(order.todo.length > 0)
    })
  })

  test('its story only ever grows, and tells every move that led to where it stands', () => {
    inEveryLife((lived) => {
      lived.reduce((before, order) => {
        expect(order.story.slice(0, before.story.length)).toEqual(before.story)
        return order
      })
      for (const order of lived) {
        const [first, ...moves] = order.story.map(({ event }) => event)
        expect(first).toBe('place')
        const stands = moves.reduce<Order['status'] | undefined>(
          (status, event) => (event === 'place' || !status ? undefined : orderMoves[status][event]),
          'unpaid',
        )
        expect(order.status).toBe(stands)
      }
    })
  })

  test('staff sees when the oldest request was made that waits, and only while one waits', () => {
    inEveryMoment((order) => {
      const waiting = order.afterSales.filter(({ status }) => status === 'requested')
      const oldest = waiting.map(({ requestedAt }) => requestedAt).sort((a, b) => a - b)[0]
      expect(order.askedAt).toBe(oldest ?? null)
      const isOver = ['refunding', 'refunded', 'done'].includes(order.status)
      if (isOver) expect(waiting).toEqual([])
    })
  })

  test('the story of a parcel ends at a moment that is set', () => {
    inEveryMoment((order) => {
      if (order.status === 'shipped' || order.status === 'received') {
        expect(order.movesAt).not.toBeNull()
      }
    })
  })
})

test('what is played does come to every status, and to every kind of refund', () => {
  const statuses = new Set<string>()
  const reasons = new Set<string>()
  inEveryLife((lived) => {
    for (const order of lived) {
      statuses.add(order.status)
      for (const { reason } of order.refunds) reasons.add(reason)
    }
  }, 1000)
  expect([...statuses].sort()).toEqual(Object.keys(orderMoves).sort())
  expect([...reasons].sort()).toEqual(
    ['after-sale', 'asked', 'difference', 'late', 'not-newcomer', 'unformed'].sort(),
  )
})
