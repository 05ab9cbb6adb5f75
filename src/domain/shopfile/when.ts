import type { Schedule } from '../schedule'
import { DAY, HOUR, instant, MINUTE, type Duration, type Instant } from '../time'
import type { FileWhen } from './promotions.contract'

const units: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY }

const relative = /^([+-])(\d+)([mhd])$/

/** Whether a file's time counts from the moment at which the file is read in. */
export function isRelative(text: string): boolean {
  return relative.test(text)
}

/** A file's time: `+3d` counts from `now`, a date stands for itself. */
export function fileMoment(text: string, now: Instant): Instant {
  const [, sign, amount, unit] = relative.exec(text) ?? []
  if (!sign || !unit) return instant(Date.parse(text))
  return instant(now + (sign === '-' ? -1 : 1) * Number(amount) * (units[unit] ?? 0))
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `2h`, `90m` in milliseconds. */
function lengthOf(text: string): Duration {
  const [, amount, unit] = /^(\d+)([mh])$/.exec(text) ?? []
  return (Number(amount) * (units[unit ?? ''] ?? 0)) as Duration
}

/** `20:30` in minutes after midnight. */
function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

type Repeats = NonNullable<FileWhen['repeats']>

/** The days that a rhythm of the file may name. */
const daysIn = { week: 'mon to sun', month: '1 to 31' } as const

/** A day of the file that its rhythm does not have, with its place; nothing where all fit. */
export function dayFault({
  every,
  on = [],
}: Repeats): { readonly index: number; readonly fault: string } | undefined {
  if (every === 'day') return undefined
  const index = on.findIndex((day) => dayOf(day, every) === 0)
  const day = on[index]
  if (day === undefined) return undefined
  return { index, fault: `a ${every} has no day "${day}": it has ${daysIn[every]}` }
}

/** A day as the file writes it: Monday is 1; a day that does not fit its rhythm is 0. */
function dayOf(day: string | number, every: string): number {
  if (every === 'week') return typeof day === 'string' ? weekdays.indexOf(day) + 1 : 0
  return typeof day === 'number' ? day : 0
}

/**
 * When something of the file runs; nothing where the file does not say. With `repeats` the start
 * and the end bound the sessions, without it they are the one session.
 */
export function scheduleOf(when: FileWhen, now: Instant): Schedule | undefined {
  const { startsAt, endsAt, repeats } = when
  const from = startsAt === undefined ? null : fileMoment(startsAt, now)
  const until = endsAt === undefined ? null : fileMoment(endsAt, now)
  if (repeats) {
    const { every, on = [], at, lasts } = repeats
    const days = on.map((day) => dayOf(day, every))
    const rhythm = { every, on: days, atMinute: minuteOf(at), lastsMs: lengthOf(lasts) }
    return { kind: 'repeating', ...rhythm, from, until }
  }
  return from === null || until === null
    ? undefined
    : { kind: 'once', startsAt: from, endsAt: until }
}
