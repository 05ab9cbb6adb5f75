import { NEVER } from '../holds/hold'
import type { CategoryId, FileId, GuideId, Id, MemberId, StoreId } from '../ids'
import { add, average, NOTHING, type Fen } from '../money'
import type { GrantedRequests } from '../requests'
import { instant, type Instant } from '../time'
import { levelOf, windowLeft, windowStart, type LevelRule } from './level'

/** What a member says of themselves; nothing of it is needed to buy. */
export interface Profile {
  readonly nickname: string
  readonly avatar: FileId | null
  /** MM-DD. */
  readonly birthday: string | null
  readonly phone: string | null
}

/** One step up or down, with the figures that explain it. */
export interface LevelChange {
  readonly at: Instant
  readonly from: Id<'level'> | null
  readonly to: Id<'level'> | null
  readonly spentFen: Fen
  /** An order was received, money went back, or old spending left the window. */
  readonly because: 'received' | 'refunded' | 'window' | 'rule'
}

/**
 * What the shop knows of somebody: what they say themselves, and figures reckoned from orders that
 * were received.
 */
export interface Member {
  readonly _id: MemberId
  readonly profile: Profile
  /** When they became a member; null for who only bought. */
  readonly joinedAt: Instant | null
  /** The store whose code they scanned first. */
  readonly storeId: StoreId | null
  /** The place as a guide that they took up. */
  readonly guideId: GuideId | null
  /** The guide by whose link they came before they became a member. */
  readonly broughtBy: GuideId | null
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
  /** The last changes of level, newest last. */
  readonly levelHistory: readonly LevelChange[]
  /** Levels that were ever reached: the gift for one comes once. */
  readonly levelsReached: readonly Id<'level'>[]
  /** Levels that were reached and whose gift is still to come. */
  readonly giftsOwed: readonly Id<'level'>[]
  /** The last month whose voucher came, e.g. `2028-02`; null before the first. */
  readonly voucherMonth: string | null
  /** When monthly vouchers and gifts are looked after next. */
  readonly benefitsAt: Instant
  /** Telephone numbers that were kept of late: WeChat tells one for its code only once. */
  readonly requests: GrantedRequests
  /** Counts the writes. */
  readonly rev: number
}

/** What is reckoned anew from the orders. */
type ReckonedField =
  | 'levelId'
  | 'spentFen'
  | 'orders'
  | 'averageOrderFen'
  | 'lastOrderAt'
  | 'favouriteCategoryId'
  | 'reckonAt'

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
): Pick<Member, '_id' | ReckonedField> {
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
    profile: { nickname: '', avatar: null, birthday: null, phone: null },
    joinedAt: null,
    storeId: null,
    guideId: null,
    broughtBy: null,
    levelId: null,
    spentFen: NOTHING,
    orders: 0,
    averageOrderFen: NOTHING,
    lastOrderAt: null,
    favouriteCategoryId: null,
    reckonAt: NEVER,
    levelHistory: [],
    levelsReached: [],
    giftsOwed: [],
    voucherMonth: null,
    benefitsAt: NEVER,
    requests: {},
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
