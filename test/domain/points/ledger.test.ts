import { freshAccount, heldPoints, MOST_POINTS, withoutHold } from '@domain/points/account'
import { lotEnd, nextNight, post, timed } from '@domain/points/ledger'
import { NEVER } from '@domain/holds/hold'
import { after, HOUR, shopTime } from '@domain/time'
import { id, shopClock } from '../build'
import { anAccount, aPosting, holding, lotsOf } from './build'

const noon = shopClock('2026-03-10 12:00')

describe('points are good until the end of a month', () => {
  test.each([
    ['2026-03-01 00:00', 12, '2027-04-01 00:00'],
    ['2026-03-31 23:59', 12, '2027-04-01 00:00'],
    ['2026-04-01 00:00', 12, '2027-05-01 00:00'],
    ['2026-12-31 23:59', 12, '2028-01-01 00:00'],
    ['2027-02-28 10:00', 12, '2028-03-01 00:00'],
    ['2028-02-29 10:00', 12, '2029-03-01 00:00'],
    ['2026-01-31 10:00', 0, '2026-02-01 00:00'],
    ['2026-01-31 10:00', 1, '2026-03-01 00:00'],
    ['2027-11-30 10:00', 3, '2028-03-01 00:00'],
  ])('what comes in at %s for %d months more is good until %s', (at, months, until) => {
    expect(shopTime(lotEnd(shopClock(at), months), 'YYYY-MM-DD HH:mm')).toBe(until)
  })
})

describe('accounts are checked at three in the night', () => {
  test.each([
    ['2026-03-01 02:59', '2026-03-01 03:00'],
    ['2026-03-01 03:00', '2026-03-02 03:00'],
    ['2028-02-28 12:00', '2028-02-29 03:00'],
    ['2026-12-31 23:59', '2027-01-01 03:00'],
  ])('after %s comes %s', (now, night) => {
    expect(nextNight(shopClock(now))).toBe(shopClock(night))
  })
})

describe('what comes in', () => {
  test('of one month is one lot, of two months are two, the soonest first', () => {
    const account = anAccount(['2026-04-02', 5], ['2026-03-05', 10], ['2026-03-20', 7])
    expect(lotsOf(account)).toEqual([
      ['2027-04-01', 17],
      ['2027-05-01', 5],
    ])
    expect(account).toMatchObject({ balance: 22, available: 22, entries: 3 })
  })

  test('pays a debt first, and only the rest is a lot', () => {
    const debt = anAccount(['2026-03-05', 10], ['2026-03-06', -25])
    expect(debt).toMatchObject({ balance: -15, available: -15, lots: [] })
    const less = post(debt, [aPosting(4)], noon).account
    expect(less).toMatchObject({ balance: -11, lots: [] })
    expect(lotsOf(post(less, [aPosting(31)], noon).account)).toEqual([['2027-04-01', 20]])
  })
})

describe('what goes out', () => {
  test('is taken from what expires first', () => {
    const account = anAccount(['2026-03-05', 10], ['2026-04-05', 10], ['2026-05-05', 10])
    const { account: spent } = post(account, [aPosting(-14)], noon)
    expect(lotsOf(spent)).toEqual([
      ['2027-05-01', 6],
      ['2027-06-01', 10],
    ])
  })

  test('beyond what is there is a debt that everybody can see', () => {
    const { account } = post(anAccount(['2026-03-05', 10]), [aPosting(-30)], noon)
    expect(account).toMatchObject({ balance: -20, available: -20, lots: [] })
  })
})

describe('entries', () => {
  test('are numbered, and each tells what it left', () => {
    const postings = [aPosting(30), aPosting(-10), aPosting(5)]
    const { entries } = post(anAccount(['2026-03-05', 10]), postings, noon)
    expect(entries.map(({ no, points, balance }) => [no, points, balance])).toEqual([
      [2, 30, 40],
      [3, -10, 30],
      [4, 5, 35],
    ])
  })

  test('are of whole points, and of no absurd ones', () => {
    const account = freshAccount(id('ann'))
    expect(post(account, [aPosting(MOST_POINTS)], noon).account.balance).toBe(MOST_POINTS)
    expect(() => post(account, [aPosting(0.5)], noon)).toThrow('no points')
    expect(() => post(account, [aPosting(MOST_POINTS + 1)], noon)).toThrow('no points')
  })
})

describe('the timer comes to an account', () => {
  const account = anAccount(['2026-03-05', 100])

  test('when the first of its holds may lapse', () => {
    const late = holding(account, 'order-1', 10, after(noon, 2 * HOUR))
    const both = holding(late, 'order-2', 10, after(noon, HOUR))
    expect(timed(account, noon).sweepAt).toBe(NEVER)
    expect(timed(both, noon).sweepAt).toBe(after(noon, HOUR))
  })

  test('in the next night, or in an earlier one that it still waits for', () => {
    const tonight = shopClock('2026-03-11 03:00')
    expect(timed({ ...account, checkAt: NEVER }, noon).checkAt).toBe(tonight)
    expect(timed({ ...account, checkAt: noon }, noon).checkAt).toBe(noon)
  })

  test('never again once nothing expires any more', () => {
    expect(timed(freshAccount(id('ann')), noon).dueAt).toBe(NEVER)
  })

  test('and every write is counted', () => {
    expect(timed({ ...account, rev: 4 }, noon).rev).toBe(5)
  })
})

describe('what is held', () => {
  const account = holding(anAccount(['2026-03-05', 100]), 'order-1', 40)

  test('is in the balance and can’t be spent', () => {
    expect(account).toMatchObject({ balance: 100, available: 60 })
    expect(heldPoints(account)).toBe(40)
  })

  test('is spent by dropping the hold and posting the entry: nothing changes for the rest', () => {
    const { account: spent } = post(withoutHold(account, 'order-1'), [aPosting(-40)], noon)
    expect(spent).toMatchObject({ balance: 60, available: 60, holds: {} })
  })

  test('can be spent again when the hold is dropped, once', () => {
    const free = withoutHold(account, 'order-1')
    expect(free).toMatchObject({ available: 100, holds: {} })
    expect(withoutHold(free, 'order-1')).toBe(free)
  })

  test('stays held while points come and go beside it', () => {
    expect(post(account, [aPosting(-70)], noon).account).toMatchObject({
      balance: 30,
      available: -10,
    })
  })
})
