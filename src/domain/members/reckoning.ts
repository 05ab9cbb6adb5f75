import { lesser, NOTHING, add, subtract, type Fen } from '../money'
import type { Instant } from '../time'
import { benefitsDue } from './benefits'
import { levelHeld, levelOf, windowLeft, type Level, type LevelRule } from './level'
import { reckonMember, type LevelChange, type Member, type Spend } from './member'

/** Changes of level that are remembered. */
export const MOST_CHANGES = 24

/** What a reckoning goes by. */
export interface Reckoning {
  readonly spends: readonly Spend[]
  readonly rule: LevelRule | null
  readonly now: Instant
}

/**
 * Reckons a member anew from all that was ever spent: the figures, why the level changed if it did,
 * and what a level that was reached brings.
 */
export function reckon(before: Member, { spends, rule, now }: Reckoning): Member {
  const figures = reckonMember(before._id, spends, rule, now)
  const after: Member = { ...before, ...figures }
  const change = changeOf(before, after, { spends, rule, now })
  const reached = newlyReached(before, after, rule)
  const gifts = reached.filter(({ giftTemplateId }) => giftTemplateId !== null)
  const moved: Member = {
    ...after,
    levelHistory: change
      ? [...before.levelHistory, change].slice(-MOST_CHANGES)
      : before.levelHistory,
    levelsReached: [...before.levelsReached, ...reached.map(({ id }) => id)],
    giftsOwed: [...before.giftsOwed, ...gifts.map(({ id }) => id)],
  }
  return { ...moved, benefitsAt: benefitsDue(moved, rule, now) }
}

/** Levels on which the member never stood before: who climbs two at once has reached both. */
function newlyReached(before: Member, after: Member, rule: LevelRule | null): readonly Level[] {
  const held = levelHeld(rule, after.levelId)
  if (!rule || !held) return []
  return rule.levels.filter(
    ({ id, spendFen }) => spendFen <= held.spendFen && !before.levelsReached.includes(id),
  )
}

/** The change of level, if there is one. Before the first reckoning one stands on the lowest. */
function changeOf(before: Member, after: Member, by: Reckoning): LevelChange | undefined {
  const from = before.levelId ?? levelHeld(by.rule, null)?.id ?? null
  const to = after.levelId
  if (from === to) return undefined
  const { spentFen } = after
  return { at: by.now, from, to, spentFen, because: reasonOf(before, after, by) }
}

/**
 * Why the level changed: goes through what may have happened one after the other, and stops where
 * the new level is reached. First the rule may have changed, then old spending left the window;
 * what neither explains is an order that was received or whose money went back.
 */
function reasonOf(
  before: Member,
  { levelId, spentFen }: Member,
  { spends, rule, now }: Reckoning,
): LevelChange['because'] {
  const reaches = (spent: Fen) => (rule ? (levelOf(rule, spent)?.id ?? null) : null) === levelId
  if (reaches(before.spentFen)) return 'rule'
  const gone = rule ? leftSince(before.reckonAt, spends, { rule, now }) : NOTHING
  const kept = subtract(before.spentFen, lesser(gone, before.spentFen))
  if (reaches(kept)) return 'window'
  return spentFen > kept ? 'received' : 'refunded'
}

/** Spending that left the window from some moment on. */
function leftSince(
  since: Instant,
  spends: readonly Spend[],
  { rule, now }: { readonly rule: LevelRule; readonly now: Instant },
): Fen {
  const gone = spends.filter(({ at }) => {
    const left = windowLeft(rule.window, at)
    return left >= since && left <= now
  })
  return add(...gone.map(({ amountFen }) => amountFen))
}
