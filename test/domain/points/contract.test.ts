import { aRequest, notIds, takes } from '../actions'

describe('the history of points', () => {
  test.each([{}, { before: 1 }, { before: 500 }])('is asked for by %j', (input) => {
    expect(takes('points.see', input)).toBe(true)
  })

  test.each([{ before: 0 }, { before: 1.5 }, { before: '3' }, { memberId: 'ben' }])(
    'is not asked for by %j',
    (input) => {
      expect(takes('points.see', input)).toBe(false)
    },
  )
})

describe('a month of the calendar', () => {
  test.each(['2026-01', '2026-12', '2028-02'])('is %s', (month) => {
    expect(takes('points.signs', { month })).toBe(true)
  })

  test.each(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', '2026/01', '', null, 202601])(
    'is not %j',
    (month) => {
      expect(takes('points.signs', { month })).toBe(false)
    },
  )
})

test('signing in takes nothing: whose day it is the cloud knows by itself', () => {
  expect(takes('points.signIn', {})).toBe(true)
  expect(takes('points.signIn', { day: '2026-03-01' })).toBe(false)
})

describe('redeeming', () => {
  test('names an item of the mall and one request', () => {
    expect(takes('points.redeem', { requestId: aRequest, itemId: 'pm-coupon-5' })).toBe(true)
    expect(takes('points.redeem', { itemId: 'pm-coupon-5' })).toBe(false)
    for (const itemId of notIds) {
      expect([itemId, takes('points.redeem', { requestId: aRequest, itemId })]).toEqual([
        itemId,
        false,
      ])
    }
  })

  test('says nothing of how many points it takes', () => {
    const wish = { requestId: aRequest, itemId: 'pm-coupon-5', points: 1 }
    expect(takes('points.redeem', wish)).toBe(false)
  })
})
