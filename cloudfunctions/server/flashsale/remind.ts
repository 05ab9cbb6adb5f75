import { fail } from '@domain/failure'
import { remindAtOf } from '@domain/flashsale/reminder'
import type { SaleId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { deals } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { flashStartLetter } from '../messages/letters'
import { enqueue } from '../messages/outbox'

/** A session of a sale, as a reminder is about it. */
export interface RemindedSession {
  readonly saleId: SaleId
  readonly startsAt: Instant
}

/** The subject of a session's reminder. */
export const reminderSubject = ({ saleId, startsAt }: RemindedSession): string =>
  `${saleId}.${startsAt}`

/**
 * Leaves a message that reminds a member of a session before it starts. Asked again, the one that
 * is there stands: it goes out once. Two SDK calls.
 */
export async function remindOf(session: RemindedSession, { memberId, now }: Caller) {
  const { saleId, startsAt } = session
  const [deal] = await deals.find({ kind: 'flash', saleId, startsAt }, { limit: 1 })
  if (!deal) return fail('deal_unknown')
  if (now >= startsAt) return fail('deal_over')
  const sendAt = remindAtOf(startsAt, now)
  const subject = reminderSubject(session)
  await enqueue({ kind: 'flashStart', memberId, subject, sendAt, ...flashStartLetter(deal) })
  return { remindAt: sendAt }
}
