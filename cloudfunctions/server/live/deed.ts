import { hasFailed, fail, type Failure, type FailureCode } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import type { KeptRoom, LiveRoom } from '@domain/live/room'
import { isGranted, noteGranted, type Request } from '@domain/requests'
import { earlierDeed, record, type Change, type Deed } from '../audit/record'
import { liveRooms } from '../kit/collections'
import { difference } from '../kit/database'
import { wishOf } from '../kit/ids'
import { untilThrough } from '../kit/weather'

/** A wish of somebody who runs a session. */
export interface RoomDeed extends Deed {
  readonly liveId: LiveId
}

/** What the record tells of a deed. */
export type Told = Omit<Change, 'subject'>

/** What one wish does. */
export interface Act<Code extends FailureCode> {
  /** What becomes of the room, or why that can't be. */
  readonly decide: (room: LiveRoom) => LiveRoom | Failure<Code>
  /**
   * Does what is decided outside of the room, and tells what it did. It comes before the room,
   * which viewers look at; who is interrupted asks again, so it must do nothing twice for one wish.
   */
  readonly work: () => Promise<Told | Failure<Code>>
  /** Whether what was worked stands, and is noted, where somebody ends the session meanwhile. */
  readonly outlivesEnd?: true
}

/** What a deed is answered with. */
export type Done<Code extends FailureCode> =
  { readonly room: LiveRoom } | Failure<Code | 'request_reused' | 'live_unknown'>

/**
 * Does something in a room, once for each wish: first the work, then the room, which counts its
 * writes and remembers the wish, then the record. Killed anywhere in between, a repeat goes on
 * where it stopped. Beside the work four SDK calls, two for a repeat.
 */
export async function doInRoom<Code extends FailureCode>(
  deed: RoomDeed,
  { decide, work, outlivesEnd }: Act<Code>,
): Promise<Done<Code>> {
  const [earlier, room] = await Promise.all([earlierDeed(deed), liveRooms.get(deed.liveId)])
  if (hasFailed(earlier)) return earlier
  if (!room) return fail('live_unknown')
  if (earlier) return { room: roomOf(room) }
  const granting = grantingOf(deed, decide)
  const first = granting(room)
  if (hasFailed(first)) return first
  const told = await work()
  if (hasFailed(told)) return told
  const late = (room: LiveRoom) => (outlivesEnd && room.status === 'ended' ? room : decide(room))
  const done = await changeRoom(room, grantingOf(deed, late))
  if (hasFailed(done)) return done
  await record(deed, { subject: deed.liveId, ...told })
  return { room: roomOf(done) }
}

/** A room as others see it: without the wishes that it remembers. */
export function roomOf({ requests: _requests, ...room }: KeptRoom): LiveRoom {
  return room
}

/** Decides about a room, unless the wish was granted in it before: then it stays as it is. */
function grantingOf<Code extends FailureCode>(
  { requestId, action, input, caller: { now } }: RoomDeed,
  decide: Act<Code>['decide'],
) {
  const request: Request = { requestId, wish: wishOf(action, input) }
  return (room: KeptRoom): KeptRoom | Failure<Code | 'request_reused'> => {
    const before = isGranted(room.requests, request)
    if (before) return hasFailed(before) ? before : room
    const decided = decide(room)
    if (hasFailed(decided)) return decided
    return { ...decided, requests: noteGranted(room.requests, request, now) }
  }
}

/** Writes what is decided about a room; decides anew where another was faster. */
export async function changeRoom<Code extends FailureCode>(
  known: KeptRoom,
  decide: (room: KeptRoom) => KeptRoom | Failure<Code>,
): Promise<KeptRoom | Failure<Code>> {
  let fresh: KeptRoom | undefined = known
  return untilThrough(async () => {
    const before = fresh ?? (await liveRooms.get(known._id)) ?? known
    fresh = undefined
    const decided = decide(before)
    if (hasFailed(decided) || decided === before) return decided
    const after = { ...decided, rev: before.rev + 1 }
    const written = await liveRooms.changeIf(
      before._id,
      { rev: before.rev },
      difference(before, after),
    )
    return written ? after : 'lost'
  })
}
