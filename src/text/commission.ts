import type { CommissionEntry } from '@domain/commission/entry'
import type { IncomeRow } from '@domain/commission/contract'
import type { CommissionRole } from '@domain/commission/rule'
import { commissionStages, type CommissionStage } from '@domain/commission/sums'
import { NEVER } from '@domain/holds/hold'
import { subtract, NOTHING, type Bps, type Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import type { IncomeTab } from '@/stores/CommissionStore'
import { money } from './money'
import { when } from './when'

/** Where commission stands, in the order in which it moves on. */
export const stageText: Readonly<Record<CommissionStage, string>> = {
  pending: '待收货',
  frozen: '冻结中',
  payable: '可提现',
  'paid-out': '已提现',
}

/** What each stage means, in a few words. */
export const stageHint: Readonly<Record<Exclude<CommissionStage, 'frozen'>, string>> = {
  pending: '顾客付了款，还没收货',
  payable: '冻结期满，随时可以提',
  'paid-out': '含正在到账的',
}

/** Until when commission is frozen: 收货后 7 天，最早 11月29日 10:00 可提. */
export function frozenHint(freezeDays: number, nextAt: Instant | null, now: Instant): string {
  const rule = `收货后 ${freezeDays} 天`
  return nextAt === null ? rule : `${rule}，最早 ${when(nextAt, now)} 可提`
}

/** A debt, said plainly. */
export const debtText = {
  title: (payableFen: Fen) => `欠 ${money(subtract(NOTHING, payableFen))}`,
  why: '已经提走的佣金，后来有订单退款了。之后的佣金先抵上，不用另外还。',
} as const

/** A sum with its sign, as a change: +¥3.00, −¥1.20. */
export const change = (amountFen: Fen): string =>
  amountFen < 0 ? money(amountFen) : `+${money(amountFen)}`

/** A rate as people say it: 3%, 0.5%. */
export const percent = (bps: Bps): string => `${bps / 100}%`

/** The tabs of the income page. */
export const incomeTabs: readonly IncomeTab[] = ['all', ...commissionStages]

/** The words of the income page. */
export const incomeText = {
  tabs: { all: '全部', ...stageText } satisfies Record<IncomeTab, string>,
  payout: '提现',
  none: '还没有收入',
  noneOfStage: (stage: CommissionStage) => `没有「${stageText[stage]}」的收入`,
  noneHint: '顾客从你的链接下单付款，佣金就记到这里',
  toMaterial: '去分享',
  loading: '正在读取更多…',
  end: '没有更多了',
} as const

/** What an order was for: 阳光玫瑰葡萄 等 2 样. */
export const goodsText = ({ name, goods }: Pick<IncomeRow, 'name' | 'goods'>): string =>
  goods > 1 ? `${name} 等 ${goods} 样` : name

/** When commission of a row can be paid out, or could. */
export function standingText({ stage, payableAt }: IncomeRow, now: Instant): string {
  if (stage === 'pending') return '等顾客收货'
  return stage === 'frozen' ? `${when(payableAt, now)} 可提` : stageText[stage]
}

const roleText: Readonly<Record<CommissionRole, string>> = {
  guide: '导购分成',
  store: '门店分成',
  host: '主播分成',
  second: '推荐人分成',
}

/** The words of what one order brought. */
export const creditText = {
  sum: '这一单给你的佣金',
  status: '订单',
  /** However it gets to the customer: that is none of the guide's business. */
  paid: '已付款',
  placed: '下单',
  entries: '一笔一笔怎么来的',
} as const

/** One entry: what it is, and how it is reckoned. */
export function entryText(entry: CommissionEntry): {
  readonly title: string
  readonly why: string
} {
  const { source, kind, amountFen } = entry
  if (!source) return { title: kind === 'payout' ? '提现' : '提现退回', why: '' }
  const { role, bps, keptFen, name, ruleVersion } = source
  const reckoned = `${roleText[role]} ${percent(bps)}，货款实收 ${money(keptFen)}`
  if (kind === 'share') return { title: name, why: `${reckoned}（第 ${ruleVersion} 版规则）` }
  const changed = amountFen < 0 ? '有退款或改动，收回多记的' : '有改动，补记'
  return { title: `${name} · 调整`, why: `${changed}：${reckoned}` }
}

/** When an entry can be paid out. */
export function payableText(payableAt: Instant, now: Instant): string {
  if (payableAt >= NEVER) return '等顾客收货'
  return payableAt > now ? `${when(payableAt, now)} 可提` : '可提现'
}
