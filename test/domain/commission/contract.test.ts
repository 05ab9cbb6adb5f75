import { notIds, takes } from '../actions'

describe('the list of income', () => {
  test.each([{}, { stage: 'pending' }, { stage: 'paid-out', before: 1_772_000_000_000 }])(
    'is asked for by %j',
    (input) => {
      expect(takes('commission.list', input)).toBe(true)
    },
  )

  test.each([{ stage: 'all' }, { before: 'now' }, { guideId: 'mei' }])(
    'is not asked for by %j',
    (input) => {
      expect(takes('commission.list', input)).toBe(false)
    },
  )
})

test('the income of one order is asked for by its id, and by nobody’s name', () => {
  expect(takes('commission.see', { orderId: 'order-1' })).toBe(true)
  expect(takes('commission.see', { orderId: 'order-1', guideId: 'mei' })).toBe(false)
  for (const orderId of notIds) {
    expect([orderId, takes('commission.see', { orderId })]).toEqual([orderId, false])
  }
})

test('the overview is of everybody', () => {
  expect(takes('commission.overview', {})).toBe(true)
  expect(takes('commission.overview', { payee: 'guide.mei' })).toBe(false)
})
