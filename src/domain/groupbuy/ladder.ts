import { assert } from '../assert'
import type { DealBase } from '../deals/deal'
import type { Moves } from '../moves'
import { lesser, NOTHING, times, type Fen } from '../money'
import type { Instant } from '../time'

/** From so many people on, everybody pays this price a piece. */
export interface LadderStep {
  readonly people: number
  readonly priceFen: Fen
}

/** 阶梯团: everybody joins one campaign, and the price falls for all as people come. */
export interface Ladder {
  readonly basePriceFen: Fen
  /** More people, lower price, step by step. */
  readonly steps: readonly LadderStep[]
  /** What happens at the close when the first step was not reached. */
  readonly belowFirstStep: 'sell-at-base' | 'refund-all'
}

/** Where a ladder stands, and what moves it. */
export type DealStatus = 'open' | 'closing' | 'settling' | 'settled'
export type DealEvent = 'close' | 'count' | 'settle'

/**
 * closing: no one joins any more, unpaid orders are being closed at the gateway.
 * settling: people are counted and the final price stands, refunds are on their way.
 */
export const dealMoves: Moves<DealStatus, DealEvent> = {
  open: { close: 'closing' },
  closing: { count: 'settling' },
  settling: { settle: 'settled' },
  settled: {},
}

/** What the close decided; it never changes afterwards. */
export interface Outcome {
  readonly people: number
  readonly orders: number
  /** Null where everybody gets everything back. */
  readonly finalPriceFen: Fen | null
  readonly countedAt: Instant
}

/** A ladder campaign of the shop. */
export interface LadderDeal extends DealBase {
  readonly kind: 'ladder'
  readonly ladder: Ladder
  readonly status: DealStatus
  readonly statusAt: Instant
  readonly outcome: Outcome | null
}

/** The most steps a ladder may have; the staircase on the phone shows them all at once. */
export const MOST_STEPS = 6

/**
 * What is wrong with a ladder, in the words of who set it up; nothing when it climbs the right
 * way.
 */
export function ladderFault(ladder: Ladder): string | undefined {
  const { steps, basePriceFen } = ladder
  if (steps.length === 0 || steps.length > MOST_STEPS) return `needs 1 to ${MOST_STEPS} steps`
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1] ?? { people: 1, priceFen: basePriceFen }
    if (step.people <= before.people)
      return `step ${index + 1} needs more people than the one before`
    if (step.priceFen >= before.priceFen)
      return `step ${index + 1} must be cheaper than the one before`
    if (step.priceFen <= 0) return `step ${index + 1} needs a price`
  }
  return undefined
}

/** How many steps `people` have reached: 0 is still the base price. */
export function stepsReached(ladder: Ladder, people: number): number {
  return ladder.steps.filter((step) => people >= step.people).length
}

/** The price a piece at so many people. */
export function ladderPrice(ladder: Ladder, people: number): Fen {
  return ladder.steps[stepsReached(ladder, people) - 1]?.priceFen ?? ladder.basePriceFen
}

/** The next step down and how many people are still missing; nothing on the last step. */
export function nextStep(
  ladder: Ladder,
  people: number,
): { step: LadderStep; missing: number } | undefined {
  const step = ladder.steps[stepsReached(ladder, people)]
  return step && { step, missing: step.people - people }
}

/** The lowest price the ladder can come to: what joining now can come down to. */
export function lowestStep(ladder: Ladder): LadderStep {
  const step = ladder.steps[ladder.steps.length - 1]
  assert(step !== undefined, 'a ladder has steps')
  return step
}

/**
 * The price a piece that the close decides: the final step's, the base price when no step was
 * reached and the ladder sells at base, or null when everybody is refunded in full.
 */
export function finalPrice(ladder: Ladder, people: number): Fen | null {
  const refundsAll = ladder.belowFirstStep === 'refund-all' && stepsReached(ladder, people) === 0
  return refundsAll ? null : ladderPrice(ladder, people)
}

/** What an order owes after the close: never more than was paid, so nobody pays more later. */
export function dueFen(paidUnitFen: Fen, quantity: number, finalPriceFen: Fen | null): Fen {
  return times(lesser(paidUnitFen, finalPriceFen ?? NOTHING), quantity)
}
