import type { MarkdownAhead } from '@domain/catalog/priceTag'
import { fen, yuan, type Bps, type Fen } from '@domain/money'
import type { PriceStep, Skipped, Why } from '@domain/orders/receipt'
import type { SaveStep } from '@domain/promotions/spendAndSave'
import { instant, type Instant } from '@domain/time'
import { money } from './money'
import { when } from './when'

/** A rate as it is said: 8.8 折, 9 折. */
export const rateText = (discountBps: Bps): string => `${discountBps / 1000} 折`

/** 满 ¥59 减 ¥5，满 ¥129 减 ¥15. */
export const saveStepsText = (steps: readonly SaveStep[]): string =>
  steps.map(({ minFen, offFen }) => `满 ${money(minFen)} 减 ${money(offFen)}`).join('，')

const sum = (amount: number | string | undefined): string => money(fen(Number(amount ?? 0)))

const perUnit = (unit: string, why: Why): string => `每${unit} ${sum(why.unitFen)}`

/** The receipt's line for one step: its name and its why. */
export function stepText(step: PriceStep, unit: string): { label: string; why: string } {
  const { why, name } = step
  switch (step.kind) {
    case 'base':
      return { label: '商品原价', why: `${sum(why.unitFen)} × ${why.quantity} ${unit}` }
    case 'ladder':
      return { label: '阶梯团优惠', why: ladderWhy(why) }
    case 'team':
      return { label: '拼团价', why: `${teamWhy(why)}，${perUnit(unit, why)}` }
    case 'flash':
      return { label: '秒杀价', why: perUnit(unit, why) }
    case 'live':
      return { label: '直播价', why: perUnit(unit, why) }
    case 'prize':
      return { label: receiptText.prize, why: '不用付钱' }
    case 'mall':
      return { label: receiptText.mall, why: `每${unit} ${why.points} 积分` }
    case 'coupon':
      return { label: name ?? '优惠券', why: couponWhy(why) }
    case 'points':
      return { label: '积分抵扣', why: `用了 ${why.points} 积分` }
    case 'discount':
    case 'member-day':
    case 'level':
      return {
        label: name ?? '折扣',
        why: `${rateText(Number(why.discountBps) as Bps)}，${perUnit(unit, why)}`,
      }
    case 'spend-and-save':
      return { label: name ?? '满减', why: `满 ${sum(why.minFen)} 减 ${sum(why.offFen)}` }
    case 'freight':
      return { label: '运费', why: freightWhy(step) }
  }
}

function couponWhy({ minFen, offFen, discountBps }: Why): string {
  const off =
    discountBps === undefined
      ? `减 ${sum(offFen)}`
      : `${rateText(Number(discountBps) as Bps)}，减 ${sum(offFen)}`
  return Number(minFen) > 0 ? `满 ${sum(minFen)} ${off}` : off
}

function ladderWhy(why: Why): string {
  const unit = `每份 ${sum(why.unitFen)}`
  if (Number(why.step) === 0) return `起步价，${unit}`
  return `已有 ${why.people} 人，到了第 ${why.step} 阶，${unit}`
}

const teamWhy = ({ role, people }: Why): string =>
  role === 'leader' ? `你来开 ${people} 人团` : `参加 ${people} 人团`

function freightWhy({ why, amountFen }: PriceStep): string {
  if (why.delivery === 'pick-up') return amountFen === 0 ? '到店自提，不收运费' : '到店自提服务费'
  const free = `满 ${sum(why.freeAboveFen)} 免运费`
  return amountFen === 0 ? free : `快递送到家，${free}`
}

