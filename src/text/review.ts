import type { MinuteFigures, ReviewFigures } from '@domain/live/review'
import type { Bps, Fen } from '@domain/money'
import { fen } from '@domain/money'
import { shopTime, type Instant } from '@domain/time'
import { money } from './money'
import { when } from './when'

/** A rate with one digit: 12.5%. */
export const percent = (rate: Bps): string => `${(rate / 100).toFixed(1).replace(/\.0$/, '')}%`

type Unit = 'fen' | 'count' | 'bps'

/** The figures of a review that one number tells, in the order in which they are shown. */
export const sums = [
  { key: 'gmvFen', name: '成交额', unit: 'fen' },
  { key: 'refundedFen', name: '已退款', unit: 'fen' },
  { key: 'orders', name: '下单', unit: 'count', of: '单' },
  { key: 'paid', name: '付款', unit: 'count', of: '单' },
  { key: 'buyers', name: '买的人', unit: 'count', of: '人' },
  { key: 'viewers', name: '看的人', unit: 'count', of: '人' },
  { key: 'visits', name: '进来次数', unit: 'count', of: '次' },
  { key: 'peak', name: '最多同时', unit: 'count', of: '人' },
  { key: 'newMembers', name: '新会员', unit: 'count', of: '人' },
  { key: 'reserved', name: '预约', unit: 'count', of: '人' },
  { key: 'clickToOrderBps', name: '点击到下单', unit: 'bps' },
  { key: 'orderToPayBps', name: '下单到付款', unit: 'bps' },
  { key: 'refundBps', name: '退款率', unit: 'bps' },
] as const satisfies readonly {
  readonly key: keyof ReviewFigures
  readonly name: string
  readonly unit: Unit
  readonly of?: string
}[]

/** One figure of a review that one number tells. */
export type Sum = (typeof sums)[number]

/** A figure with its unit: ¥128, 12 单, 3.5%. */
export function sumText(sum: Sum, { [sum.key]: value }: ReviewFigures): string {
  if (sum.unit === 'fen') return money(fen(value))
  return sum.unit === 'bps' ? percent(value as Bps) : `${value} ${sum.of}`
}

/** How a figure differs from the session before it: 比上一场多 12 单, 比上一场少 ¥30, 和上一场一样. */
export function comparedText(sum: Sum, now: ReviewFigures, before: ReviewFigures): string {
  const more = now[sum.key] - before[sum.key]
  if (more === 0) return '和上一场一样'
  const by = Math.abs(more)
  if (sum.unit === 'bps') {
    return `比上一场${more > 0 ? '高' : '低'} ${(by / 100).toFixed(1)} 个百分点`
  }
  const words = sum.unit === 'fen' ? money(fen(by)) : `${by} ${sum.of}`
  return `比上一场${more > 0 ? '多' : '少'} ${words}`
}

/** What the minutes of a session can be drawn by. */
export const minuteMetrics = ['paidFen', 'orders', 'viewers'] as const
export type MinuteMetric = (typeof minuteMetrics)[number]

/** A minute as a chart names it: 20:05. */
export const minuteText = (at: Instant): string => shopTime(at, 'HH:mm')

/** A figure of a minute: ¥128, 3. */
export const minuteFigure = (metric: MinuteMetric, value: number): string =>
  metric === 'paidFen' ? money(fen(Math.round(value))) : `${value}`

/** What the chart says to who can't see it: the whole, and the best minute. */
export function minutesLabel(minutes: readonly MinuteFigures[], metric: MinuteMetric): string {
  const best = minutes.reduce<MinuteFigures | undefined>(
    (top, minute) => (!top || minute[metric] > top[metric] ? minute : top),
    undefined,
  )
  const name = reviewText.metrics[metric]
  if (!best) return `${name}，没有数据`
  return `${name}，共 ${minutes.length} 分钟，最高 ${minuteText(best.at)} ${minuteFigure(metric, best[metric])}`
}

/** The steps of the funnel. */
export const funnelSteps = ['exposed', 'clicked', 'ordered', 'paid'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** A step of the funnel, of those who got to the one before it. */
export const stepRate = (is: number, before: number): string =>
  before === 0 ? '—' : `${Math.round((is / before) * 100)}%`

/** The words of a review. */
export const reviewText = {
  title: '复盘',
  ran: (startedAt: Instant, endedAt: Instant | null, now: Instant) =>
    endedAt === null
      ? `${when(startedAt, now)} 开播，还在播`
      : `${when(startedAt, now)} 到 ${shopTime(endedAt, 'HH:mm')}`,
  countedAt: (at: Instant, now: Instant) => `${when(at, now)} 统计`,
  countedWhileLive: '这是还在播的时候统计的，播完请重新统计',
  recount: '重新统计',
  recounted: '重新统计好了',
  export: '导出表格',
  exported: '表格导出好了',
  notExported: '没有导出，请再试一次',
  sums: '这一场',
  peakAt: (at: Instant | null) => (at === null ? '' : `${minuteText(at)} 最多`),
  first: '这是第一场，没有上一场可以比',
  minutes: '每分钟',
  metrics: { paidFen: '成交额', orders: '订单', viewers: '在看人数' } satisfies Record<
    MinuteMetric,
    string
  >,
  noMinutes: '还没有数据，播起来就有了',
  funnel: '从看到到付款',
  steps: {
    exposed: '看到商品',
    clicked: '点开商品',
    ordered: '下单',
    paid: '付款',
  } satisfies Record<FunnelStep, string>,
  people: (count: number) => `${count} 人`,
  ofBefore: (rate: string) => `上一步的 ${rate}`,
  products: '商品',
  shelf: '直播间外的商品',
  product: ({
    exposed,
    clicked,
    orders,
    pieces,
  }: Record<'exposed' | 'clicked' | 'orders' | 'pieces', number>) =>
    `看到 ${exposed} · 点开 ${clicked} · 下单 ${orders} · 卖出 ${pieces} 件`,
  refunded: (sum: Fen) => `退了 ${money(sum)}`,
  more: (count: number) => `再看 ${count} 款`,
  guides: '导购带来的',
  stores: '门店带来的',
  brought: ({ orders, buyers }: Record<'orders' | 'buyers', number>) =>
    `${orders} 单 · ${buyers} 人`,
  noGuides: '没有导购带来的订单',
  noStores: '没有门店带来的订单',
  coupons: '优惠券',
  coupon: (claimed: number, used: number) => `领 ${claimed} · 用 ${used}`,
  couponOff: (sum: Fen) => `抵了 ${money(sum)}`,
  noCoupons: '这一场没有发券',
  lotteries: '抽奖',
  lottery: (entries: number, prizes: number, claimed: number) =>
    `${entries} 人参加 · 奖品 ${prizes} 份 · 领走 ${claimed} 份`,
  noLotteries: '这一场没有抽奖',
  notes: '下一场怎么做更好',
  notePlaceholder: '例如：车厘子放到前半小时讲，备货加一倍',
  note: '记一条',
  noted: '记下了',
  noteMissing: '先写几个字',
  noNotes: '还没有记。趁刚播完，把要改的写下来。',
} as const
