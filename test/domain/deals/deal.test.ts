import { joinable, type DealBase } from '@domain/deals/deal'
import { after, DAY, type Instant } from '@domain/time'
import { aDeal, MORNING } from '../build'

const at = (ms: number) => after(MORNING, ms)

describe('whether one may buy in a deal of three days', () => {
  const times: Pick<DealBase, 'startsAt' | 'endsAt'> = { startsAt: at(0), endsAt: at(3 * DAY) }

  test.each<[string, Instant, string | undefined]>([
    ['a week before', at(-7 * DAY), 'deal_unstarted'],
    ['a millisecond before the start', at(-1), 'deal_unstarted'],
    ['at the start', at(0), undefined],
    ['on the second day', at(DAY), undefined],
    ['a millisecond before the end', at(3 * DAY - 1), undefined],
    ['at the end', at(3 * DAY), 'deal_over'],
    ['a week later', at(10 * DAY), 'deal_over'],
  ])('%s: %s %s', (_, now, refusal) => {
    expect(joinable(times, now)?.code).toBe(refusal)
    // An open ladder is like any other deal.
    expect(joinable(aDeal(), now)?.code).toBe(refusal)
  })

  test.each(['closing', 'settling', 'settled'] as const)(
    'no more once it is a ladder that is %s, however early',
    (status) => {
      expect(joinable(aDeal({ status }), at(DAY))?.code).toBe('deal_over')
    },
  )

  test('too early, the shopper is told when it starts', () => {
    expect(joinable(times, at(-1))?.details).toEqual({ startsAt: MORNING })
  })
})
