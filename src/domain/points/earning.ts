import { levelHeld, reachesLevel } from '../members/level'
import type { Bps } from '../money'
import type { BasketLine, PriceContext } from '../orders/receipt'
import { inScope } from '../promotions/scope'
import { sessionAt } from '../schedule'
import type { Earning, PointsRule } from './account'

/** The multiplier that changes nothing. */
const ONCE = 10_000 as Bps

/**
 * What an order earns by: the member's level and the day as they stand when it is placed. Of
 * several days that multiply points at once the best one counts, if it is for all that is bought.
 */
export function earningOf(
  basket: readonly BasketLine[],
  { levels, member, promotions, now }: Omit<PriceContext, 'delivery'>,
  rule: PointsRule | null,
): Earning | null {
  if (!rule || rule.earnPerYuan === 0) return null
  const level = levelHeld(levels, member.levelId)
  const [day] = promotions.discounts
    .filter(({ schedule }) => sessionAt(schedule, now) !== undefined)
    .filter(({ scope }) => basket.every(({ product }) => inScope(scope, product)))
    .filter(
      ({ levelAtLeast }) =>
        levelAtLeast === null || reachesLevel(levels, member.levelId, levelAtLeast),
    )
    .flatMap(({ name, pointsMultiplierBps }) =>
      pointsMultiplierBps !== null && pointsMultiplierBps > ONCE
        ? { name, bps: pointsMultiplierBps }
        : [],
    )
    .sort((one, other) => other.bps - one.bps || (one.name < other.name ? -1 : 1))
  return {
    perYuan: rule.earnPerYuan,
    months: rule.months,
    levelBps: level?.pointsMultiplierBps ?? ONCE,
    levelName: level?.name ?? '',
    dayBps: day?.bps ?? ONCE,
    dayName: day?.name ?? '',
  }
}
