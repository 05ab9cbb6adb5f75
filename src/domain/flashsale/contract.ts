import * as z from 'zod'
import { action, id, moment } from '../contract'
import type { FlashProgress } from '../deals/progress'
import type { SaleId } from '../ids'
import type { Audience } from '../members/audience'
import type { Instant } from '../time'

/** Who may buy, as a sentence needs it: with the name of the level, where it is for one. */
export interface AudienceView {
  readonly kind: Audience['kind']
  readonly name: string
  /** Whether the caller is one of them. */
  readonly isIn: boolean
}

/** A session of a flash sale, running or coming. */
export interface FlashSession {
  readonly saleId: SaleId
  readonly name: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly audience: AudienceView
  readonly payMinutes: number
  readonly items: readonly FlashProgress[]
  /** Whether the caller wishes to be reminded. */
  readonly isReminded: boolean
}

/** 秒杀. */
export const flashsaleContract = {
  /** Sessions that run and the next ones, soonest first. */
  'flashsale.see': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly sessions: readonly FlashSession[]
      /** The subscribe-message template that a reminder needs the member's consent for. */
      readonly reminderTemplateId: string | null
    }>(),
    fails: ['shop_unknown'],
  }),
  /** Reminds the caller once, shortly before a session starts. Safe to repeat. */
  'flashsale.remind': action({
    input: z.strictObject({ saleId: id<'sale'>(), startsAt: moment }),
    output: z.object({ remindAt: moment }),
    fails: ['deal_unknown', 'deal_over'],
  }),
}
