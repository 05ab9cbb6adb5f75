import * as z from 'zod'
import { action, id, moment, requestId } from '../contract'
import { DWELL_PIECE, eventKinds, MOST_EVENTS } from './event'

const event = z.strictObject({
  kind: z.enum(eventKinds),
  page: z.string().regex(/^[a-zA-Z]{1,24}$/),
  subject: id<'subject'>().nullable(),
  liveId: id<'live'>().nullable(),
  at: moment,
  ms: z.int().min(0).max(DWELL_PIECE),
})

/** What phones note of how the shop is used. */
export const eventsContract = {
  /** Keeps a batch. Safe to repeat: one `requestId`, one batch. One SDK call. */
  'events.record': action({
    input: z.strictObject({ requestId, events: z.array(event).min(1).max(MOST_EVENTS) }),
    output: z.custom<{ readonly kept: number }>(),
    fails: ['busy'],
  }),
}
