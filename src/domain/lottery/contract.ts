import * as z from 'zod'
import { action, id, requestId } from '../contract'
import type { FileId } from '../ids'
import { enterMinutes, type Lottery } from './lottery'

/** A lottery as its viewers see it: everything by which the draw can be made again. */
export type LotteryView = Lottery & {
  readonly picture: FileId | null
  /** The caller's own entry code; null for who did not enter. */
  readonly ownCode: string | null
  /** Whether the caller has won; the prize is then ordered in the lottery's deal. */
  readonly hasWon: boolean
  /** Whether the caller's prize is ordered. */
  readonly isClaimed: boolean
}

/** 抽奖. */
export const lotteryContract = {
  'lottery.see': action({
    input: z.strictObject({ lotteryId: id<'lottery'>() }),
    output: z.custom<LotteryView>(),
    fails: ['lottery_unknown'],
  }),
  /** Enters the caller, once, however often it is asked. */
  'lottery.enter': action({
    input: z.strictObject({ lotteryId: id<'lottery'>() }),
    output: z.custom<{ readonly code: string }>(),
    fails: ['lottery_unknown', 'lottery_over', 'busy'],
  }),
  /** A page of the sealed list, from 0 on; empty behind the last one. */
  'lottery.entries': action({
    input: z.strictObject({ lotteryId: id<'lottery'>(), page: z.int().min(0).max(10_000) }),
    output: z.custom<{ readonly codes: readonly string[] }>(),
    fails: ['lottery_unknown', 'lottery_unsealed'],
  }),
}

/** What the cockpit does with lotteries. */
export const lotteryStaffContract = {
  /** Opens a lottery for one of the session's prizes, by its place among them. */
  'lottery.open': action({
    input: z.strictObject({
      requestId,
      liveId: id<'live'>(),
      place: z.int().min(0).max(100),
      minutes: z.int().min(enterMinutes.least).max(enterMinutes.most),
    }),
    output: z.custom<{ readonly lottery: Lottery }>(),
    fails: [
      'role_missing',
      'request_reused',
      'live_unknown',
      'lottery_unknown',
      'live_cannot',
      'busy',
    ],
  }),
  /** Seals the list of entries, and draws. */
  'lottery.draw': action({
    input: z.strictObject({ requestId, lotteryId: id<'lottery'>() }),
    output: z.custom<{ readonly lottery: Lottery }>(),
    fails: ['role_missing', 'request_reused', 'lottery_unknown', 'lottery_open', 'busy'],
  }),
}
