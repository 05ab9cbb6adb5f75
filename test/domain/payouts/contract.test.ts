import { aRequest, notIds, takes } from '../actions'

describe('asking for a payout', () => {
  test.each([{}, { amountFen: 30 }, { amountFen: 400_000 }])('takes %j', (wish) => {
    expect(takes('payouts.ask', { requestId: aRequest, ...wish })).toBe(true)
  })

  test.each([{ amountFen: -1 }, { amountFen: 0.5 }, { amountFen: '30' }, { guideId: 'mei' }])(
    'does not take %j: whose it is the cloud knows by itself',
    (wish) => {
      expect(takes('payouts.ask', { requestId: aRequest, ...wish })).toBe(false)
    },
  )

  test('is one wish, told from others', () => {
    expect(takes('payouts.ask', { amountFen: 30 })).toBe(false)
  })
})

test('a payout is asked after by its id', () => {
  expect(takes('payouts.check', { payoutId: 'a1b2' })).toBe(true)
  for (const payoutId of notIds) {
    expect([payoutId, takes('payouts.check', { payoutId })]).toEqual([payoutId, false])
  }
})

test('the list of payouts goes back in time', () => {
  expect(takes('payouts.list', {})).toBe(true)
  expect(takes('payouts.list', { before: 1_772_000_000_000 })).toBe(true)
  expect(takes('payouts.list', { before: -1 })).toBe(false)
  expect(takes('payouts.list', { guideId: 'mei' })).toBe(false)
})
