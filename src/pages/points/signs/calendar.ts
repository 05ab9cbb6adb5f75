import { dayOf, monthBounds } from '@domain/points/signIn'
import { after, DAY, weekdayOf, type Instant } from '@domain/time'

/** A day of a month, as its calendar and the cloud write it. */
export interface CalendarDay {
  readonly day: number
  readonly date: string
}

/** The name of the month of a moment: 2027-03. */
export const monthOf = (moment: Instant): string => dayOf(moment).slice(0, 7)

/** The month before one, or the one after it. */
export function monthBeside(month: string, side: 'before' | 'after'): string {
  const { startsAt, endsAt } = monthBounds(month)
  return monthOf(side === 'before' ? after(startsAt, -1) : endsAt)
}

/** The days of a month, and how many places are free before the first in a week from Monday on. */
export function daysOf(month: string): {
  readonly free: number
  readonly days: readonly CalendarDay[]
} {
  const { startsAt, endsAt } = monthBounds(month)
  const days = Array.from({ length: Math.round((endsAt - startsAt) / DAY) }, (_, index) => ({
    day: index + 1,
    date: dayOf(after(startsAt, index * DAY)),
  }))
  return { free: weekdayOf(startsAt) - 1, days }
}
