import { monthBounds, nextSignIns, signIn, signInPoints, streakAt } from '@domain/points/signIn'
import { shopClock } from '../build'

const week = [1, 1, 2, 2, 3, 3, 10]

describe('so many points for so many days in a row', () => {
  test.each([
    [1, 1],
    [3, 2],
    [7, 10],
    [8, 1],
    [14, 10],
    [365, 1],
  ])('day %d: %d', (streak, points) => {
    expect(signInPoints(week, streak)).toBe(points)
  })

  test('none in a shop that gives none', () => {
    expect(signInPoints([], 3)).toBe(0)
  })
})

describe('signing in', () => {
  test.each<[string | null, number, string, number | undefined]>([
    [null, 0, '2026-03-01 00:00', 1],
    ['2026-03-01', 1, '2026-03-01 23:59', undefined],
    ['2026-03-01', 1, '2026-03-02 00:00', 2],
    ['2026-03-01', 6, '2026-03-02 23:59', 7],
    ['2026-03-01', 6, '2026-03-03 00:00', 1],
    ['2026-02-28', 4, '2026-03-01 08:00', 5],
    ['2028-02-28', 4, '2028-03-01 08:00', 1],
    ['2028-02-29', 4, '2028-03-01 08:00', 5],
    ['2026-12-31', 9, '2027-01-01 00:00', 10],
    // Signed on a computer whose clock is some seconds ahead of this one.
    ['2026-03-02', 2, '2026-03-01 23:59', undefined],
  ])('last on %p, the %d. in a row; at %s it is the %p. day', (signedOn, streak, now, day) => {
    expect(signIn({ signedOn, streak }, week, shopClock(now))?.streak).toBe(day)
  })

  test('brings what the day is worth', () => {
    const sixth = { signedOn: '2026-03-06', streak: 6 }
    expect(signIn(sixth, week, shopClock('2026-03-07 07:00'))).toEqual({
      day: '2026-03-07',
      streak: 7,
      points: 10,
    })
  })
})

describe('the calendar', () => {
  const third = { signedOn: '2026-03-03', streak: 3 }

  test('tells the days in a row as long as they can go on', () => {
    const days = ['2026-03-03 10:00', '2026-03-04 10:00', '2026-03-05 00:00']
    expect(days.map((now) => streakAt(third, shopClock(now)))).toEqual([3, 3, 0])
    expect(streakAt(third, shopClock('2026-03-02 23:59'))).toBe(3)
  })

  test('tells what comes next, today first if it is not signed', () => {
    expect(nextSignIns(third, week, shopClock('2026-03-03 10:00'))).toEqual([2, 3, 3, 10, 1, 1, 2])
    expect(nextSignIns(third, week, shopClock('2026-03-04 10:00'))).toEqual([2, 3, 3, 10, 1, 1, 2])
    expect(nextSignIns(third, week, shopClock('2026-03-05 10:00'))).toEqual(week)
  })

  test.each([
    ['2026-03', '2026-03-01 00:00', '2026-04-01 00:00'],
    ['2028-02', '2028-02-01 00:00', '2028-03-01 00:00'],
    ['2026-12', '2026-12-01 00:00', '2027-01-01 00:00'],
  ])('%s goes from %s to %s', (month, start, end) => {
    expect(monthBounds(month)).toEqual({ startsAt: shopClock(start), endsAt: shopClock(end) })
  })
})
