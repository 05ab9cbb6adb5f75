import type { LiveId } from '@domain/ids'
import { warmUp, type WarmUpDay } from '@domain/live/running'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'

interface WarmingUp extends WarmUpDay {
  readonly requestId: string
  readonly liveId: LiveId
}

/** Notes how many posters of a day of the warm-up went out. Beside who asks four SDK calls. */
export function noteWarmUp(wish: WarmingUp, caller: Caller) {
  const { requestId, liveId, daysBefore, posters } = wish
  return doInRoom(
    { caller, requestId, liveId, action: 'live.warmUp', input: wish },
    {
      decide: (room) => warmUp(room, { daysBefore, posters }),
      work: () => Promise.resolve({ reason: '', before: {}, after: { daysBefore, posters } }),
    },
  )
}
