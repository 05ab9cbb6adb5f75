import type { LevelBenefits } from '@domain/members/contract'
import type { Level, LevelWindow } from '@domain/members/level'
import type { LevelChange } from '@domain/members/member'
import type { Bps } from '@domain/money'
import { spentText, spanText } from './members'
import { money } from './money'
import { rateText } from './receipt'

/** How spending is counted, in full. */
export const countedText: Readonly<Record<LevelWindow, string>> = {
  'all-time': '收到货、没有退款的商品金额一直累计，运费不算。',
  'last-3-months': '只算最近 3 个月里收到货、没有退款的商品金额，运费不算；满 3 个月的不再计算。',
  'this-month': '只算本月里收到货、没有退款的商品金额，运费不算；每月 1 日重新开始。',
}

/** From which spending on one is on a level. */
export const reachText = ({ spendFen }: Level, span: LevelWindow): string =>
  spendFen === 0 ? '人人都有' : `${spanText[span]}满 ${money(spendFen)}`

/** A rate that multiplies points: 1.2 倍. */
const multiplierText = (bps: Bps): string => `${bps / 10_000} 倍`

/** What a level brings, each with its name. */
export function benefitTexts({ level, monthly, gift }: LevelBenefits): readonly Benefit[] {
  const { discountBps, pointsMultiplierBps } = level
  return [
    { name: '购物', brings: discountBps < 10_000 ? rateText(discountBps) : '原价' },
    { name: '积分', brings: multiplierText(pointsMultiplierBps) },
    { name: '每月', brings: monthly ?? '—' },
    { name: '升级礼', brings: gift ?? '—' },
  ]
}

/** Something that a level brings. */
export interface Benefit {
  readonly name: string
  readonly brings: string
}

const becauseText: Readonly<Record<LevelChange['because'], (spent: string) => string>> = {
  received: (spent) => `收到货，${spent}`,
  refunded: (spent) => `有商品退了款，${spent}`,
  window: (spent) => `之前的消费到期不再计算，${spent}`,
  rule: (spent) => `店里调整了等级规则，${spent}`,
}

/** A step up or down with the reason for it. */
export function levelChangeText(
  { from, to, because, spentFen }: LevelChange,
  { levels, span }: { readonly levels: readonly Level[]; readonly span: LevelWindow },
): { readonly title: string; readonly why: string } {
  const levelOf = (id: Level['id'] | null) => levels.find((level) => level.id === id)
  const [before, after] = [levelOf(from), levelOf(to)]
  const isRise = (after?.spendFen ?? -1) > (before?.spendFen ?? -1)
  const title = `${isRise ? '升到' : '降到'}${after?.name ?? '没有等级'}`
  return { title, why: becauseText[because](spentText({ span, spentFen })) }
}

/** The words of the page of levels. */
export const levelsText = {
  own: '你在这里',
  history: '等级变化',
  noHistory: '还没有变化过',
  none: '这家店没有设会员等级',
  noneHint: '每个人的价格都一样',
  look: '去逛逛',
  falls: (day: string) => `最早 ${day}起，会有一部分消费不再计算。`,
} as const
