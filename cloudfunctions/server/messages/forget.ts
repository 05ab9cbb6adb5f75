import { forgottenBefore } from '@domain/messages/message'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { messages } from '../kit/collections'
import type { Job } from '../timer/job'

/** Messages a tick: what a day leaves behind is gone within some minutes of the night. */
const BATCH = 1000

/**
 * Empties the outbox of what went, or could not go, a month ago; the wallets keep their counts. Two
 * SDK calls, and once a day only.
 */
export const forgetMessages: Job = {
  due: (now) => [{ in: messages, where: old(now) }],
  work: async ({ now }) => {
    const found = await messages.find(old(now), { limit: BATCH, fields: { _id: true } })
    if (found.length === 0) return 0
    return messages.removeAll({ _id: _.in(found.map(({ _id }) => _id)) })
  },
}

const old = (now: Instant) => ({ dueAt: null, sendAt: _.lt(forgottenBefore(now)) })
