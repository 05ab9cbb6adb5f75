import { NOTHING, split, subtract, times, type Fen } from '../../money'
import type { OffsetRule } from '../../points/account'
import { spentOn } from '../../promotions/spendAndSave'
import type { Pricing, Skipped } from './draft'
import { stepped, takes, type PricedLine } from './line'

/** Whole points that a line can be paid with: what is left over stays money. */
const roomOf = (line: PricedLine, { fenPerPoint }: OffsetRule): number =>
  takes(line, 'points') ? Math.floor(line.payableFen / fenPerPoint) : 0

/** The most points that may be used on lines, whoever has them. */
function mostFor(lines: readonly PricedLine[], offset: OffsetRule): number {
  const payableFen = spentOn(lines.filter((line) => takes(line, 'points')))
  const cappedFen = Math.floor((payableFen * offset.maxBps) / 10_000)
  const room = lines.reduce((sum, line) => sum + roomOf(line, offset), 0)
  return Math.min(room, Math.floor(cappedFen / offset.fenPerPoint))
}

/** 积分抵现: spreads points over the lines by what each can take, whole points a line. */
function pay(
  lines: readonly PricedLine[],
  points: number,
  offset: OffsetRule,
): readonly PricedLine[] {
  const parts = split(
    points as Fen,
    lines.map((line) => roomOf(line, offset)),
  )
  const { fenPerPoint } = offset
  return lines.map((line, index) => {
    const part = parts[index] ?? 0
    if (part === 0) return line
    const amountFen = subtract(NOTHING, times(fenPerPoint, part))
    const why = { points, fenPerPoint }
    const paid = stepped(line, { kind: 'points', id: null, name: null, amountFen, why })
    return { ...paid, points: line.points + part }
  })
}

/** Points that were to be used and are too few, or the order too small for them. */
function tooFew(points: number, most: number, { minPoints }: OffsetRule): Skipped {
  const why = { points, most, minPoints, missing: Math.max(0, minPoints - points) }
  const reason = most === 0 ? 'deal' : 'missing'
  return { kind: 'points', id: null, name: null, reason, why, skuId: null }
}

/** Points bring down what coupons left, as far as the shop, the member and the wish allow. */
export const pointsPricing: Pricing = ({ lines, skipped }, { points }) => {
  if (!points || points.spend === 0) return { lines, skipped }
  const { offset, available, spend } = points
  // What the mall asks for is spoken for already.
  const free = lines.reduce((left, line) => left - line.points, available)
  const most = mostFor(lines, offset)
  const used = Math.max(0, Math.min(spend, free, most))
  if (used > 0 && used >= offset.minPoints) return { lines: pay(lines, used, offset), skipped }
  return { lines, skipped: [...skipped, tooFew(Math.min(spend, free), most, offset)] }
}
