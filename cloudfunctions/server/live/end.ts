import type { LiveId } from '@domain/ids'
import { end } from '@domain/live/running'
import type { Instant } from '@domain/time'
import { least } from '../kit/cloud'
import { deals } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'
import type { StageWish } from './start'

/** Ends a session: nothing of it can be bought any more. Beside who asks five SDK calls. */
export function endLive(wish: StageWish, caller: Caller) {
  const { requestId, liveId } = wish
  const { now } = caller
  return doInRoom(
    { caller, requestId, liveId, action: 'live.end', input: wish },
    {
      decide: (room) => end(room, now),
      work: async () => {
        await closeSales(liveId, now)
        return { reason: '', before: { status: 'live' }, after: { status: 'ended' } }
      },
    },
  )
}

/** Takes all goods of a session off sale; who ordered them keeps what they ordered. */
export async function closeSales(liveId: LiveId, now: Instant): Promise<void> {
  await deals.changeAll({ liveId, kind: 'live' }, { endsAt: least(now) })
}
