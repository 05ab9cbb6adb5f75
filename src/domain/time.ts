import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A moment in milliseconds since 1970. It is always handed in: rules never read a clock. */
export type Instant = number & { readonly unit: 'instant' }

/** A length of time in milliseconds. */
export type Duration = number & { readonly unit: 'duration' }

/** Makes a moment of milliseconds since 1970. */
export function instant(ms: number): Instant {
  return Math.round(ms) as Instant
}

/** The usual lengths of time. */
export const SECOND = 1000 as Duration
export const MINUTE = (60 * SECOND) as Duration
export const HOUR = (60 * MINUTE) as Duration
export const DAY = (24 * HOUR) as Duration

/** The moment `ms` after another one. */
export function after(moment: Instant, ms: number): Instant {
  return instant(moment + ms)
}

/** The earlier of two moments. */
export function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}

/**
 * Shop time is Asia/Shanghai: UTC+8 the whole year since 1991. Adding the offset and reading the
 * result as UTC keeps the phone's own zone, and its summer time, out of it.
 */
const SHANGHAI = (8 * HOUR) as Duration

/** A moment on the shop's wall clock, e.g. `shopTime(now, 'MM-DD HH:mm')`. */
export function shopTime(moment: Instant, format: string): string {
  return dayjs.utc(moment + SHANGHAI).format(format)
}

/** The midnight, in shop time, that begins the day of `moment`. */
export function shopDay(moment: Instant): Instant {
  const midnight = dayjs.utc(moment + SHANGHAI).startOf('day')
  return instant(midnight.valueOf() - SHANGHAI)
}

/** The day of the week in shop time: 1 is Monday, 7 is Sunday. */
export function weekdayOf(moment: Instant): number {
  return dayjs.utc(moment + SHANGHAI).day() || 7
}

/** The day of the month in shop time: 1 to 31. */
export function monthDayOf(moment: Instant): number {
  return dayjs.utc(moment + SHANGHAI).date()
}

/** The midnight, in shop time, that begins the month of `moment`. */
export function shopMonth(moment: Instant): Instant {
  const midnight = dayjs.utc(moment + SHANGHAI).startOf('month')
  return instant(midnight.valueOf() - SHANGHAI)
}

/**
 * The midnight, in shop time, of the same day `months` later, or earlier where they are negative.
 * In a month without that day it is the month's last day: three months before 31 May is the end of
 * February.
 */
export function monthsLater(moment: Instant, months: number): Instant {
  const midnight = dayjs.utc(shopDay(moment) + SHANGHAI).add(months, 'month')
  return instant(midnight.valueOf() - SHANGHAI)
}
