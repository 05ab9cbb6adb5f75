import { NEVER } from '../holds/hold'
import { NOTHING, subtract, type Fen } from '../money'
import type { Instant } from '../time'
import { levelHeld, type Level, type LevelRule, type LevelWindow } from './level'
import type { Member } from './member'

/** Where a member stands among the levels. */
export interface Growth {
  readonly level: Level | null
  readonly span: LevelWindow
  /** Counted spending. */
  readonly spentFen: Fen
  /** The level above, with what is missing to it; null on the highest. */
  readonly next: { readonly level: Level; readonly missingFen: Fen } | null
  /** From when on less counts by time alone, as old orders leave the window; null for never. */
  readonly reckonAt: Instant | null
}

/** Where a member stands, and what is missing to the next level; nothing in a shop without. */
export function growthOf(
  rule: LevelRule | null,
  { levelId, spentFen, reckonAt }: Pick<Member, 'levelId' | 'spentFen' | 'reckonAt'>,
): Growth | null {
  if (!rule) return null
  const level = levelHeld(rule, levelId) ?? null
  const above = levelAbove(rule, level)
  // Until the member is reckoned anew, a rule that was changed may ask for less than was spent.
  const missingFen =
    above && above.spendFen > spentFen ? subtract(above.spendFen, spentFen) : NOTHING
  return {
    level,
    span: rule.window,
    spentFen,
    next: above ? { level: above, missingFen } : null,
    reckonAt: reckonAt === NEVER ? null : reckonAt,
  }
}

/** The lowest of the levels that ask for more than this one. */
function levelAbove({ levels }: LevelRule, level: Level | null): Level | undefined {
  const reached = level?.spendFen ?? -1
  return levels
    .filter(({ spendFen }) => spendFen > reached)
    .reduce<Level | undefined>(
      (lowest, one) => (lowest && lowest.spendFen <= one.spendFen ? lowest : one),
      undefined,
    )
}
