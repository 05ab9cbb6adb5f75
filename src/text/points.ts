import type { CouponRule } from '@domain/coupons/coupon'
import type { EntryView, MallItem } from '@domain/points/contract'
import type { PointsKind } from '@domain/points/account'
import { fen } from '@domain/money'
import { after, instant, shopTime, type Instant } from '@domain/time'
import { money } from './money'
import { rateText } from './receipt'

/**
 * The last day on which points are good that expire at a midnight: 3月31日, with a year if not this
 * one.
 */
export function lastDayText(expiresAt: Instant, now: Instant): string {
  const lastDay = after(expiresAt, -1)
  const isThisYear = shopTime(lastDay, 'YYYY') === shopTime(now, 'YYYY')
  return shopTime(lastDay, isThisYear ? 'M月D日' : 'YYYY年M月D日')
}

/** Points with their sign: +12, −200. */
export const signedPoints = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)

/** What a kind of entry is called. */
const kindText: Readonly<Record<PointsKind, string>> = {
  earn: '购物得积分',
  'earn-back': '退款收回积分',
  spend: '下单用积分',
  'spend-back': '退款退回积分',
  'sign-in': '签到',
  redeem: '换优惠券',
  expire: '到期',
}

/** An entry of the history: what it is, and a sentence that explains it. */
export function entryText({ kind, why }: Pick<EntryView, 'kind' | 'why'>): {
  readonly title: string
  readonly why: string
} {
  return { title: kindText[kind], why: whyText(kind, why) }
}

type Why = EntryView['why']

function whyText(kind: PointsKind, why: Why): string {
  switch (kind) {
    case 'earn':
      return `${goodsText(why)}：${earningText(why)}`
    case 'earn-back':
      return `${goodsText(why)}：退款后留下 ${money(fen(Number(why.keptFen ?? 0)))}，多给的收回`
    case 'spend':
    case 'spend-back':
      return goodsText(why)
    case 'sign-in':
      return `连续第 ${why.streak} 天`
    case 'redeem':
      return String(why.name)
    case 'expire':
      return `有效期到 ${shopTime(after(instant(Number(why.until)), -1), 'YYYY年M月D日')}`
  }
}

/** The goods of an order in a few words: 阳光玫瑰等 3 样. */
function goodsText({ name, lines }: Why): string {
  return Number(lines) > 1 ? `${name}等 ${lines} 样` : String(name)
}

/** How an order's points come about: 实付 ¥128.80，每元 1 分，金卡会员 1.2 倍，会员日 2 倍. */
function earningText({ keptFen, perYuan, levelBps, levelName, dayBps, dayName }: Why): string {
  const times = (name: number | string | undefined, bps: number | string | undefined) =>
    Number(bps ?? 10_000) === 10_000 ? [] : [`${name} ${Number(bps) / 10_000} 倍`]
  return [
    `实付 ${money(fen(Number(keptFen ?? 0)))}`,
    `每元 ${perYuan} 分`,
    ...times(levelName, levelBps),
    ...times(dayName, dayBps),
  ].join('，')
}

/** What an item of the mall costs: 800 积分, 2000 积分 + ¥99. */
export function mallPriceText(item: MallItem): string {
  const isCash = item.kind === 'product' && item.cashFen > 0
  return isCash ? `${item.points} 积分 + ${money(item.cashFen)}` : `${item.points} 积分`
}

/** What a coupon of the mall takes off: 无门槛减 ¥5, 满 ¥99 打 9 折. */
export function mallRuleText(rule: CouponRule): string {
  const off = rule.kind === 'amount' ? `减 ${money(rule.amountFen)}` : rateText(rule.discountBps)
  return rule.minSpendFen > 0 ? `满 ${money(rule.minSpendFen)} ${off}` : `无门槛${off}`
}

/** The words of the points account. */
export const pointsText = {
  balance: '可用积分',
  debt: (points: number) => `欠 ${points} 积分`,
  debtWhy: '退款时要收回的积分已经花掉了。之后得到的积分会先抵上，抵清再开始累计，不会向你收钱。',
  held: (points: number) => `另有 ${points} 积分被没付款的订单占用，付款后用掉，取消就还给你`,
  expiring: (points: number, day: string) => `${points} 积分有效到 ${day}，最早到期的先用`,
  rulesTitle: '积分怎么来、怎么用',
  earns: (perYuan: number) =>
    `收到货后，商品实付每满 1 元得 ${perYuan} 积分；有等级或会员日倍数的，再乘上倍数。`,
  lasts: (months: number) => `从得到的那个月算起，${months} 个月后的月底到期，先到期的先用。`,
  offset: (points: number, worth: string, most: string) =>
    `下单时可以抵现：${points} 积分抵 ${worth}，最多抵商品金额的 ${most}。`,
  takenBack: '退款时，这一单得到的积分按比例收回，用掉的按比例退回。',
  history: '积分明细',
  nothing: '还没有积分',
  nothingHint: '签到、买东西收到货后都有积分',
  toSigns: '去签到',
  toMall: '积分商城',
  left: (balance: number) => `余 ${balance}`,
  end: '没有更多了',
  loading: '正在读取更多…',
} as const

/** The words of the sign-in calendar. */
export const signsText = {
  title: '签到',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  month: (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`,
  before: '上个月',
  after: '下个月',
  streak: (days: number) => (days > 0 ? `已连续签到 ${days} 天` : '今天开始签到吧'),
  signIn: (points: number) => `签到得 ${points} 积分`,
  signedToday: '今天签过了',
  signed: (points: number, streak: number) => `签到成功，得 ${points} 积分，已连续 ${streak} 天`,
  next: '连续签到，每天得',
  day: (days: number) => `${days} 天`,
  restarts: '断了一天，从第一天重新开始；一轮走完也重新开始。',
  look: '去逛逛',
  none: '这家店没有签到',
  noneHint: '买东西收到货后就有积分',
  signedLabel: (day: number, points: number) => `${day} 日签到得 ${points} 积分`,
} as const

/** The words of the points mall. */
export const mallText = {
  available: '可用积分',
  redeem: '兑换',
  gone: '换完了',
  missing: (points: number) => `还差 ${points} 积分`,
  left: (left: number) => `还剩 ${left} 份`,
  question: (item: MallItem) => ({
    title: `兑换${item.name}`,
    text: `会用掉 ${item.points} 积分，换好后不能退。`,
    yes: '兑换',
    no: '再想想',
  }),
  redeemed: '换到了，在我的优惠券里',
  none: '商城里还没有东西',
  noneHint: '积分会留着，有新东西再来换',
  toPoints: '积分明细',
  toCoupons: '我的优惠券',
} as const
