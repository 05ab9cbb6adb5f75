import type { Repeating, Schedule, Session } from '@domain/schedule'
import { DAY, HOUR, shopTime, type Duration } from '@domain/time'
import { shopClock } from './build'

/** Every day from ten in the morning for two hours, unless told otherwise. */
export function repeating(
  own: Partial<Omit<Repeating, 'lastsMs'>> & { lasts?: number } = {},
): Repeating {
  const { lasts = 2 * HOUR, ...rest } = own
  const lastsMs = lasts as Duration
  const daily = { kind: 'repeating', every: 'day', on: [], atMinute: 600 } as const
  return { ...daily, from: null, until: null, ...rest, lastsMs }
}

/** What runs once, from one moment on the shop's clock to another. */
export const once = (starts: string, ends: string): Schedule => ({
  kind: 'once',
  startsAt: shopClock(starts),
  endsAt: shopClock(ends),
})

/** When a session starts, on the shop's clock. */
export const clock = (session: Session | undefined) =>
  session && shopTime(session.startsAt, 'YYYY-MM-DD HH:mm')

/** Schedules as shops have them. */
export const daily = repeating()
export const fridays = repeating({ every: 'week', on: [5], atMinute: 20 * 60 })
export const longFridays = repeating({ every: 'week', on: [5], atMinute: 20 * 60, lasts: 4 * HOUR })
export const memberDays = repeating({ every: 'month', on: [8, 18], atMinute: 0, lasts: DAY })
export const lastDays = repeating({ every: 'month', on: [31] })
export const leapDays = repeating({ every: 'month', on: [29, 30] })
export const nights = repeating({ atMinute: 22 * 60, lasts: 4 * HOUR })
export const weekends = repeating({ every: 'week', on: [6, 7] })
export const newYearNights = repeating({
  every: 'month',
  on: [31],
  atMinute: 23 * 60,
  lasts: 3 * HOUR,
})
