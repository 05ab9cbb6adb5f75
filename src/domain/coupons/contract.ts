import * as z from 'zod'
import { action, id, moment, requestId } from '../contract'
import type { AudienceView } from '../flashsale/contract'
import type { CouponTemplate, Coupon } from './coupon'

/** A coupon as its owner sees it. */
export type CouponView = Omit<
  Coupon,
  'memberId' | 'piece' | 'walletOf' | 'remindAt' | 'dueAt' | 'heldUntil' | 'rev'
>

/** A template in the coupon centre. */
export interface CouponOffer {
  readonly template: Pick<
    CouponTemplate,
    '_id' | 'name' | 'rule' | 'total' | 'perMember' | 'claimFrom' | 'claimUntil' | 'validity'
  >
  readonly audience: AudienceView
  /** Coupons that nobody has claimed yet. */
  readonly left: number
  /** How many the caller has claimed. */
  readonly claimed: number
}

/** The tabs of 我的优惠券. */
export const couponTabs = ['usable', 'used', 'expired'] as const
export type CouponTab = (typeof couponTabs)[number]

/** Coupons of a page of those that are used or gone. */
export const COUPONS_PAGE = 20

/** Usable coupons are shown at once; a member with more of them turns the page. */
export const MOST_USABLE = 100

/** 领券中心 and 我的优惠券. */
export const couponsContract = {
  /** What may be claimed, in the shop's order. ≤ 2 SDK calls. */
  'coupons.center': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly offers: readonly CouponOffer[]
      readonly names: ScopeNames
    }>(),
    fails: ['shop_unknown'],
  }),
  /** Claims a coupon. Safe to repeat: one `requestId`, one coupon. */
  'coupons.claim': action({
    input: z.strictObject({ requestId, templateId: id<'template'>() }),
    output: z.custom<{ readonly coupon: CouponView }>(),
    fails: [
      'request_reused',
      'template_unknown',
      'audience_other',
      'claim_unstarted',
      'claim_over',
      'member_limit',
      'coupons_gone',
      'busy',
    ],
  }),
  /**
   * The caller's coupons: usable ones, those held by an order among them, the soonest to expire
   * first; others the newest first. `before` is `validUntil` of the last usable one, `claimedAt` of
   * the last other one.
   */
  'coupons.list': action({
    input: z.strictObject({ tab: z.enum(couponTabs), before: moment.optional() }),
    output: z.custom<{
      readonly coupons: readonly CouponView[]
      readonly more: boolean
      readonly names: ScopeNames
    }>(),
    fails: [],
  }),
}

/** What the categories and products of scopes are called. */
export type ScopeNames = Readonly<Record<string, string>>
