import type { CustomerRow, GoalProgress, RankRow, TrendDay } from '@domain/guides/contract'
import type { GuideKind } from '@domain/guides/guide'
import { add, NOTHING } from '@domain/money'
import { shopTime, type Instant } from '@domain/time'
import type { CustomersTab, TrendSpan } from '@/stores/GuidesStore'
import { money } from './money'
import { whenWithin } from './when'

/** What kinds of guides are called. */
export const guideKindText: Readonly<Record<GuideKind, string>> = {
  employee: '店员',
  agent: '代理',
  customer: '顾客推荐官',
}

/** The words of the workbench. */
export const deskText = {
  today: '今天的收入',
  todayWhy: '今天付款的订单给你的佣金，收货后开始冻结',
  minus: '−',
  visitors: '今天的访客',
  orders: '今天的订单',
  people: (count: number) => `${count} 人`,
  pieces: (count: number) => `${count} 单`,
  income: '我的佣金',
  noIncome: '还没有佣金。把商品分享给顾客，成交后这里会动起来。',
  toPayout: '去提现',
  toMaterial: '去分享',
  entries: {
    material: '分享素材',
    customers: '我的客户',
    trend: '数据趋势',
    ranking: '排行与目标',
    income: '收入明细',
    payouts: '提现记录',
  },
  noPlace: '你还不是导购',
  noPlaceHint: '店里发给你的邀请码，填一次就能开通工作台',
  toAccept: '我有邀请码',
} as const

/** The words of becoming a guide. */
export const acceptText = {
  title: '成为导购',
  hint: '填店里发给你的邀请码。每个码只能用一次，7 天内有效。',
  placeholder: '8 位邀请码',
  accept: '开通工作台',
  missing: '请先填邀请码',
  welcome: (name: string) => `欢迎你，${name}`,
  opened: (kind: GuideKind) => `你的${guideKindText[kind]}工作台已经开通`,
  next: '从你分享出去的链接买的东西，佣金记在你名下，每一笔都能查到怎么来的。',
  toDesk: '去工作台',
} as const

/** Figures of a day that a trend can show. */
export const trendMetrics = ['visitors', 'orders', 'incomeFen'] as const
export type TrendMetric = (typeof trendMetrics)[number]

/** The words of the trend. */
export const trendText = {
  metrics: { visitors: '访客', orders: '订单', incomeFen: '收入' },
  spans: { '7': '近 7 天', '30': '近 30 天' } satisfies Record<`${TrendSpan}`, string>,
  day: '日期',
  table: '每天的数字',
  sums: '合计',
  nothing: '这些天还没有数据，分享出去就有了',
} as const

/** A day as a table names it: 11/22. */
export const dayText = (day: Instant): string => shopTime(day, 'M/D')

/** A figure of a day: 12, ¥3.50. */
export function figureText(day: Pick<TrendDay, TrendMetric>, metric: TrendMetric): string {
  return metric === 'incomeFen' ? money(day.incomeFen) : `${day[metric]}`
}

/** The figures of some days together. */
export function sumsOf(days: readonly TrendDay[]): Pick<TrendDay, TrendMetric> {
  return {
    visitors: days.reduce((sum, { visitors }) => sum + visitors, 0),
    orders: days.reduce((sum, { orders }) => sum + orders, 0),
    incomeFen: days.reduce((sum, { incomeFen }) => add(sum, incomeFen), NOTHING),
  }
}

/** What a chart says to who can't see it: 近 7 天访客，11/16 3，11/17 12…… */
export function chartLabel(days: readonly TrendDay[], metric: TrendMetric): string {
  const figures = days.map((day) => `${dayText(day.day)} ${figureText(day, metric)}`)
  return [trendText.metrics[metric], ...figures].join('，')
}

/** The words of the guide's customers. */
export const customersText = {
  tabs: { all: '全部', unbought: '看过没买' } satisfies Record<CustomersTab, string>,
  nobody: '微信用户',
  visits: ({ visits, lastVisitAt }: CustomerRow, now: Instant) =>
    `来过 ${visits} 次，最近一次是${whenWithin(lastVisitAt, now)}`,
  orders: ({ orders, lastOrderAt }: CustomerRow, now: Instant) =>
    lastOrderAt === null
      ? '还没买过'
      : `买过 ${orders} 单，最近一单是${whenWithin(lastOrderAt, now)}`,
  bound: (until: Instant) => `${shopTime(until, 'M月D日')}前归你`,
  privacy: '只显示顾客自己公开的昵称和头像，看不到电话和地址。',
  none: {
    all: { title: '还没有客户', hint: '有人点开你分享的链接，就会出现在这里' },
    unbought: { title: '看过的都买了', hint: '点开过你的链接、还没下单的人会出现在这里' },
  },
  loading: '正在读取更多…',
  end: '没有更多了',
} as const

/** The words of the leaderboard and the goals. */
export const rankingText = {
  title: (now: Instant) => `本店 ${shopTime(now, 'M')} 月排行`,
  counts: ({ orders, newMembers }: RankRow) => `${orders} 单 · 新会员 ${newMembers} 人`,
  self: '我',
  none: '这个月还没有成交，谁先开张谁第一。',
  goals: '我的目标',
  goalCounts: { 'new-members': '新会员', orders: '订单' } satisfies Record<
    GoalProgress['counts'],
    string
  >,
  reached: ({ reached, need }: GoalProgress) => `${reached} / ${need}`,
  missing: ({ counts, reached, need }: GoalProgress) =>
    reached >= need
      ? '已达成'
      : `还差 ${need - reached} ${counts === 'orders' ? '单' : '位新会员'}`,
  reward: (reward: string) => `达成奖励：${reward}`,
} as const
