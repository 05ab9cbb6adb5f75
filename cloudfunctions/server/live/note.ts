import { fail, hasFailed, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import type { ReviewNote } from '@domain/live/review'
import { earlierDeed, record } from '../audit/record'
import { liveNotes, liveSessions } from '../kit/collections'
import { auditIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'

interface Noting {
  readonly requestId: string
  readonly liveId: LiveId
  readonly words: string
}

/** Notes that are shown of a session. */
const MOST_NOTES = 100

/** Notes what is to be done better next time. Beside who asks five SDK calls. */
export async function noteReview(
  noting: Noting,
  caller: Caller,
): Promise<{ readonly notes: readonly ReviewNote[] } | Failure<'request_reused' | 'live_unknown'>> {
  const { requestId, liveId, words } = noting
  const deed = { caller, requestId, action: 'live.note', input: noting }
  const [earlier, session] = await Promise.all([earlierDeed(deed), liveSessions.get(liveId)])
  if (hasFailed(earlier)) return earlier
  if (!session) return fail('live_unknown')
  if (!earlier) {
    const _id = auditIdOf(caller.memberId, requestId)
    await liveNotes.add({ _id, liveId, words, at: caller.now })
    await record(deed, { subject: liveId, reason: '', before: {}, after: { words } })
  }
  return { notes: await readNotes(liveId) }
}

/** The notes on a session, the newest first. One SDK call. */
export async function readNotes(liveId: LiveId): Promise<ReviewNote[]> {
  const found = await liveNotes.find({ liveId }, { order: [['at', 'desc']], limit: MOST_NOTES })
  return found.map(({ words, at }) => ({ words, at }))
}
