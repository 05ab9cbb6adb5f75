import { dealPhase } from '@domain/deals/outlook'
import { after, HOUR } from '@domain/time'
import { MORNING } from '../build'

describe('where a deal that ends by its time stands for somebody who looks at it', () => {
  const deal = { startsAt: MORNING, endsAt: after(MORNING, HOUR) }
  test.each([
    ['unstarted', 5, after(MORNING, -1)],
    ['unstarted', 0, after(MORNING, -1)],
    ['open', 5, MORNING],
    ['open', 1, after(MORNING, HOUR - 1)],
    ['soldOut', 0, MORNING],
    ['over', 5, after(MORNING, HOUR)],
    ['over', 0, after(MORNING, HOUR)],
  ] as const)('%s with %i left', (phase, left, now) => {
    expect(dealPhase({ deal, left }, now)).toBe(phase)
  })
})
