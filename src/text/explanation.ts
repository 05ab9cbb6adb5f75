import type { LostBecause } from '@domain/attribution/attribution'
import type { GuideNames } from '@domain/attribution/contract'
import type { AttributionRule } from '@domain/attribution/rule'
import type { ShareChannel, ShareTarget } from '@domain/attribution/shareLink'
import type { ToldAttribution, TouchView } from '@domain/attribution/told'
import type { GuideId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { when, whenWithin } from './when'

/** Why an order is whose it is, in sentences. */
export interface Explanation {
  readonly whose: string
  readonly won: string
  readonly lost: readonly {
    readonly id: string
    readonly opened: string
    readonly because: string
  }[]
  readonly changes: readonly string[]
}

/** The words around an explanation. */
export const explanationText = { lost: '没有算数的' } as const

/** What an explanation is told from. */
export interface Told {
  readonly attribution: ToldAttribution
  readonly names: GuideNames
}

/** What rules are called. */
export const ruleText: Readonly<Record<AttributionRule['kind'], string>> = {
  'last-guide-touch': '算最后打开的导购链接',
  'first-touch': '算最早打开的导购链接',
  'protected-binding': '锁客：保护期内归同一位导购',
}

/** Tells an attribution in sentences that guides and shopkeepers understand without a rule book. */
export function explainCredit({ attribution, names }: Told, now: Instant): Explanation {
  const { guideId, won, lost, changes, rule } = attribution
  const nameOf = (id: GuideId | null) => (id === null ? undefined : (names[id] ?? '一位导购'))
  const owner = nameOf(guideId)
  return {
    whose: owner === undefined ? '这一单不算任何导购的' : `这一单算${owner}的`,
    won: wonText(won, rule, { nameOf, now }),
    lost: lost.map(({ touch, because }) => ({
      id: touch._id,
      opened: `${when(touch.at, now)} 打开了${linkText(touch, nameOf(touch.guideId))}`,
      because: becauseText(because, rule),
    })),
    changes: changes.map(({ at, from, to, reason }) => {
      const [before = '没有导购', after = '没有导购'] = [nameOf(from), nameOf(to)]
      return `${when(at, now)} 店里从「${before}」改为「${after}」：${reason}`
    }),
  }
}

interface Telling {
  readonly nameOf: (id: GuideId | null) => string | undefined
  readonly now: Instant
}

function wonText(
  won: ToldAttribution['won'],
  rule: AttributionRule,
  { nameOf, now }: Telling,
): string {
  if (!won) return '下单前没有能算数的导购链接。'
  if (won.kind === 'touch') {
    const { touch } = won
    const link = linkText(touch, nameOf(touch.guideId))
    return `顾客${whenWithin(touch.at, now)} 打开了${link}。${decidedText(rule)}`
  }
  const { guideId, from, until, by } = won.binding
  const name = nameOf(guideId) ?? ''
  const begin = whenWithin(from, now)
  const end = whenWithin(until, now)
  return by === 'operator'
    ? `店里在${begin} 把这位顾客交给了${name}，到${end} 为止的订单都算${name}的。`
    : `顾客${begin} 打开过${name}的链接，到${end} 为止是保护期，这期间的订单都算${name}的。`
}

/** Why the touch won, by the rule that was in force. */
function decidedText({ kind, days }: AttributionRule): string {
  switch (kind) {
    case 'last-guide-touch':
      return `这是下单前 ${days} 天里最后一次打开导购的链接，所以算数。`
    case 'first-touch':
      return `这是下单前 ${days} 天里最早一次打开导购的链接，所以算数。`
    case 'protected-binding':
      return `这是 ${days} 天里最早的一次，当时顾客不在别人的保护期里，所以算数。`
  }
}

/** 李静发到聊天里的商品链接. */
function linkText({ hops, channel, target }: TouchView, guide: string | undefined): string {
  const goods = targetText[target.kind]
  if (guide === undefined) return `没有经过导购的${goods}链接`
  if (hops === 0) return `${guide}${wayText[channel](goods)}`
  const passedOn = hops === 1 ? '朋友转发的' : `朋友转了 ${hops} 手的`
  return `${passedOn}${goods}链接（最早是${guide}分享的）`
}

const wayText: Readonly<Record<ShareChannel, (goods: string) => string>> = {
  chat: (goods) => `发到聊天里的${goods}链接`,
  moments: (goods) => `发到朋友圈的${goods}链接`,
  poster: (goods) => `的${goods}海报`,
  code: (goods) => `的${goods}小程序码`,
  wecom: (goods) => `发到企业微信的${goods}链接`,
}

const targetText: Readonly<Record<ShareTarget['kind'], string>> = {
  home: '小店',
  product: '商品',
  deal: '活动',
  team: '拼团',
  live: '直播',
  store: '门店',
}

function becauseText(because: LostBecause, { days }: AttributionRule): string {
  switch (because) {
    case 'no-guide':
      return '这个链接不是导购分享的，中间也没有经过导购'
    case 'guide-left':
      return '这位导购已经不在店里了'
    case 'self':
      return '这是下单人自己的链接，自己买不计佣金'
    case 'too-old':
      return `下单时已经超过 ${days} 天，不再算数`
    case 'bound':
      return '当时顾客还在别的导购的保护期里'
    case 'later-touch':
      return '后来又打开了导购的链接，以最后一次为准'
    case 'earlier-touch':
      return '之前已经打开过导购的链接，以最早一次为准'
  }
}
