import { NEVER } from '../holds/hold'
import type { GuideId, MemberId, PayoutId } from '../ids'
import { add, fen, lesser, NOTHING, type Fen } from '../money'
import type { Moves } from '../moves'
import { after, HOUR, instant, MINUTE, type Duration, type Instant } from '../time'

/** Where one transfer stands. */
export type TransferStatus = 'waiting' | 'sent' | 'paid' | 'lapsed' | 'failed'

/** What moves a transfer. */
export type TransferEvent = 'send' | 'confirm' | 'lapse' | 'fail'

/**
 * 商家转账. send: WeChat took it, and the guide has to confirm it; confirm: the money is theirs;
 * lapse: not confirmed within a day; fail: WeChat says why it can't be paid. Where WeChat's answer
 * to the sending got lost, what comes next is heard first.
 */
export const transferMoves: Moves<TransferStatus, TransferEvent> = {
  waiting: { send: 'sent', confirm: 'paid', lapse: 'lapsed', fail: 'failed' },
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

/** What WeChat says of a transfer. */
export type TransferNews =
  | { readonly event: 'send'; readonly packageInfo: string | null }
  | { readonly event: 'confirm' }
  | { readonly event: 'lapse' | 'fail'; readonly reason: string }

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
  /** When the timer looks at it again; NEVER once it ended. Whoever moves it on may send. */
  readonly dueAt: Instant
  /** What was asked, so that a repeat is known from another wish. */
  readonly wish: string
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

/** The most that one payout takes along. */
export const MOST_PAYOUT = fen(transferLimits.mostFen * transferLimits.mostTransfers)

/** What of a sum one payout takes along; the rest is for the next one. */
export function payoutPart(amountFen: Fen): Fen {
  return lesser(amountFen, MOST_PAYOUT)
}

/**
 * Cuts a sum into transfers: as large as they may be, and where the last one would be too small it
 * takes what is missing from the one before.
 */
export function transferAmounts(amountFen: Fen): readonly Fen[] {
  const { leastFen, mostFen } = transferLimits
  const full = Math.floor(amountFen / mostFen)
  const rest = amountFen - full * mostFen
  const amounts = Array.from({ length: full }, () => fen(mostFen))
  if (rest === 0) return amounts
  if (rest >= leastFen || full === 0) return [...amounts, fen(rest)]
  return [...amounts.slice(1), fen(mostFen - leastFen + rest), fen(leastFen)]
}

/** So long whoever moved a payout on has it alone: longer than any function runs. */
export const SENDING_TIME = (2 * MINUTE) as Duration

/** How often is asked what became of transfers: often at first, as guides confirm at once. */
const ASK_SOON = (5 * MINUTE) as Duration
const ASK_LATER = HOUR

/** What a payout is asked for with. */
export type PayoutWish = Pick<Payout, '_id' | 'guideId' | 'memberId' | 'amountFen' | 'wish'>

/** A payout before WeChat heard of it; who opened it sends it. */
export function openPayout(asked: PayoutWish, now: Instant): Payout {
  const transfers = transferAmounts(asked.amountFen).map((amountFen, index): Transfer => ({
    no: `${asked._id}${String(index + 1).padStart(2, '0')}`,
    amountFen,
    status: 'waiting',
    sentAt: null,
    packageInfo: null,
    reason: '',
  }))
  const dueAt = after(now, SENDING_TIME)
  return { ...asked, transfers, askedAt: now, endedAt: null, dueAt, rev: 0 }
}

/** Whether nothing more can become of a transfer. */
export function hasTransferEnded({ status }: Pick<Transfer, 'status'>): boolean {
  return Object.keys(transferMoves[status]).length === 0
}

/** Whether all transfers of a payout have ended. */
export function allEnded({ transfers }: Pick<Payout, 'transfers'>): boolean {
  return transfers.every(hasTransferEnded)
}

/** Moves a transfer by what WeChat said; news that changes nothing leaves it as it is. */
export function moveTransfer(transfer: Transfer, news: TransferNews, now: Instant): Transfer {
  const status = transferMoves[transfer.status][news.event]
  if (!status) return transfer
  if (news.event === 'send') {
    return { ...transfer, status, sentAt: now, packageInfo: news.packageInfo }
  }
  const reason = 'reason' in news ? news.reason : ''
  return { ...transfer, status, packageInfo: null, reason }
}

/** What became of some transfers, by their numbers. */
export type PayoutNews = ReadonlyMap<string, TransferNews>

/** Records what WeChat said, and when to ask again. */
export function recordNews(payout: Payout, news: PayoutNews, now: Instant): Payout {
  const transfers = payout.transfers.map((transfer) => {
    const told = news.get(transfer.no)
    return told ? moveTransfer(transfer, told, now) : transfer
  })
  return { ...payout, transfers, dueAt: nextLook({ ...payout, transfers }, now) }
}

/** When to look next; at once where only the end is left to be written. */
function nextLook(payout: Payout, now: Instant): Instant {
  if (allEnded(payout)) return now
  if (payout.transfers.some(({ status }) => status === 'waiting')) return after(now, MINUTE)
  const often = now < after(payout.askedAt, HOUR) ? ASK_SOON : ASK_LATER
  const lapses = payout.transfers.flatMap((transfer) => confirmBefore(transfer) ?? [])
  // A minute later WeChat knows that it lapsed.
  const next = Math.min(NEVER, ...lapses.filter((at) => at >= now)) + MINUTE
  return instant(Math.min(next, now + often))
}

/** Until when a transfer can be confirmed; null unless it waits for that. */
export function confirmBefore({ status, sentAt }: Transfer): Instant | null {
  if (status !== 'sent' || sentAt === null) return null
  return after(sentAt, transferLimits.lapseHours * HOUR)
}

/** Ends a payout whose transfers have all ended. */
export function endPayout(payout: Payout, now: Instant): Payout {
  return { ...payout, endedAt: now, dueAt: NEVER }
}

/** What of a payout arrived, and what came back to the payable sum. */
export function payoutSums({ transfers }: Pick<Payout, 'transfers'>): {
  readonly paidFen: Fen
  readonly backFen: Fen
} {
  const sumOf = (...statuses: readonly TransferStatus[]) =>
    transfers
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { amountFen }) => add(sum, amountFen), NOTHING)
  return { paidFen: sumOf('paid'), backFen: sumOf('lapsed', 'failed') }
}
