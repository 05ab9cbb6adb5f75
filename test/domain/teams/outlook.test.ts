import type { OrderStatus } from '@domain/orders/order'
import { seatsInPayment, sits, teamPhase } from '@domain/teams/outlook'
import { after, HOUR } from '@domain/time'
import { MORNING } from '../build'

describe('where a team stands for somebody who looks at it', () => {
  const formBefore = after(MORNING, HOUR)
  const inTime = after(formBefore, -1)
  test.each([
    ['open', 'open', 1, inTime],
    ['full', 'open', 0, inTime],
    ['over', 'open', 1, formBefore],
    ['over', 'open', 0, formBefore],
    ['formed', 'formed', 0, inTime],
    ['formed', 'formed', 0, formBefore],
    ['failed', 'failed', 2, inTime],
    ['failed', 'failed', 2, formBefore],
  ] as const)('%s: %s with %i free seats', (phase, status, free, now) => {
    expect(teamPhase({ status, formBefore, free }, now)).toBe(phase)
  })
})

describe('seats that somebody is paying for', () => {
  test.each([
    [0, 2, 2],
    [1, 2, 1],
    [2, 2, 0],
    [0, 0, 0],
  ])('are %i where %i people are missing and %i seats are free', (paying, missing, free) => {
    expect(seatsInPayment({ missing, free })).toBe(paying)
  })

  test('are none of a team whose seats were given back faster than its people were counted', () => {
    expect(seatsInPayment({ missing: 1, free: 2 })).toBe(0)
  })
})

describe('an order has its seat', () => {
  test.each(['unpaid', 'waiting', 'paid', 'shipped', 'received', 'done'] as OrderStatus[])(
    'while it is %s',
    (status) => {
      expect(sits({ status })).toBe(true)
    },
  )

  test.each(['cancelled', 'expired', 'refunding', 'refunded'] as OrderStatus[])(
    'no more when it is %s',
    (status) => {
      expect(sits({ status })).toBe(false)
    },
  )
})
