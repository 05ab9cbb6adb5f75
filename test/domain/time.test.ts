import * as fc from 'fast-check'
import {
  after,
  DAY,
  earlier,
  HOUR,
  instant,
  MINUTE,
  monthDayOf,
  monthsLater,
  SECOND,
  shopDay,
  shopMonth,
  shopTime,
  weekdayOf,
} from '@domain/time'
import { always } from './property'
import { bundled, printedIn } from './zones'

/** A moment given as the world's clocks have it. */
const utc = (text: string) => instant(Date.parse(`${text}Z`))

/** A program that reads every half hour of 2026 and tells where the shop's clock errs first. */
const readsTheYear = `
  import { shopDay, shopTime } from './src/domain/time'
  const ahead = 8 * 3600_000, day = 24 * 3600_000
  const errs = (now) =>
    shopTime(now, 'YYYY-MM-DDTHH:mm') !== new Date(now + ahead).toISOString().slice(0, 16) ||
    shopDay(now) !== Math.floor((now + ahead) / day) * day - ahead
  for (let now = Date.UTC(2026, 0); now < Date.UTC(2027, 0); now += 1800_000) {
    if (!errs(now)) continue
    console.log('errs at', new Date(now).toISOString())
    break
  }`

const anyMoment = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) }).map(instant)

describe('moments and lengths of time', () => {
  test('a minute has sixty seconds, an hour sixty minutes, a day twenty-four hours', () => {
    expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1000, 60_000, 3_600_000, 86_400_000])
  })

  test('a moment is a whole millisecond', () => {
    expect(instant(1.4)).toBe(1)
    expect(instant(1.5)).toBe(2)
  })

  test('a quarter of an hour after ten is a quarter past ten', () => {
    expect(after(utc('2026-03-01T10:00:00'), 15 * MINUTE)).toBe(utc('2026-03-01T10:15:00'))
  })

  test('of two moments the earlier one is the earlier one', () => {
    expect(earlier(instant(1), instant(2))).toBe(1)
    expect(earlier(instant(2), instant(1))).toBe(1)
    expect(earlier(instant(2), instant(2))).toBe(2)
  })
})

describe("the shop's clock hangs in Shanghai", () => {
  test.each([
    ['2026-03-01T02:00:00', '2026-03-01 10:00', 'ten in the morning'],
    ['2026-02-28T15:59:59', '2026-02-28 23:59', 'the last minute of February'],
    ['2026-02-28T16:00:00', '2026-03-01 00:00', 'the first minute of March'],
    ['2028-02-28T16:00:00', '2028-02-29 00:00', 'a leap year has 29 February'],
    ['2028-02-29T16:00:00', '2028-03-01 00:00', 'and March begins a day later'],
    ['2026-12-31T16:00:00', '2027-01-01 00:00', 'the year turns in Shanghai first'],
    ['2026-07-01T04:00:00', '2026-07-01 12:00', 'noon in summer'],
    ['2026-01-01T04:00:00', '2026-01-01 12:00', 'noon in winter: no hour is lost or won'],
  ])('%s of the world is %s: %s', (world, shop) => {
    expect(shopTime(utc(world), 'YYYY-MM-DD HH:mm')).toBe(shop)
  })

  test('is eight hours ahead of Greenwich on every day of a year', () => {
    for (let day = 0; day < 366; day += 1) {
      expect(shopTime(after(utc('2028-01-01T00:00:00'), day * DAY), 'HH:mm')).toBe('08:00')
    }
  })

  test('shows what a page asks for', () => {
    expect(shopTime(utc('2026-03-01T01:05:09'), 'M月D日 HH:mm:ss')).toBe('3月1日 09:05:09')
  })

  test.each(['America/New_York', 'Australia/Sydney'])(
    'hangs in Shanghai, though the phone is in %s and its own clock jumps twice a year',
    (zone) => {
      expect(printedIn(zone, bundled(readsTheYear))).toBe('')
    },
  )
})

describe("the shop's day begins at its own midnight", () => {
  test.each([
    ['2026-03-01T02:00:00', '2026-02-28T16:00:00', 'in the morning'],
    ['2026-02-28T16:00:00', '2026-02-28T16:00:00', 'at midnight itself'],
    ['2026-02-28T15:59:59.999', '2026-02-27T16:00:00', 'a millisecond before midnight'],
    ['2028-02-29T15:00:00', '2028-02-28T16:00:00', 'late on 29 February'],
  ])('%s belongs to the day that began at %s: %s', (moment, midnight) => {
    expect(shopDay(utc(moment))).toBe(utc(midnight))
  })

  test('is at most a day ago, reads 00:00, and begins itself', () => {
    always(anyMoment, (moment) => {
      const midnight = shopDay(moment)
      expect(moment - midnight).toBeGreaterThanOrEqual(0)
      expect(moment - midnight).toBeLessThan(DAY)
      expect(shopTime(midnight, 'HH:mm:ss.SSS')).toBe('00:00:00.000')
      expect(shopTime(midnight, 'YYYY-MM-DD')).toBe(shopTime(moment, 'YYYY-MM-DD'))
      expect(shopDay(midnight)).toBe(midnight)
    })
  })
})

describe("the shop's calendar", () => {
  test.each([
    ['2026-03-01T02:00:00', 7, 1, 'a Sunday, the first'],
    ['2026-03-01T15:59:59', 7, 1, 'to its last second'],
    ['2026-03-01T16:00:00', 1, 2, 'then it is Monday in the shop'],
    ['2028-02-28T16:00:00', 2, 29, 'a leap day'],
    ['2026-12-31T16:00:00', 5, 1, "New Year's Day"],
  ])('%s is weekday %d, day %d of the month: %s', (moment, weekday, day) => {
    expect(weekdayOf(utc(moment))).toBe(weekday)
    expect(monthDayOf(utc(moment))).toBe(day)
  })

  test.each([
    ['2026-03-31T15:59:59', '2026-02-28T16:00:00'],
    ['2026-03-31T16:00:00', '2026-03-31T16:00:00'],
    ['2026-12-31T16:00:00', '2026-12-31T16:00:00'],
  ])('%s belongs to the month that began at %s', (moment, midnight) => {
    expect(shopMonth(utc(moment))).toBe(utc(midnight))
  })

  test.each([
    ['2026-03-01 09:30', -3, '2025-12-01'],
    ['2026-05-31 23:59', -3, '2026-02-28'],
    ['2028-05-31 00:00', -3, '2028-02-29'],
    ['2026-01-31 12:00', 1, '2026-02-28'],
    ['2026-11-30 12:00', 3, '2027-02-28'],
    ['2026-03-31 12:00', 0, '2026-03-31'],
  ])('the day of %s, %d months later, is %s', (moment, months, day) => {
    const shop = after(utc(moment.replace(' ', 'T')), -8 * HOUR)
    expect(shopTime(monthsLater(shop, months), 'YYYY-MM-DD HH:mm:ss')).toBe(`${day} 00:00:00`)
  })

  test('goes on day by day: tomorrow is the next day of the week, and of the month or the first', () => {
    always(anyMoment, (moment) => {
      const tomorrow = after(moment, DAY)
      expect(weekdayOf(tomorrow)).toBe((weekdayOf(moment) % 7) + 1)
      const begins = shopDay(tomorrow) === shopMonth(tomorrow)
      expect(monthDayOf(tomorrow)).toBe(begins ? 1 : monthDayOf(moment) + 1)
    })
  })
})
