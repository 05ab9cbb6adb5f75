import type { AudienceView } from '@domain/flashsale/contract'
import type { SessionPhase } from '@domain/flashsale/outlook'
import { DAY, shopDay, shopTime, weekdayOf, type Instant } from '@domain/time'
import type { Consent } from '@/platform/consent'
import { lasting, when } from './when'

const weekdays = '一二三四五六日'

/** When a session is, as short as a tab: 10:00, 明天 10:00, 周五 20:00, 11月28日 20:00. */
export function sessionTime(startsAt: Instant, now: Instant): string {
  const days = Math.round((shopDay(startsAt) - shopDay(now)) / DAY)
  const clock = shopTime(startsAt, 'HH:mm')
  if (days < 0) return '抢购中'
  if (days === 0) return clock
  if (days === 1) return `明天 ${clock}`
  return days < 7
    ? `周${weekdays.charAt(weekdayOf(startsAt) - 1)} ${clock}`
    : shopTime(startsAt, 'M月D日 HH:mm')
}

/** Where a session stands, under its time. */
export const sessionPhaseText: Readonly<Record<SessionPhase, string>> = {
  unstarted: '即将开始',
  running: '正在抢',
  soldOut: '抢完了',
  over: '已结束',
}

/**
 * Whom a session is for; nothing where it is for everybody. What the shop calls a group of members
 * is its own affair.
 */
export function audienceText({ kind, name, isIn }: AudienceView): string | undefined {
  switch (kind) {
    case 'all':
      return undefined
    case 'newcomer':
      return isIn ? '新客专享，你可以抢' : '只对还没在店里买过的朋友开放'
    case 'level':
      return isIn ? `${name}专享，你可以抢` : `${name}及以上才能抢，你还没到`
    case 'segment':
      return isIn ? '专属场，你可以抢' : '只对店里选定的一部分会员开放，你不在其中'
  }
}

/** The next chance after a session in which nothing is left. */
export function soldOutText(next: Instant | undefined, now: Instant): string {
  return next === undefined ? '这场抢完了' : `这场抢完了，下一场 ${when(next, now)}`
}

/** What came of the wish to be reminded. */
export const remindedText: Readonly<Record<Consent, string>> = {
  given: '开抢前会给你发一条微信提醒',
  refused: '没有得到允许，就不发提醒了',
  unavailable: '记下了；浏览器里没法授权微信消息，没收到的话请到点来看',
}

/** The words of flash sales. */
export const flashsaleText = {
  title: '秒杀',
  startsIn: (leftMs: number) => `${lasting(leftMs)}后开始`,
  endsIn: (leftMs: number) => `还剩 ${lasting(leftMs)}`,
  over: '这场结束了',
  left: (left: number, stock: number) => (left > 0 ? `还有 ${left} / ${stock}` : '抢完了'),
  toCome: (stock: number, unit: string) => `备货 ${stock} ${unit}`,
  limit: (perMember: number, unit: string) => `每人限 ${perMember} ${unit}`,
  payWithin: (minutes: number) => `下单后 ${minutes} 分钟内付款，过时让给下一位。`,
  buy: '去抢',
  notYet: '未开始',
  notIn: '不能抢',
  soldOut: '抢完了',
  ended: '已结束',
  returning: '有人过时没付款，货就会放出来，可以晚点再来看看。',
  remind: '提醒我',
  reminded: '已设提醒',
  none: '现在没有秒杀',
  noneHint: '有新的场次会放在这里，先去看看别的',
  look: '去逛逛',
  shareTitle: (name: string) => `${name}，一起来看看`,
} as const
