import type { LiveId } from '@domain/ids'
import { announce } from '@domain/live/running'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'

interface Announcing {
  readonly requestId: string
  readonly liveId: LiveId
  readonly words: string
}

/** Tells all who are in the room something. Beside who asks four SDK calls. */
export function announceWords(wish: Announcing, caller: Caller) {
  const { requestId, liveId, words } = wish
  return doInRoom(
    { caller, requestId, liveId, action: 'live.announce', input: wish },
    {
      decide: (room) => announce(room, words, caller.now),
      work: () => Promise.resolve({ reason: '', before: {}, after: { words } }),
    },
  )
}
