import { fail, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import { liveRemindAt } from '@domain/live/reminder'
import type { Instant } from '@domain/time'
import { liveRooms, liveSessions } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { liveStartLetter } from '../messages/letters'
import { enqueue } from '../messages/outbox'

/**
 * Leaves a message that reminds a member of a session before it starts. Asked again, the one that
 * is there stands: it goes out once. Three SDK calls.
 */
export async function reserveLive(
  { liveId }: { readonly liveId: LiveId },
  { memberId, now }: Caller,
): Promise<{ readonly remindAt: Instant } | Failure<'live_unknown' | 'live_over'>> {
  const [session, room] = await Promise.all([liveSessions.get(liveId), liveRooms.get(liveId)])
  if (!session || !room) return fail('live_unknown')
  if (room.status === 'ended') return fail('live_over')
  const sendAt = liveRemindAt(session.startsAt, now)
  const letter = liveStartLetter(session)
  await enqueue({ kind: 'liveStart', memberId, subject: liveId, sendAt, ...letter })
  return { remindAt: sendAt }
}
