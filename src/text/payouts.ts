import type { TransferView } from '@domain/payouts/contract'
import { transferLimits, type TransferStatus } from '@domain/payouts/payout'
import { fen, type Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import type { CollectOutcome } from '@/platform/collect'
import { money } from './money'
import { transferReason } from './transferReason'
import { when, whenWithin } from './when'

/** Where a transfer stands. */
export const transferText: Readonly<Record<TransferStatus, string>> = {
  waiting: '正在发起',
  sent: '待你确认',
  paid: '已到账',
  lapsed: '过期未确认，已退回可提现',
  failed: '没有成功，已退回可提现',
}

/** A state's tone: amber waits, leaf is in order, plain is over. */
export const transferTone = {
  waiting: 'amber',
  sent: 'amber',
  paid: 'leaf',
  lapsed: 'plain',
  failed: 'plain',
} as const satisfies Readonly<Record<TransferStatus, string>>

/** What a transfer's state means: until when to confirm, or what WeChat said. */
export function transferHint(
  { status, reason, confirmBefore }: TransferView,
  now: Instant,
): string | undefined {
  if (status === 'sent' && confirmBefore !== null)
    return `请在${whenWithin(confirmBefore, now)} 前确认`
  if (status === 'failed' && reason !== '') return transferReason(reason)
  return undefined
}

/** The least that WeChat transfers. */
export const leastFen = fen(transferLimits.leastFen)

/** The words of the payout page. */
export const payoutsText = {
  payable: '可提现',
  ask: (sum: Fen) => `提现 ${money(sum)}`,
  short: `满 ${money(leastFen)} 就能提`,
  underway: '上一笔提完再提下一笔',
  rule: `提到微信零钱。单笔最多 ${money(fen(transferLimits.mostFen))}，多的会分成几笔，每笔都要你点一下确认收款；${transferLimits.lapseHours} 小时没确认会退回这里。`,
  question: (sum: Fen) => ({
    title: `提现 ${money(sum)}？`,
    text: '微信会请你逐笔确认收款，确认后钱进零钱。',
    yes: '提现',
    no: '再等等',
  }),
  asked: '已发起，请确认收款',
  history: '提现记录',
  none: '还没有提现过',
  at: (at: Instant, now: Instant) => `${when(at, now)} 发起`,
  paid: (sum: Fen) => `已到账 ${money(sum)}`,
  back: (sum: Fen) => `退回 ${money(sum)}`,
  collect: '确认收款',
  check: '看看到账没有',
  loading: '正在读取更多…',
  end: '没有更多了',
} as const

/** What to say after WeChat's sheet for confirming was closed. */
export const collectText: Readonly<Record<CollectOutcome, string>> = {
  confirmed: '已确认，马上到账',
  left: '还没确认，过期前都可以再点',
  unsupported: '请在手机微信里打开小程序确认',
  failed: '没有确认成功，请再试一次',
}
