import type { LadderProgress } from '@domain/deals/progress'
import type { DealStatus } from '@domain/groupbuy/ladder'
import { expectedRefundFen, peopleOf, phaseOf } from '@domain/groupbuy/outlook'
import { fen } from '@domain/money'
import { after, DAY } from '@domain/time'
import { aDeal, allOrNothing, cherryLadder, MORNING } from '../build'

const progress = (status: DealStatus, left: number): Pick<LadderProgress, 'deal' | 'left'> => ({
  deal: aDeal({ status }),
  left,
})

describe('where a ladder stands for somebody who looks at it', () => {
  const before = after(MORNING, -1)
  const during = after(MORNING, DAY)
  const end = after(MORNING, 3 * DAY)
  test.each([
    ['unstarted', 'open', 10, before],
    ['open', 'open', 10, MORNING],
    ['open', 'open', 1, during],
    ['soldOut', 'open', 0, during],
    ['closing', 'open', 10, end],
    ['closing', 'closing', 10, end],
    ['settling', 'settling', 10, end],
    ['settled', 'settled', 0, end],
  ] as const)('%s: %s with %i left', (phase, status, left, now) => {
    expect(phaseOf(progress(status, left), now)).toBe(phase)
  })
})

test('people are a hint while it runs, and what was counted after the close', () => {
  const outcome = { people: 98, orders: 98, finalPriceFen: fen(49900), countedAt: MORNING }
  expect(peopleOf({ deal: aDeal(), people: 99 })).toBe(99)
  expect(peopleOf({ deal: aDeal({ status: 'settled', outcome }), people: 99 })).toBe(98)
})

describe('what would come back if the ladder closed now', () => {
  const own = { paidFen: fen(99800), quantity: 2 }
  test.each([
    ['nothing at the price that was paid', cherryLadder, 1, 0],
    ['the difference for each piece', cherryLadder, 100, 10000],
    ['more on the last step', cherryLadder, 1000, 40000],
    ['everything where too few would mean no deal', allOrNothing, 99, 99800],
  ])('%s', (_, ladder, people, back) => {
    expect(expectedRefundFen(own, ladder, people)).toBe(back)
  })

  test('nothing, and nothing more to pay, where people left and the price rose again', () => {
    expect(expectedRefundFen({ paidFen: fen(79800), quantity: 2 }, cherryLadder, 1)).toBe(0)
  })
})
