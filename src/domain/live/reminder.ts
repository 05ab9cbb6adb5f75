import { after, MINUTE, type Duration, type Instant } from '../time'

/** So long before a session its reminder goes out: enough to sit down. */
export const LIVE_REMIND_AHEAD = (10 * MINUTE) as Duration

/** When to remind of a session: ten minutes before, or at once when it starts sooner. */
export function liveRemindAt(startsAt: Instant, now: Instant): Instant {
  const ahead = after(startsAt, -1 * LIVE_REMIND_AHEAD)
  return ahead > now ? ahead : now
}
