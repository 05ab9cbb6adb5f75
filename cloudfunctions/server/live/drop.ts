import { fail } from '@domain/failure'
import type { LiveId, TemplateId } from '@domain/ids'
import { drop } from '@domain/live/running'
import { couponTemplates, liveSessions } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'

interface Dropping {
  readonly requestId: string
  readonly liveId: LiveId
  readonly templateId: TemplateId
}

/**
 * Drops a coupon into the room: from now on it can be claimed there. Beside who asks six SDK calls.
 */
export async function dropCoupon(wish: Dropping, caller: Caller) {
  const { requestId, liveId, templateId } = wish
  const { now } = caller
  const [session, template] = await Promise.all([
    liveSessions.get(liveId),
    couponTemplates.get(templateId),
  ])
  if (!template?.isOffered) return fail('template_unknown')
  if (!session) return fail('live_unknown')
  return doInRoom(
    { caller, requestId, liveId, action: 'live.drop', input: wish },
    {
      decide: (room) => drop(room, session, { templateId, now }),
      work: () =>
        Promise.resolve({ reason: '', before: {}, after: { name: template.name, templateId } }),
    },
  )
}
