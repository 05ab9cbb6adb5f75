import { fail, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import type { LiveRoom } from '@domain/live/room'
import { claimBy, type Claim } from '../coupons/claim'
import { liveRooms } from '../kit/collections'
import type { Caller } from '../kit/serve'

type RoomRefusal = Failure<'live_unknown' | 'template_unknown' | 'live_over'>

/**
 * Claims a coupon that was dropped into a room, while the session runs. Five SDK calls, two for a
 * repeat.
 */
export async function claimDropped(
  { liveId, ...claim }: Claim & { readonly liveId: LiveId },
  caller: Caller,
) {
  const room = await liveRooms.get(liveId)
  return claimBy({ channel: 'live', refusals: refusalsOf(room, claim) }, claim, caller)
}

/** What the room has against it: only what was dropped there can be claimed there. */
function refusalsOf(room: LiveRoom | undefined, { templateId }: Claim): readonly RoomRefusal[] {
  if (!room) return [fail('live_unknown')]
  const isDropped = room.drops.some((drop) => drop.templateId === templateId)
  if (!isDropped) return [fail('template_unknown')]
  return room.status === 'live' ? [] : [fail('live_over')]
}
