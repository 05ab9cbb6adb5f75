import * as z from 'zod'
import { action, fenAmount, id, moment, requestId } from '../contract'
import type { PayoutId } from '../ids'
import type { Fen } from '../money'
import type { Instant } from '../time'
import type { TransferStatus } from './payout'

/** A transfer as its guide sees it. */
export interface TransferView {
  readonly no: string
  readonly amountFen: Fen
  readonly status: TransferStatus
  readonly reason: string
  /** Until when it can be confirmed; null unless it waits for that. */
  readonly confirmBefore: Instant | null
  /** What WeChat's sheet for confirming wants; null unless it waits for that. */
  readonly confirm: {
    readonly mchId: string
    readonly appId: string
    readonly packageInfo: string
  } | null
}

/** A payout as its guide sees it. */
export interface PayoutView {
  readonly id: PayoutId
  readonly amountFen: Fen
  readonly paidFen: Fen
  /** What came back to the payable sum. */
  readonly backFen: Fen
  readonly askedAt: Instant
  readonly endedAt: Instant | null
  readonly transfers: readonly TransferView[]
}

/** Payouts of a page. */
export const PAYOUTS_PAGE = 20

/** 提现. */
export const payoutsContract = {
  /**
   * Asks for what is payable, as far as one payout goes, or for less. One payout at a time. The
   * guide confirms each transfer on the phone.
   */
  'payouts.ask': action({
    input: z.strictObject({ requestId, amountFen: fenAmount.optional() }),
    output: z.custom<{ readonly payout: PayoutView }>(),
    fails: [
      'request_reused',
      'guide_missing',
      'payout_closed',
      'payout_underway',
      'payable_short',
      'busy',
    ],
  }),
  /** Asks WeChat at once what became of a payout. */
  'payouts.check': action({
    input: z.strictObject({ payoutId: id<'payout'>() }),
    output: z.custom<{ readonly payout: PayoutView }>(),
    fails: ['guide_missing', 'payout_unknown', 'busy'],
  }),
  'payouts.list': action({
    input: z.strictObject({ before: moment.optional() }),
    output: z.custom<{
      readonly payableFen: Fen
      readonly payouts: readonly PayoutView[]
      readonly hasMore: boolean
    }>(),
    fails: ['guide_missing'],
  }),
}
