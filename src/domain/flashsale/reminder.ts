import { after, instant, MINUTE, type Duration, type Instant } from '../time'

/** So long before a session its reminder goes out: enough to open the shop. */
export const REMIND_AHEAD = (5 * MINUTE) as Duration

/** When to remind of a session: five minutes before, or at once when it starts sooner. */
export function remindAtOf(startsAt: Instant, now: Instant): Instant {
  return instant(Math.max(after(startsAt, -1 * REMIND_AHEAD), now))
}
