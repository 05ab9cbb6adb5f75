import {
  after,
  DAY,
  earlier,
  instant,
  MINUTE,
  monthDayOf,
  shopDay,
  weekdayOf,
  type Duration,
  type Instant,
} from './time'

/** Sessions that come again, by the shop's calendar and clock. */
export interface Repeating {
  readonly kind: 'repeating'
  readonly every: 'day' | 'week' | 'month'
  /**
   * Week: days from 1, Monday, to 7, Sunday. Month: days from 1 to 31; a month without that day
   * skips it. Day: none.
   */
  readonly on: readonly number[]
  /** Minutes after the shop's midnight. */
  readonly atMinute: number
  readonly lastsMs: Duration
  /** Only sessions that start within [from, until) belong to it; null is no limit. */
  readonly from: Instant | null
  readonly until: Instant | null
}

/** When something runs: once, or again and again. */
export type Schedule =
  { readonly kind: 'once'; readonly startsAt: Instant; readonly endsAt: Instant } | Repeating

/** One run of a schedule, from its start up to its end, the end left out. */
export interface Session {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** How far ahead sessions are looked for: more than a year, so that every date comes by. */
export const OVERLAP_HORIZON = (400 * DAY) as Duration

/** From one 31st to the next it is 62 days at the most: a window that is sure to hold a session. */
const LONGEST_WAIT = (64 * DAY) as Duration

/** Four years hold every kind of month, a leap February too. */
const FOUR_YEARS = 1461

/** Whether a repeating schedule has a session on the day that begins at `midnight`. */
function fallsOn({ every, on }: Repeating, midnight: Instant): boolean {
  if (every === 'day') return true
  return on.includes(every === 'week' ? weekdayOf(midnight) : monthDayOf(midnight))
}

function repeatedBetween(schedule: Repeating, from: Instant, to: Instant): Session[] {
  const { atMinute, lastsMs, from: first, until } = schedule
  const sessions: Session[] = []
  for (let day = shopDay(instant(from - lastsMs)); day < to; day = after(day, DAY)) {
    const startsAt = after(day, atMinute * MINUTE)
    const endsAt = after(startsAt, lastsMs)
    const belongs = (first === null || startsAt >= first) && (until === null || startsAt < until)
    const touches = startsAt < to && endsAt > from
    if (belongs && touches && fallsOn(schedule, day)) sessions.push({ startsAt, endsAt })
  }
  return sessions
}

/**
 * The sessions that run at some moment of [from, to), in their order. Of a repeating schedule none
 * are told that start more than `OVERLAP_HORIZON` after `from`.
 */
export function sessionsBetween(schedule: Schedule, from: Instant, to: Instant): Session[] {
  if (schedule.kind === 'repeating')
    return repeatedBetween(schedule, from, earlier(to, after(from, OVERLAP_HORIZON)))
  const { startsAt, endsAt } = schedule
  return startsAt < to && endsAt > from ? [{ startsAt, endsAt }] : []
}

/** The session that is running at `now`: it has started and not ended. */
export function sessionAt(schedule: Schedule, now: Instant): Session | undefined {
  return sessionsBetween(schedule, now, after(now, 1)).pop()
}

/** The first session that starts after `now`; nothing when the schedule is over for good. */
export function nextSession(schedule: Schedule, now: Instant): Session | undefined {
  if (schedule.kind === 'once') {
    const { startsAt, endsAt } = schedule
    return startsAt > now ? { startsAt, endsAt } : undefined
  }
  const since = instant(Math.max(now, schedule.from ?? now))
  return repeatedBetween(schedule, since, after(since, LONGEST_WAIT)).find(
    ({ startsAt }) => startsAt > now,
  )
}

/**
 * The first time from `from` on that both schedules run, as far as both do; nothing when they
 * never meet within `OVERLAP_HORIZON`. Where one ends as the other starts they do not meet.
 */
export function overlap(one: Schedule, other: Schedule, from: Instant): Session | undefined {
  const horizon = after(from, OVERLAP_HORIZON)
  const mine = sessionsBetween(one, from, horizon)
  const theirs = sessionsBetween(other, from, horizon)
  for (let i = 0, j = 0; ;) {
    const [here, there] = [mine[i], theirs[j]]
    if (!here || !there) return undefined
    const startsAt = instant(Math.max(here.startsAt, there.startsAt, from))
    const endsAt = earlier(here.endsAt, there.endsAt)
    if (startsAt < endsAt) return { startsAt, endsAt }
    if (here.endsAt < there.endsAt) i += 1
    else j += 1
  }
}

/** The shortest time from one session's start to the next one's. */
function shortestGap(schedule: Repeating): Duration {
  const someDay = shopDay(instant(0))
  let shortest = Infinity
  let last: Instant | undefined
  for (let n = 0; n <= FOUR_YEARS; n += 1) {
    const day = after(someDay, n * DAY)
    if (!fallsOn(schedule, day)) continue
    if (last !== undefined) shortest = Math.min(shortest, day - last)
    last = day
  }
  return shortest as Duration
}

const lastDay: Readonly<Record<Repeating['every'], number>> = { day: 0, week: 7, month: 31 }

function daysFault({ every, on }: Repeating): string | undefined {
  if (every === 'day') return on.length > 0 ? 'every day needs no days' : undefined
  if (on.length === 0) return `every ${every} needs at least one day`
  const wrong = on.find((day) => !Number.isInteger(day) || day < 1 || day > lastDay[every])
  if (wrong !== undefined) return `a ${every} has no day ${wrong}`
  const twice = on.find((day, index) => on.indexOf(day) < index)
  return twice === undefined ? undefined : `day ${twice} stands twice`
}

/** What is wrong with a schedule, in the words of who set it up; nothing when it can run. */
export function scheduleFault(schedule: Schedule): string | undefined {
  if (schedule.kind === 'once')
    return schedule.endsAt <= schedule.startsAt ? 'the end comes after the start' : undefined
  const { atMinute, lastsMs, from, until } = schedule
  const days = daysFault(schedule)
  if (days !== undefined) return days
  if (!Number.isInteger(atMinute) || atMinute < 0 || atMinute * MINUTE >= DAY)
    return `${atMinute} is not a minute of the day`
  if (!Number.isInteger(lastsMs) || lastsMs <= 0) return 'a session lasts some time'
  if (lastsMs > shortestGap(schedule)) return 'a session is not over when the next one starts'
  if (from !== null && until !== null && until <= from) return 'the end comes after the start'
  return undefined
}
