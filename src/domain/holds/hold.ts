import type { DealId, MemberId, ProductId, SkuId, TemplateId } from '../ids'
import { DAY, MINUTE, type Duration, type Instant } from '../time'

/** Where a hold was taken: whatever limits a purchase is a document with something available. */
export type HoldPlace = 'pools' | 'quotas' | 'teams' | 'coupons' | 'points'

/** A hold as the order remembers it. */
export interface Hold {
  readonly in: HoldPlace
  readonly id: string
  readonly quantity: number
  /** Of which SKU; null where it is not stock that is held. */
  readonly skuId: SkuId | null
  /** Which seat, in a team. */
  readonly seat?: string
}

/** A hold as the pool remembers it. It lapses at `until` when its order never came. */
export interface HeldBy {
  readonly n: number
  readonly until: Instant
}

/**
 * Something limited. At every moment available + held + sold = loaded.
 * `returned` keeps, for some days, what has come back, so that a repeat adds nothing: the id of a
 * whole order, or the number of an after-sale request.
 */
export interface Pool {
  readonly _id: string
  readonly loaded: number
  readonly available: number
  readonly sold: number
  /** By what it was taken for: an order, or a coupon that is being issued. */
  readonly holds: Readonly<Record<string, HeldBy>>
  readonly returned: Readonly<Record<string, Instant>>
  /** The earliest moment at which a hold here may lapse; the sweep looks no earlier. */
  readonly sweepAt: Instant
  /** Counts the holds taken, so that the sweep sees whether one came while it looked. */
  readonly rev: number
}

/** One shard of the stock of a SKU, or of a deal's own stock. */
export interface StockPool extends Pool {
  readonly skuId: SkuId
  readonly productId: ProductId | null
  readonly dealId: DealId | null
  /**
   * Members who joined the deal through this shard: a hint for display, settlement counts orders.
   */
  readonly people: number
  /** Pieces that the cockpit added, or took, by the wish that did: each wish does it once. */
  readonly changed?: Readonly<Record<string, number>>
}

/** One shard of coupons that are still to be issued. */
export interface CouponPool extends Pool {
  readonly templateId: TemplateId
}

/** How much one member may still take of one deal. */
export interface Quota extends Pool {
  readonly dealId: DealId
  readonly memberId: MemberId
}

/** For `sweepAt` of a pool without holds: never. */
export const NEVER = 9_000_000_000_000_000 as Instant

/**
 * A hold outlives its order's pay window by this much, so that no order loses it while it lives.
 */
export const HOLD_GRACE = (10 * MINUTE) as Duration

/** How long a pool remembers what came back: longer than any caller may be late. */
export const RETURNS_KEPT = (7 * DAY) as Duration

/** A pool filled for the first time. */
export function freshPool(id: string, loaded: number): Pool {
  const nothing = { sold: 0, holds: {}, returned: {}, sweepAt: NEVER, rev: 0 }
  return { _id: id, loaded, available: loaded, ...nothing }
}

/** A shard serves about this many pieces: small documents, and few buyers waiting for one. */
export const PIECES_PER_SHARD = 75

/** More shards than this make the sum for display dear. */
export const MOST_SHARDS = 16

/** How many shards a stock is spread over. */
export function shardCount(stock: number): number {
  return Math.min(MOST_SHARDS, Math.max(1, Math.floor(stock / PIECES_PER_SHARD)))
}

/** Spreads a stock over shards as evenly as whole pieces allow. */
export function spread(stock: number, shards: number): number[] {
  const each = Math.floor(stock / shards)
  return Array.from({ length: shards }, (_, shard) => each + (shard < stock % shards ? 1 : 0))
}

/** The shard that an order tries first: the same for the same order, and even over many. */
export function shardOf(orderId: string, shards: number): number {
  let hash = 2166136261
  for (let i = 0; i < orderId.length; i += 1) {
    hash = Math.imul(hash ^ orderId.charCodeAt(i), 16777619) >>> 0
  }
  return hash % shards
}

/** What is left over all shards. */
export function available(pools: readonly Pick<Pool, 'available'>[]): number {
  return pools.reduce((sum, pool) => sum + pool.available, 0)
}

/** How many people joined a deal, over all its shards. */
export function peopleIn(pools: readonly Pick<StockPool, 'people'>[]): number {
  return pools.reduce((sum, pool) => sum + pool.people, 0)
}

/**
 * Cuts `quantity` pieces out of holds, first come first cut: what was cut, and what is still held.
 * Fewer are cut where fewer are held.
 */
export function cut(
  holds: readonly Hold[],
  fits: (hold: Hold) => boolean,
  quantity: number,
): { readonly taken: readonly Hold[]; readonly rest: readonly Hold[] } {
  const taken: Hold[] = []
  const rest: Hold[] = []
  let missing = quantity
  for (const hold of holds) {
    const part = fits(hold) ? Math.min(missing, hold.quantity) : 0
    missing -= part
    if (part > 0) taken.push({ ...hold, quantity: part })
    if (part < hold.quantity) rest.push({ ...hold, quantity: hold.quantity - part })
  }
  return { taken, rest }
}

/** Pieces to take from which shard, fullest first, or nothing when all together are too few. */
export function gather<Shard extends Pick<Pool, 'available'>>(
  pools: readonly Shard[],
  quantity: number,
): { shard: Shard; quantity: number }[] | undefined {
  const pieces: { shard: Shard; quantity: number }[] = []
  let missing = quantity
  for (const shard of [...pools].sort((one, other) => other.available - one.available)) {
    const taken = Math.min(missing, shard.available)
    if (taken > 0) pieces.push({ shard, quantity: taken })
    missing -= taken
  }
  return missing === 0 ? pieces : undefined
}