/** Why something did not make it cheaper, or not cheaper yet. */
export function skippedText(skipped: Skipped, now: Instant): string {
  const { kind, name, reason, why } = skipped
  if (kind === 'coupon') return `${name ?? '优惠券'}：${couponHindranceText(skipped, now)}`
  if (kind === 'points') return `积分：${pointsHindranceText(skipped)}`
  const about = (words: string): string => (name === null ? words : `${name}：${words}`)
  switch (reason) {
    case 'next':
      return kind === 'ladder'
        ? `再来 ${why.missing} 人降到每份 ${sum(why.unitFen)}：现在还没到，截止时到了就退差价`
        : about(`再买 ${sum(why.missing)} 就减到 ${sum(why.offFen)}`)
    case 'missing':
      return kind === 'freight'
        ? `满 ${sum(why.freeAboveFen)} 免运费：还差 ${sum(why.missing)}`
        : about(`再买 ${sum(why.missing)} 可以减 ${sum(why.offFen)}`)
    case 'deal':
      return about(`活动价的商品不再参加${aloneText(why)}`)
    case 'better':
      return about(betterText(why))
    case 'level':
      return about(`${why.level || '更高等级'}及以上才有`)
    case 'unstarted':
      return about(`${when(instant(Number(why.startsAt)), now)} 开始`)
    case 'scope':
      return about('这次买的商品都不参加')
    case 'held':
    case 'over':
      return about('现在不能用')
  }
}

/** Why a coupon can't be used, e.g. 差 ¥12.50, 仅限当季尖货, 团购不可用. */
export function couponHindranceText(
  { reason, why }: Pick<Skipped, 'reason' | 'why'>,
  now: Instant,
): string {
  switch (reason) {
    case 'missing':
      return why.names ? `${why.names}还差 ${sum(why.missing)}` : `还差 ${sum(why.missing)}`
    case 'scope':
      return `仅限${why.names || '指定商品'}`
    case 'deal':
      return '团购、秒杀等活动商品不可用'
    case 'unstarted':
      return `${when(instant(Number(why.startsAt)), now)} 起可用`
    case 'held':
      return '被另一笔没付款的订单占着'
    case 'over':
      return '已经过期'
    default:
      return '没有可以再减的金额'
  }
}

/** Why points can't bring the sum down, or not yet. */
export function pointsHindranceText({ why }: Pick<Skipped, 'why'>): string {
  const { most, minPoints, points } = why
  if (Number(most) === 0) return '这次买的商品不能用积分抵扣'
  return Number(most) < Number(minPoints)
    ? `${minPoints} 积分起用，这单最多能用 ${most} 积分`
    : `${minPoints} 积分起用，现在有 ${points} 积分`
}

/** Who would pay less without the deal is told so. */
const aloneText = (why: Why): string =>
  why.unitFen === undefined
    ? ''
    : `；不参加活动、单独买是每份 ${sum(why.unitFen)}，比现在的 ${sum(why.paidUnitFen)} 便宜`

const betterText = (why: Why): string =>
  why.unitFen === undefined
    ? `可以减 ${sum(why.offFen)}，已经用了更划算的满减`
    : `每份 ${sum(why.unitFen)}，没有现在的 ${sum(why.paidUnitFen)} 划算`

/** What a discount waits for: 会员日 8.8 折 · 银卡会员及以上 · 12月8日 00:00 开始. */
export function markdownAheadText(ahead: MarkdownAhead, now: Instant): string {
  const { name, discountBps, level, startsAt } = ahead
  const parts = [
    `${name} ${rateText(discountBps)}`,
    ...(level === null ? [] : [`${level}及以上`]),
    ...(startsAt === null ? [] : [`${when(startsAt, now)} 开始`]),
  ]
  return parts.join(' · ')
}

/** How much 满减 is still ahead, for the bar of the cart. */
export function aheadText(skipped: readonly Skipped[]): string | undefined {
  const ahead = skipped.find(
    ({ kind, reason }) => kind === 'spend-and-save' && (reason === 'missing' || reason === 'next'),
  )
  return ahead && `再买 ${sum(ahead.why.missing)} 减 ${sum(ahead.why.offFen)}`
}

/** What a shopper saved, where it is something. */
export const savedText = (savedFen: Fen): string | undefined =>
  savedFen > 0 ? `已省 ¥${yuan(savedFen)}` : undefined

/** The words of a receipt. */
export const receiptText = {
  skipped: (count: number) => `没用上的优惠 ${count} 项`,
  wholeOrder: '整单',
  mall: '积分兑换',
  prize: '中奖奖品',
  andPoints: (points: number) => `+ ${points} 积分`,
} as const
