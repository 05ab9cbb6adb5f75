import type { OrderId } from '../ids'
import type { Fen } from '../money'
import type { Moves } from '../moves'
import { after, HOUR, instant, MINUTE, SECOND, type Duration, type Instant } from '../time'

/** Where a refund stands, and what moves it. */
export type RefundStatus = 'requested' | 'sent' | 'succeeded' | 'failed'
export type RefundEvent = 'send' | 'succeed' | 'fail'

/**
 * The life of a refund. A failed one is sent again under the same number: for WeChat Pay the same
 * out_refund_no is one and the same refund, so money can't go back twice.
 */
export const refundMoves: Moves<RefundStatus, RefundEvent> = {
  requested: { send: 'sent', fail: 'failed' },
  sent: { succeed: 'succeeded', fail: 'failed' },
  succeeded: {},
  failed: { send: 'sent', fail: 'failed' },
}

/** Why the money goes back. */
export type RefundReason =
  /** 退差价: the ladder ended lower than what was paid. */
  | 'difference'
  /** The shopper asked before the close, or before the goods were handed over. */
  | 'asked'
  /** The ladder did not reach its first step, or the team was not complete in time. */
  | 'unformed'
  /** The payment came after the order had ended. */
  | 'late'
  /** 老带新: when the payment came in, the member was a newcomer no more. */
  | 'not-newcomer'
  /** 售后: staff granted a request for some or all pieces. */
  | 'after-sale'

/** Money on its way back. */
export interface Refund {
  /** WeChat Pay's out_refund_no (at most 64 characters): the order's id of 28 and two more. */
  readonly no: string
  readonly reason: RefundReason
  readonly amountFen: Fen
  readonly status: RefundStatus
  readonly requestedAt: Instant
  /** When it was last sent to the gateway; the next refund of the order waits a minute from it. */
  readonly sentAt: Instant | null
  readonly succeededAt: Instant | null
  readonly tries: number
  /** What the gateway said when it refused, for the operator. */
  readonly trouble: string | null
}

const suffix: Readonly<Record<RefundReason, string>> = {
  difference: 'd',
  asked: 'a',
  unformed: 'u',
  late: 'l',
  'not-newcomer': 'n',
  'after-sale': 's',
}

/**
 * The refund's number: the same order and reason always give the same one. Of after-sale requests
 * there may be several; each has its own `part`, from 1.
 */
export function refundNo(orderId: OrderId, reason: RefundReason, part?: number): string {
  return `${orderId}-${suffix[reason]}${part ?? ''}`
}

/** A new refund, before the gateway heard of it. `no` is its `refundNo`. */
export function requestRefund(
  no: string,
  reason: RefundReason,
  amountFen: Fen,
  now: Instant,
): Refund {
  return {
    no,
    reason,
    amountFen,
    status: 'requested',
    requestedAt: now,
    sentAt: null,
    succeededAt: null,
    tries: 0,
    trouble: null,
  }
}

/** WeChat Pay wants at least a minute between two refunds of one payment. */
export const REFUND_SPACING = MINUTE

/** From when on a refund may be sent: a minute after the last one of the same payment. */
export function sendableAt(refunds: readonly Refund[]): Instant {
  const last = Math.max(0, ...refunds.map(({ sentAt }) => sentAt ?? 0))
  return last === 0 ? instant(0) : after(instant(last), REFUND_SPACING)
}

/** When to ask or send again after so many tries: soon at first, at last once an hour. */
export function retryDelay(tries: number): Duration {
  return Math.min(HOUR, 10 * SECOND * 2 ** Math.min(tries, 10)) as Duration
}

/** What the gateway says of a refund. */
export type RefundNews =
  | { readonly event: 'send'; readonly at: Instant }
  | { readonly event: 'succeed'; readonly at: Instant }
  | { readonly event: 'fail'; readonly trouble: string }

/** Moves a refund by what the gateway said; news that changes nothing leaves it as it is. */
export function moveRefund(refund: Refund, news: RefundNews): Refund {
  const status = refundMoves[refund.status][news.event]
  if (!status) return refund
  const tries = refund.tries + 1
  if (news.event === 'succeed') return { ...refund, status, tries, succeededAt: news.at }
  if (news.event === 'send') return { ...refund, status, tries, sentAt: news.at, trouble: null }
  return { ...refund, status, tries, trouble: news.trouble }
}
