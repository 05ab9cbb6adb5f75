import { EVENTS_KEPT } from '@domain/events/event'
import { after, shopDay, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { shopEvents } from '../kit/collections'
import type { Job } from '../timer/job'

/** Events a tick: what a day leaves behind is gone within some minutes of the night. */
const BATCH = 1000

/** Forgets what happened on phones a season ago. Two SDK calls, and once a day only. */
export const forgetEvents: Job = {
  due: (now) => [{ in: shopEvents, where: old(now) }],
  work: async ({ now }) => {
    const found = await shopEvents.find(old(now), { limit: BATCH, fields: { _id: true } })
    if (found.length === 0) return 0
    return shopEvents.removeAll({ _id: _.in(found.map(({ _id }) => _id)) })
  },
}

/** Up to a midnight, so that it is done once a day. */
const old = (now: Instant) => ({ at: _.lt(after(shopDay(now), -1 * EVENTS_KEPT)) })
