import { NEVER } from '../holds/hold'
import type { CategoryId, Id, MemberId } from '../ids'
import { add, average, NOTHING, type Fen } from '../money'
import { instant, type Instant } from '../time'
import { levelOf, windowLeft, windowStart, type LevelRule } from './level'

/** What the shop knows of somebody who buys: figures, reckoned from orders that were received. */
export interface Member {
  readonly _id: MemberId
  readonly levelId: Id<'level'> | null
  /** Received and not refunded, in the window of the level rule. */
  readonly spentFen: Fen
  /** Orders received and not refunded whole, ever. */
  readonly orders: number
  /** What they cost on the average; 0 without orders. */
  readonly averageOrderFen: Fen
  readonly lastOrderAt: Instant | null
  /** Where most was spent, ever. */
  readonly favouriteCategoryId: CategoryId | null
  /** When the figures may change by time alone. */
  readonly reckonAt: Instant
  /** Counts the writes. */
  readonly rev: number
}

/** An order that was received: what is left of it after refunds. */
export interface Spend {
  readonly at: Instant
  readonly amountFen: Fen
  readonly categories: readonly { readonly id: CategoryId; readonly amountFen: Fen }[]
}

/**
 * Reckons a member's figures anew from all that was ever spent. An order that went back whole is
 * none. Without levels everything counts, and no level is reached.
 */
export function reckonMember(
  memberId: MemberId,
  spends: readonly Spend[],
  rule: LevelRule | null,
  now: Instant,
): Omit<Member, 'rev'> {
  const kept = spends.filter(({ amountFen }) => amountFen > 0)
  const span = rule?.window ?? 'all-time'
  const counted = kept.filter(({ at }) => at >= windowStart(span, now))
  const spentFen = sumOf(counted)
  return {
    _id: memberId,
    levelId: (rule && levelOf(rule, spentFen)?.id) ?? null,
    spentFen,
    orders: kept.length,
    averageOrderFen: average(kept.map(({ amountFen }) => amountFen)),
    lastOrderAt: kept.length > 0 ? instant(Math.max(...kept.map(({ at }) => at))) : null,
    favouriteCategoryId: favourite(kept.flatMap(({ categories }) => categories)),
    reckonAt: instant(Math.min(NEVER, ...counted.map(({ at }) => windowLeft(span, at)))),
  }
}

/** Somebody of whom the shop knows nothing yet. */
export function strangerOf(memberId: MemberId): Member {
  return {
    _id: memberId,
    levelId: null,
    spentFen: NOTHING,
    orders: 0,
    averageOrderFen: NOTHING,
    lastOrderAt: null,
    favouriteCategoryId: null,
    reckonAt: NEVER,
    rev: 0,
  }
}

const sumOf = (spends: readonly { readonly amountFen: Fen }[]): Fen =>
  add(...spends.map(({ amountFen }) => amountFen))

/** The category with the largest sum; of equal ones the first by its id. */
function favourite(parts: Spend['categories']): CategoryId | null {
  const ids = [...new Set(parts.map(({ id }) => id))].sort()
  const sums = ids.map((id) => ({ id, spentFen: sumOf(parts.filter((part) => part.id === id)) }))
  const [first, ...others] = sums
  if (!first) return null
  return others.reduce((best, one) => (one.spentFen > best.spentFen ? one : best), first).id
}
