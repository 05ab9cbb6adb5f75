import type { FreightRule } from '../../catalog/product'
import type { WalletCoupon } from '../../coupons/coupon'
import type { CouponId, SkuId } from '../../ids'
import type { LevelRule } from '../../members/level'
import type { Member } from '../../members/member'
import type { Promotions } from '../../promotions/promotions'
import type { OffsetRule } from '../../points/account'
import type { Instant } from '../../time'
import type { PricedLine, PriceStepKind, Why } from './line'

/** Why something did not make it cheaper. What ended for good is not told. */
export type SkipReason =
  /** The line is bought in a deal, which has a price of its own. */
  | 'deal'
  /** Something else takes more off. */
  | 'better'
  /** Not enough is spent, or too few points: `missing` tells how much more it takes. */
  | 'missing'
  /** It applies, and would take off more with `missing` fen, or people, more. */
  | 'next'
  /** It is for members of a level, `level`, and above. */
  | 'level'
  /** It starts later, at `startsAt`. */
  | 'unstarted'
  /** Nothing in the basket is what it is for. */
  | 'scope'
  /** Another order holds it. */
  | 'held'
  /** Its time is over. */
  | 'over'

/** Something that could have made it cheaper and did not, with the reason. */
export interface Skipped {
  readonly kind: PriceStepKind
  readonly id: string | null
  readonly name: string | null
  readonly reason: SkipReason
  readonly why: Why
  /** The line it is about; null where it is about the whole basket. */
  readonly skuId: SkuId | null
}

/** Everything beside the basket that prices depend on. */
export interface PriceContext {
  readonly freight: FreightRule
  readonly delivery: 'pick-up' | 'courier'
  readonly promotions: Promotions
  readonly levels: LevelRule | null
  readonly member: Pick<Member, 'levelId'>
  /** The member's coupons that are unused, or held by another order. */
  readonly coupons: readonly WalletCoupon[]
  /** The one that is to be used. */
  readonly couponId: CouponId | null
  /** What points may do; null where the shop takes none. */
  readonly points: {
    readonly offset: OffsetRule
    /** Points that the member can spend. */
    readonly available: number
    /** Points that are to be spent, at the most. */
    readonly spend: number
  } | null
  readonly now: Instant
}

/** A receipt as it comes about. */
export interface Draft {
  readonly lines: readonly PricedLine[]
  readonly skipped: readonly Skipped[]
}

/** One step of the pipeline: pure, adds at most one price step to each line. */
export type Pricing = (draft: Draft, context: PriceContext) => Draft

/** So that it does not matter in which order the shop wrote its promotions down. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1
}
