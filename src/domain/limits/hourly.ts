import { fail, type Failure } from '../failure'
import type { MemberId } from '../ids'
import { after, HOUR, type Instant } from '../time'

/**
 * How often a member may do in an hour what is dear: have a mini-program code drawn (WeChat draws
 * 5,000 a minute for all), have a telephone number told (WeChat bills each), try the code of an
 * invitation, right or wrong. Ten are enough for slips of the finger; whoever guesses among 32^8
 * codes finds one of a hundred that are open in some hundred thousand years.
 */
export const hourly = { code: 60, phone: 20, invitation: 10 } as const

/** What is counted by the hour. */
export type Dear = keyof typeof hourly

/** What a member did of that in an hour: one document for each member who ever did any of it. */
export interface HourlyCounts {
  readonly _id: MemberId
  /** They count until then, and from the next time on anew. */
  readonly until: Instant
  readonly counts: Readonly<Partial<Record<Dear, number>>>
}

const nothing: Readonly<Record<Dear, number>> = { code: 0, phone: 0, invitation: 0 }

/** Counts one more time, or refuses it. */
export function countHourly(
  memberId: MemberId,
  dear: Dear,
  before: HourlyCounts | undefined,
  now: Instant,
): HourlyCounts | Failure<'tries_over'> {
  if (!before || before.until <= now) {
    return { _id: memberId, until: after(now, HOUR), counts: { ...nothing, [dear]: 1 } }
  }
  const { until, counts } = before
  const done = counts[dear] ?? 0
  if (done >= hourly[dear]) return fail('tries_over', { until })
  return { ...before, counts: { ...counts, [dear]: done + 1 } }
}
