import { NEVER } from '../holds/hold'
import type { Id, TemplateId } from '../ids'
import { NOTHING, type Bps, type Fen } from '../money'
import { after, DAY, instant, monthsLater, shopDay, shopMonth, type Instant } from '../time'

/** 会员等级: what a member has who spent enough. */
export interface Level {
  readonly id: Id<'level'>
  readonly name: string
  /** Spending from which on one is on this level. */
  readonly spendFen: Fen
  /** What is left of a price: 9800 is 2% off, 10000 nothing. */
  readonly discountBps: Bps
  readonly pointsMultiplierBps: Bps
  /** The coupon that comes each month. */
  readonly monthlyTemplateId: TemplateId | null
  /** The coupon that comes once, for reaching the level. */
  readonly giftTemplateId: TemplateId | null
}

/** Over which time spending counts. */
export type LevelWindow = 'all-time' | 'last-3-months' | 'this-month'

/** The levels of a shop, and what they are reckoned by. */
export interface LevelRule {
  readonly window: LevelWindow
  readonly levels: readonly Level[]
}

/** The highest level that so much spending reaches; none where even the lowest asks for more. */
export function levelOf(rule: LevelRule, spentFen: Fen): Level | undefined {
  return rule.levels
    .filter((level) => level.spendFen <= spentFen)
    .reduce<Level | undefined>(
      (best, level) => (best && best.spendFen >= level.spendFen ? best : level),
      undefined,
    )
}

/**
 * The level that a member stands on. Who was never reckoned, or stood on a level that is gone, has
 * the one that nothing spent reaches.
 */
export function levelHeld(rule: LevelRule | null, levelId: Level['id'] | null): Level | undefined {
  return (
    rule?.levels.find(({ id }) => id === levelId) ?? (rule ? levelOf(rule, NOTHING) : undefined)
  )
}

/** Whether one is on a level or above it. Nobody reaches a level that the shop does not have. */
export function reachesLevel(
  rule: LevelRule | null,
  levelId: Level['id'] | null,
  atLeastId: Level['id'],
): boolean {
  const own = levelHeld(rule, levelId)
  const needed = rule?.levels.find(({ id }) => id === atLeastId)
  return own !== undefined && needed !== undefined && own.spendFen >= needed.spendFen
}

/** From when on spending counts at `now`: always the midnight of a day in shop time. */
export function windowStart(span: LevelWindow, now: Instant): Instant {
  switch (span) {
    case 'all-time':
      return instant(0)
    case 'last-3-months':
      return monthsLater(now, -3)
    case 'this-month':
      return shopMonth(now)
  }
}

/** When what was spent at `at` stops counting, by time alone. */
export function windowLeft(span: LevelWindow, at: Instant): Instant {
  if (span === 'all-time') return NEVER
  if (span === 'this-month') return monthsLater(shopMonth(at), 1)
  // Months differ in length, so that it may be some days after the same day three months later.
  let day = monthsLater(shopDay(at), 3)
  while (windowStart(span, day) <= at) day = after(day, DAY)
  return day
}
