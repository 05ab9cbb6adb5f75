import { notIds, takes } from '../actions'

describe('the list of income', () => {
  const payableAt = 1_772_000_000_000
  const last = { row: '001772000000000.order-1.guide.mei', payableAt }

  test.each([{}, { stage: 'pending' }, { before: last }, { stage: 'paid-out', before: last }])(
    'is asked for by %j',
    (input) => {
      expect(takes('commission.list', input)).toBe(true)
    },
  )

  test.each([
    { stage: 'all' },
    { before: payableAt },
    { before: { payableAt } },
    { before: { ...last, row: 'order-1' } },
    { before: { ...last, row: { $gt: '' } } },
    { guideId: 'mei' },
  ])('is not asked for by %j', (input) => {
    expect(takes('commission.list', input)).toBe(false)
  })
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
