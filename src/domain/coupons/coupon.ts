import type { CouponId, MemberId, OrderId, TemplateId } from '../ids'
import type { Audience } from '../members/audience'
import type { Bps, Fen } from '../money'
import type { Moves } from '../moves'
import type { Scope } from '../promotions/scope'
import type { Instant } from '../time'

/** What a coupon takes off, of what, and from which sum on. */
export type CouponRule = {
  /** 0 for a coupon without a threshold (无门槛券). */
  readonly minSpendFen: Fen
  readonly scope: Scope
} & (
  | { readonly kind: 'amount'; readonly amountFen: Fen }
  /** `discountBps` is what is left: 9000 is 10% off, but never more than `maxOffFen`. */
  | { readonly kind: 'percent'; readonly discountBps: Bps; readonly maxOffFen: Fen | null }
)

/** How long a coupon is good: for some days from its claim on, or between two dates. */
export type CouponValidity =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'dates'; readonly from: Instant; readonly until: Instant }

/** By which way coupons of a template come to members. */
export const couponChannels = [
  /** 领券中心: the member claims it. */
  'claim',
  /** The monthly voucher of a level. */
  'monthly',
  /** A gift for reaching a level. */
  'level-up',
  /** Given for an order, and revoked with it. */
  'order',
  /** Redeemed for points. */
  'points',
  'live',
  'wecom-contact',
  'split',
] as const
export type CouponChannel = (typeof couponChannels)[number]

/** 优惠券模板: what coupons are made of. */
export interface CouponTemplate {
  readonly _id: TemplateId
  readonly name: string
  readonly rule: CouponRule
  /** What the categories or products of its scope are called; empty for everything. */
  readonly scopeNames: readonly string[]
  /** Coupons that there are of it; its pool is loaded with them. */
  readonly total: number
  readonly perMember: number
  /** When it may be claimed; null is no limit. */
  readonly claimFrom: Instant | null
  readonly claimUntil: Instant | null
  readonly validity: CouponValidity
  readonly audience: Audience
  readonly channel: CouponChannel
  /** Place in the coupon centre, ascending. */
  readonly rank: number
  /** False takes it out of the centre; coupons that came of it stay good. */
  readonly isOffered: boolean
}

/** Where a member's coupon stands, and what moves it. */
export type CouponStatus = 'unused' | 'held' | 'used' | 'expired' | 'revoked'
export type CouponEvent = 'hold' | 'release' | 'use' | 'return' | 'expire' | 'revoke'

/**
 * The life of a coupon. hold: an order was placed with it; use: that order was paid; return: it
 * was refunded whole; revoke: what it was given for went back. A coupon that is released or
 * returned after its time expires at the next look.
 */
export const couponMoves: Moves<CouponStatus, CouponEvent> = {
  unused: { hold: 'held', expire: 'expired', revoke: 'revoked' },
  held: { release: 'unused', use: 'used' },
  used: { return: 'unused' },
  expired: {},
  revoked: {},
}

/** A coupon's place in a pool before it is a coupon. */
export interface CouponPiece {
  readonly poolId: string
  /** Its hold there: of several tries to issue one coupon each takes a piece of its own. */
  readonly key: string
}

/** 用户券: a coupon of one member. Its rule is the template's at the time of the claim. */
export interface Coupon {
  readonly _id: CouponId
  readonly memberId: MemberId
  readonly templateId: TemplateId
  readonly name: string
  readonly rule: CouponRule
  readonly scopeNames: readonly string[]
  readonly status: CouponStatus
  readonly validFrom: Instant
  /** Good up to this moment, itself left out. */
  readonly validUntil: Instant
  readonly claimedAt: Instant
  readonly channel: CouponChannel
  /** What it was given for: an order, a month, a level, a redemption, the request of a claim. */
  readonly source: string
  /** Where it was taken out of its template's pool. */
  readonly piece: CouponPiece
  /** The order that holds it or used it. */
  readonly orderId: OrderId | null
  /** When a hold lapses whose order never came; null when nobody holds it. */
  readonly heldUntil: Instant | null
  /** Its owner while it is unused or held, so that one look finds those; else null. */
  readonly walletOf: MemberId | null
  /** When its owner hears that it expires soon; null once told, or where it is good for less. */
  readonly remindAt: Instant | null
  /** No later than time alone has something to do with it: a hold lapses, it expires. */
  readonly dueAt: Instant
  /** Counts the writes. */
  readonly rev: number
}

/** A coupon as prices know it. */
export type WalletCoupon = Pick<
  Coupon,
  '_id' | 'name' | 'rule' | 'scopeNames' | 'status' | 'validFrom' | 'validUntil'
>

/** 下单送券: who receives an order of so much is given a coupon; it goes back with the money. */
export interface OrderGift {
  readonly minPaidFen: Fen
  readonly templateId: TemplateId
}
