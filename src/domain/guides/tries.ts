import { fail, type Failure } from '../failure'
import type { MemberId } from '../ids'
import { after, HOUR, type Instant } from '../time'

/** Codes of invitations that a member tried of late: one document for each member who ever did. */
export interface InvitationTries {
  readonly _id: MemberId
  readonly tries: number
  /** They count until then, and from the next one on anew. */
  readonly until: Instant
}

/**
 * Codes that a member may try in an hour, right or wrong: enough for slips of the finger. Whoever
 * guesses among 32^8 codes finds one of a hundred that are open in some hundred thousand years.
 */
export const MOST_TRIES = 10
const TRIES_TIME = HOUR

/** Counts one more try, or refuses it. */
export function tryInvitation(
  memberId: MemberId,
  before: InvitationTries | undefined,
  now: Instant,
): InvitationTries | Failure<'tries_over'> {
  if (!before || before.until <= now) {
    return { _id: memberId, tries: 1, until: after(now, TRIES_TIME) }
  }
  const { tries, until } = before
  return tries >= MOST_TRIES ? fail('tries_over', { until }) : { ...before, tries: tries + 1 }
}
