import type { GuideId, MemberId, PayoutId } from '../ids'
import type { Fen } from '../money'
import type { Moves } from '../moves'
import type { Instant } from '../time'

/** Where one transfer stands. */
export type TransferStatus = 'waiting' | 'sent' | 'paid' | 'lapsed' | 'failed'

/** What moves a transfer. */
export type TransferEvent = 'send' | 'confirm' | 'lapse' | 'fail'

/**
 * 商家转账. send: WeChat took it, and the guide has to confirm it; confirm: the money is theirs;
 * lapse: not confirmed within a day; fail: WeChat says why it can't be paid.
 */
export const transferMoves: Moves<TransferStatus, TransferEvent> = {
  waiting: { send: 'sent', fail: 'failed' },
  sent: { confirm: 'paid', lapse: 'lapsed', fail: 'failed' },
  paid: {},
  lapsed: {},
  failed: {},
}

/** One transfer of a payout, at most as much as WeChat takes in a piece. */
export interface Transfer {
  /** 商户单号: letters and digits, the same whenever it is sent again. */
  readonly no: string
  readonly amountFen: Fen
  readonly status: TransferStatus
  readonly sentAt: Instant | null
  /** What the phone needs to ask the guide for confirmation; null before it was sent. */
  readonly packageInfo: string | null
  /** WeChat's word for what went wrong. */
  readonly reason: string
}

/** 提现: payable commission on its way to a guide, as a batch of transfers. */
export interface Payout {
  readonly _id: PayoutId
  readonly guideId: GuideId
  readonly memberId: MemberId
  readonly amountFen: Fen
  readonly transfers: readonly Transfer[]
  readonly askedAt: Instant
  /** When every transfer has ended; null while one has not. */
  readonly endedAt: Instant | null
  /** When the timer looks at it again; NEVER once it ended. */
  readonly dueAt: Instant
  /** What was asked under which request id. */
  readonly requestId: string
  readonly rev: number
}

/**
 * Limits of 商家转账, by WeChat's own word the usual ones; a merchant may have others. One transfer
 * is of 0.30 to 200 yuan; unconfirmed it lapses after a day.
 */
export const transferLimits = {
  leastFen: 30,
  mostFen: 20_000,
  lapseHours: 24,
  /** Transfers of one payout. */
  mostTransfers: 20,
} as const
