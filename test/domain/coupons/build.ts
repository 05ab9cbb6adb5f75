import type { Coupon, CouponRule, CouponTemplate } from '@domain/coupons/coupon'
import { freshCoupon } from '@domain/coupons/life'
import { fen } from '@domain/money'
import { id, MORNING } from '../build'
import { bps } from '../members/build'
import { everything } from '../promotions/build'

/** So much off, from so much on; of everything, unless told otherwise. */
export const off = (amountFen: number, minSpendFen = 0, own: Partial<CouponRule> = {}) =>
  ({
    kind: 'amount',
    amountFen: fen(amountFen),
    minSpendFen: fen(minSpendFen),
    scope: everything,
    ...own,
  }) as CouponRule

/** What is left of the price, and what is taken off at the most. */
export const percent = (
  discountBps: number,
  maxOffFen: number | null = null,
  own: Partial<CouponRule> = {},
) =>
  ({
    kind: 'percent',
    discountBps: bps(discountBps),
    maxOffFen: maxOffFen === null ? null : fen(maxOffFen),
    minSpendFen: fen(0),
    scope: everything,
    ...own,
  }) as CouponRule

/** 新人无门槛券: ten yuan off everything for a week, which everybody may claim once. */
export function aTemplate(own: Partial<CouponTemplate> = {}): CouponTemplate {
  return {
    _id: id('welcome-10'),
    name: '新人无门槛券',
    rule: off(1000),
    scopeNames: [],
    total: 100,
    perMember: 1,
    claimFrom: null,
    claimUntil: null,
    validity: { kind: 'days', days: 7 },
    audience: { kind: 'all' },
    channel: 'claim',
    rank: 0,
    isOffered: true,
    ...own,
  }
}

/** Ann's coupon, claimed this morning. */
export function aCoupon(own: Partial<Coupon> = {}): Coupon {
  const issue = {
    couponId: id<'coupon'>('coupon-1'),
    memberId: id<'member'>('ann'),
    channel: 'claim' as const,
    source: 'request-1',
    piece: { poolId: 'welcome-10#0', key: 'coupon-1-1' },
  }
  return { ...freshCoupon(aTemplate(), issue, MORNING), ...own }
}
