import type { MemberId, SaleId } from '../ids'
import { after, MINUTE, type Duration, type Instant } from '../time'

/** 提醒我: a member's wish to hear of a session before it starts, once. */
export interface Reminder {
  readonly _id: string
  readonly memberId: MemberId
  readonly saleId: SaleId
  /** What the message calls it. */
  readonly name: string
  readonly startsAt: Instant
  /** When the message goes out; null when it went. */
  readonly remindAt: Instant | null
  /** What WeChat said when it refused, e.g. that the member allows no message any more. */
  readonly trouble: string | null
}

/** So long before a session its reminder goes out: enough to open the shop. */
export const REMIND_AHEAD = (5 * MINUTE) as Duration

/** When to remind of a session: five minutes before, or at once when it starts sooner. */
export function remindAtOf(startsAt: Instant, now: Instant): Instant {
  const ahead = after(startsAt, -1 * REMIND_AHEAD)
  return ahead > now ? ahead : now
}
