import { fail, hasFailed, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import { EVENTS_KEPT } from '@domain/events/event'
import type { LiveReview, ReviewFigures } from '@domain/live/review'
import { reviewOf } from '@domain/live/reviewOf'
import { after } from '@domain/time'
import { record } from '../audit/record'
import { liveReviews } from '../kit/collections'
import { digestOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { readMaterial, readSession, type Begun } from './material'

/** Why there is nothing to review. */
type Refusal = Failure<'live_unknown' | 'live_unstarted'>

/** Counts a session anew. Beside who asks some fifteen SDK calls (see `readMaterial`). */
export async function recountReview(
  { liveId }: { readonly liveId: LiveId },
  caller: Caller,
): Promise<{ readonly review: LiveReview } | Refusal> {
  const begun = await readBegun(liveId)
  if (hasFailed(begun)) return begun
  return { review: await countReview(begun, caller) }
}

/** A session that has begun: only of those there is something to count. */
export async function readBegun(liveId: LiveId): Promise<Begun | Refusal> {
  const found = await readSession(liveId)
  if (!found) return fail('live_unknown')
  const { session, room } = found
  const { startedAt } = room
  return startedAt === null ? fail('live_unstarted') : { session, room: { ...room, startedAt } }
}

/**
 * Counts a session and keeps the figures in the place of earlier ones. Figures that came out
 * differently are noted in the record, once.
 */
export async function countReview(begun: Begun, caller: Caller): Promise<LiveReview> {
  const { session, room } = begun
  const before = await liveReviews.get(session._id)
  // What phones told is forgotten by then: to count anew would be to lose it.
  const isForgotten = after(room.startedAt, EVENTS_KEPT) <= caller.now
  if (before && isForgotten) return before
  const counted = reviewOf(await readMaterial(begun, caller.now))
  const figures = {
    ...counted,
    reserved: Math.max(counted.reserved, before?.figures.reserved ?? 0),
  }
  const review: LiveReview = { _id: session._id, countedAt: caller.now, figures }
  await liveReviews.put(review)
  await note(review, before, caller)
  return review
}

function note(
  { _id: subject, figures }: LiveReview,
  before: LiveReview | undefined,
  caller: Caller,
): Promise<void> {
  const digest = digestOf([JSON.stringify(figures)])
  const deed = { caller, requestId: `review ${subject} ${digest}`, action: 'live.recount' }
  const [was, is] = [before ? told(before.figures) : {}, told(figures)]
  return record({ ...deed, input: { digest } }, { subject, reason: '', before: was, after: is })
}

const told = ({ gmvFen, orders, paid, viewers }: ReviewFigures) => ({
  gmvFen,
  orders,
  paid,
  viewers,
})
