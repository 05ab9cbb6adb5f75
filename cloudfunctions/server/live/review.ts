import { hasFailed, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import type { LiveReview, ReviewNote } from '@domain/live/review'
import type { LiveSession } from '@domain/live/session'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { liveReviews, liveRooms } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { countReview, readBegun } from './recount'
import { readNotes } from './note'

/** A review as it is read, beside that of the session before. */
interface Reviewed {
  readonly session: Pick<LiveSession, '_id' | 'title'> & {
    readonly startedAt: Instant
    readonly endedAt: Instant | null
  }
  readonly review: LiveReview
  readonly before: LiveReview | null
  readonly notes: readonly ReviewNote[]
}

/**
 * A session's review as it was counted last; counted now, once, where it never was. Beside who asks
 * five SDK calls, and those that counting takes.
 */
export async function seeReview(
  { liveId }: { readonly liveId: LiveId },
  caller: Caller,
): Promise<Reviewed | Failure<'live_unknown' | 'live_unstarted'>> {
  const begun = await readBegun(liveId)
  if (hasFailed(begun)) return begun
  const { session, room } = begun
  const [kept, before, notes] = await Promise.all([
    liveReviews.get(liveId),
    reviewBefore(room.startedAt, caller),
    readNotes(liveId),
  ])
  const review = kept ?? (await countReview(begun, caller))
  const { title } = session
  const { startedAt, endedAt } = room
  return { session: { _id: liveId, title, startedAt, endedAt }, review, before, notes }
}

/** The review of the session that started last before a moment; null before the first one. */
async function reviewBefore(startedAt: Instant, caller: Caller): Promise<LiveReview | null> {
  const [last] = await liveRooms.find(
    { startedAt: _.gt(0).and(_.lt(startedAt)) },
    { order: [['startedAt', 'desc']], limit: 1 },
  )
  if (!last) return null
  const kept = await liveReviews.get(last._id)
  if (kept) return kept
  const begun = await readBegun(last._id)
  return hasFailed(begun) ? null : countReview(begun, caller)
}
