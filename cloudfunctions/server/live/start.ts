import { fail } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import { start } from '@domain/live/running'
import type { Instant } from '@domain/time'
import { _, least } from '../kit/cloud'
import { deals, liveSessions, messages } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'

/** A wish about a session as a whole. */
export interface StageWish {
  readonly requestId: string
  readonly liveId: LiveId
}

/** Starts a session: from now on what it sells can be bought. Beside who asks seven SDK calls. */
export async function startLive(wish: StageWish, caller: Caller) {
  const { requestId, liveId } = wish
  const { now } = caller
  const session = await liveSessions.get(liveId)
  if (!session) return fail('live_unknown')
  return doInRoom(
    { caller, requestId, liveId, action: 'live.start', input: wish },
    {
      decide: (room) => start(room, session, now),
      work: async () => {
        await openSales(liveId, now)
        return { reason: '', before: { status: 'planned' }, after: { status: 'live' } }
      },
    },
  )
}

/**
 * What comes with the start of a session: its goods can be bought, and who asked to be reminded,
 * and was not yet, hears of it now. A repeat changes nothing, not even one that comes after the
 * end: it leaves alone when they stop being sold. Two SDK calls.
 */
export async function openSales(liveId: LiveId, now: Instant): Promise<void> {
  await deals.changeAll({ liveId, kind: 'live' }, { startsAt: least(now) })
  const waiting = { kind: 'liveStart', subject: liveId, dueAt: _.gt(now) }
  await messages.changeAll(waiting, { dueAt: now })
}
