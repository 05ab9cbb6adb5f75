import type { OutputOf } from '@domain/api'
import { fail } from '@domain/failure'
import { isId, type LiveId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { Seen } from './Seen'

/** A live session with its programme. */
export type LiveView = OutputOf<'live.see'>

/** 直播: the sessions of the shop. */
export class LiveStore {
  readonly sessions: Seen<LiveView>

  constructor(call: Call) {
    this.sessions = new Seen(async (liveId) =>
      isId(liveId) ? call('live.see', { liveId: liveId as LiveId }) : fail('live_unknown'),
    )
  }
}
