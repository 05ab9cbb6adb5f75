import type { Id } from '../ids'
import { add, lesser, type Fen } from '../money'
import type { Schedule } from '../schedule'
import { inScope, type Scope, type Scoped } from './scope'

/** From so much spending on, so much is taken off. */
export interface SaveStep {
  readonly minFen: Fen
  readonly offFen: Fen
}

/** 满减: who spends enough on what it is for saves a round sum. */
export interface SpendAndSave {
  readonly id: Id<'discount'>
  readonly name: string
  readonly schedule: Schedule
  readonly scope: Scope
  /** More spending, more off, step by step. */
  readonly steps: readonly SaveStep[]
}

/** A line of a basket, as far as a spend-and-save looks at it. */
export interface Spending {
  readonly product: Scoped
  readonly payableFen: Fen
}

/** What one spend-and-save takes off the lines that take part in it. */
export interface Saving<Line extends Spending> {
  readonly promotion: SpendAndSave
  readonly step: SaveStep
  readonly lines: readonly Line[]
  readonly offFen: Fen
}

/** The most steps a spend-and-save may have. */
export const MOST_SAVE_STEPS = 6

/** So many are weighed against each other at once; those that take off less get what is left. */
export const MOST_WEIGHED = 8

/** What is wrong with the steps, in the words of who set them up; nothing when they climb. */
export function spendAndSaveFault({ steps }: Pick<SpendAndSave, 'steps'>): string | undefined {
  if (steps.length === 0 || steps.length > MOST_SAVE_STEPS)
    return `needs 1 to ${MOST_SAVE_STEPS} steps`
  for (const [index, { minFen, offFen }] of steps.entries()) {
    const before = steps[index - 1] ?? { minFen: 0, offFen: 0 }
    const step = `step ${index + 1}`
    if (minFen <= before.minFen) return `${step} needs more spending than the one before`
    if (offFen <= before.offFen) return `${step} must take off more than the one before`
    if (offFen >= minFen) return `${step} must take off less than is spent`
  }
  return undefined
}

/** The highest step that so much spending reaches. */
export function stepReached({ steps }: SpendAndSave, spentFen: Fen): SaveStep | undefined {
  return steps.filter(({ minFen }) => spentFen >= minFen).pop()
}

/** The lowest step that so much spending does not reach. */
export function stepAhead({ steps }: SpendAndSave, spentFen: Fen): SaveStep | undefined {
  return steps.find(({ minFen }) => spentFen < minFen)
}

/** What lines come to together. */
export function spentOn(lines: readonly Spending[]): Fen {
  return add(...lines.map(({ payableFen }) => payableFen))
}

/** What a spend-and-save takes off, when all lines that it is for take part. */
export function savingOf<Line extends Spending>(
  promotion: SpendAndSave,
  lines: readonly Line[],
): Saving<Line> | undefined {
  const own = lines.filter(({ product }) => inScope(promotion.scope, product))
  const spentFen = spentOn(own)
  const step = stepReached(promotion, spentFen)
  return step && { promotion, step, lines: own, offFen: lesser(step.offFen, spentFen) }
}

const offOf = (savings: readonly { readonly offFen: Fen }[]): number =>
  savings.reduce((sum, { offFen }) => sum + offFen, 0)

/** The savings that take off most together, each promotion choosing from what others left. */
function weigh<Line extends Spending>(
  promotions: readonly SpendAndSave[],
  lines: readonly Line[],
): readonly Saving<Line>[] {
  const known = new Map<string, readonly Saving<Line>[]>()
  // Who chose before took all lines that they are for: those left tell which lines are free.
  const best = (left: readonly SpendAndSave[], free: readonly Line[]): readonly Saving<Line>[] => {
    const key = left.map(({ id }) => id).join()
    const found = known.get(key)
    if (found) return found
    const choices = left.flatMap((promotion): (readonly Saving<Line>[])[] => {
      const saving = savingOf(promotion, free)
      if (!saving) return []
      const others = left.filter((one) => one !== promotion)
      return [[saving, ...best(others, without(free, saving.lines))]]
    })
    const chosen = choices.reduce((most, one) => (offOf(one) > offOf(most) ? one : most), [])
    known.set(key, chosen)
    return chosen
  }
  return best(promotions, lines)
}

const without = <Line>(lines: readonly Line[], taken: readonly Line[]): readonly Line[] =>
  lines.filter((line) => !taken.includes(line))

/**
 * Of all orders in which spend-and-saves may choose their lines, a line taking part in one only,
 * the one that takes off most together: one more promotion never makes a basket dearer. It does
 * not matter in which order they are handed in.
 */
export function bestSavings<Line extends Spending>(
  promotions: readonly SpendAndSave[],
  lines: readonly Line[],
): readonly Saving<Line>[] {
  const able = promotions
    .flatMap((promotion) => savingOf(promotion, lines) ?? [])
    .sort(
      (one, other) => other.offFen - one.offFen || (one.promotion.id < other.promotion.id ? -1 : 1),
    )
    .map(({ promotion }) => promotion)
  const savings = weigh(able.slice(0, MOST_WEIGHED), lines)
  if (able.length <= MOST_WEIGHED) return savings
  const free = without(
    lines,
    savings.flatMap((saving) => saving.lines),
  )
  return [...savings, ...bestSavings(able.slice(MOST_WEIGHED), free)]
}
