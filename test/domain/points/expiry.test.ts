import { expirable, expire, expiringSoon } from '@domain/points/expiry'
import { HELD_DELAY } from '@domain/points/ledger'
import { after, shopTime } from '@domain/time'
import { shopClock } from '../build'
import { anAccount, holding, lotsOf } from './build'

/** 30 points until the end of March, 20 until the end of April. */
const account = anAccount(['2026-02-10', 30, 1], ['2026-03-10', 20, 1])

describe('points expire', () => {
  test.each([
    ['2026-03-31 23:59', 0],
    ['2026-04-01 00:00', 30],
    ['2026-04-30 23:59', 30],
    ['2026-05-01 00:00', 50],
  ])('at %s: %d', (now, points) => {
    expect(expirable(account, shopClock(now))).toBe(points)
  })

  test('at the end of 29 February in a leap year, and at that of the 28th in others', () => {
    const leap = anAccount(['2028-01-31', 9, 1])
    expect(lotsOf(leap)).toEqual([['2028-03-01', 9]])
    expect(expirable(leap, shopClock('2028-02-29 23:59'))).toBe(0)
    expect(expirable(anAccount(['2027-01-31', 9, 1]), shopClock('2027-03-01 00:00'))).toBe(9)
  })

  test('by an entry that says until when they were good', () => {
    const { account: left, entries } = expire(account, shopClock('2026-04-01 00:01'))
    expect(lotsOf(left)).toEqual([['2026-05-01', 20]])
    expect(entries).toMatchObject([
      {
        ...{ _id: 'expire.ann.3', kind: 'expire', points: -30 },
        ...{ balance: 20, no: 3, orderId: null },
      },
    ])
    expect(entries[0]?.why).toEqual({ until: shopClock('2026-04-01 00:00') })
  })

  test('never while an order holds them; what is held is what expires first', () => {
    const now = shopClock('2026-04-01 00:01')
    const held = holding(account, 'order-1', 25)
    const { account: left } = expire(held, now)
    expect(left).toMatchObject({ balance: 45, available: 20 })
    expect(lotsOf(left)).toEqual([
      ['2026-04-01', 25],
      ['2026-05-01', 20],
    ])
    expect(left.dueAt).toBe(after(now, HELD_DELAY))
    const all = holding(account, 'order-1', 50)
    expect(expire(all, now).entries).toEqual([])
  })

  test('and never into a debt', () => {
    const debt = anAccount(['2026-02-10', 30, 1], ['2026-02-11', -50])
    expect(expirable(debt, shopClock('2026-05-01 00:00'))).toBe(0)
  })
})

describe('the owner is told', () => {
  test.each([
    ['2026-03-24 23:59', undefined],
    ['2026-03-25 00:00', 30],
    ['2026-03-31 23:59', 30],
    ['2026-04-01 00:00', undefined],
    ['2026-04-24 00:00', 20],
  ])('at %s of %p points', (now, points) => {
    expect(expiringSoon(account, shopClock(now))?.points).toBe(points)
  })

  test('once of each month', () => {
    const { account: told, entries } = expire(account, shopClock('2026-03-25 00:00'))
    expect(entries).toEqual([])
    expect(expiringSoon(told, shopClock('2026-03-26 00:00'))).toBeUndefined()
    expect(expiringSoon(told, shopClock('2026-04-24 00:00'))?.points).toBe(20)
  })
})

test('the timer comes when there is something to do, and not before', () => {
  const times: string[] = []
  let one = account
  for (let look = 0; look < 4; look += 1) {
    times.push(shopTime(one.dueAt, 'MM-DD HH:mm'))
    one = expire(one, one.dueAt).account
  }
  expect(times).toEqual(['03-25 00:00', '04-01 00:00', '04-24 00:00', '05-01 00:00'])
  expect(one).toMatchObject({ balance: 0, lots: [], entries: 4 })
})
