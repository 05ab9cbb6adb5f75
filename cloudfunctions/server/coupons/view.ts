import type { CouponView, ScopeNames } from '@domain/coupons/contract'
import type { Coupon } from '@domain/coupons/coupon'

/** A coupon as its owner sees it. */
export function couponView(coupon: Coupon): CouponView {
  const {
    memberId: _memberId,
    piece: _piece,
    walletOf: _walletOf,
    remindAt: _remindAt,
    dueAt: _dueAt,
    heldUntil: _heldUntil,
    rev: _rev,
    ...view
  } = coupon
  return view
}

/** What the categories and products are called that coupons are for. */
export function scopeNamesOf(coupons: readonly Pick<Coupon, 'rule' | 'scopeNames'>[]): ScopeNames {
  return Object.fromEntries(
    coupons.flatMap(({ rule, scopeNames }) =>
      rule.scope.ids.map((id, index) => [id, scopeNames[index] ?? '']),
    ),
  )
}
