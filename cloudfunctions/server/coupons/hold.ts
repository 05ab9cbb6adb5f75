import type { Coupon } from '@domain/coupons/coupon'
import { fail, type Failure } from '@domain/failure'
import { NEVER, type Hold } from '@domain/holds/hold'
import type { CouponId, MemberId, OrderId } from '@domain/ids'
import { instant, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { coupons } from '../kit/collections'

/** For which order a coupon is held, and until when if that never comes. */
export interface Holding {
  readonly memberId: MemberId
  readonly orderId: OrderId
  readonly until: Instant
  readonly now: Instant
}

/** To be looked at by the timer, which works out when it is really due. */
const AT_ONCE = instant(0)

/** What a coupon is that nobody holds. */
const free = { status: 'unused', orderId: null, heldUntil: null, dueAt: AT_ONCE, rev: _.inc(1) }

const couponHold = (couponId: CouponId): Hold => ({
  in: 'coupons',
  id: couponId,
  quantity: 1,
  skuId: null,
})

/**
 * Holds a member's coupon for an order: the coupon itself decides, in one conditional update. A
 * repeat finds what it took before.
 */
export async function takeCoupon(
  couponId: CouponId,
  { memberId, orderId, until, now }: Holding,
): Promise<Hold | Failure<'coupon_unknown' | 'coupon_cannot'>> {
  const taken = await coupons.changeIf(
    couponId,
    { memberId, status: 'unused', validFrom: _.lte(now), validUntil: _.gt(now) },
    { status: 'held', orderId, heldUntil: until, dueAt: until, rev: _.inc(1) },
  )
  if (taken) return couponHold(couponId)
  const coupon = await coupons.get(couponId)
  if (coupon?.memberId !== memberId) return fail('coupon_unknown')
  if (coupon.status === 'held' && coupon.orderId === orderId) return couponHold(couponId)
  return fail('coupon_cannot', { status: coupon.status })
}

/** Lets a coupon go that an order holds; a repeat changes nothing. */
export function releaseCoupon(couponId: string, orderId: OrderId): Promise<boolean> {
  return coupons.changeIf(couponId, { status: 'held', orderId }, free)
}

/** Books a coupon as used by the order that holds it; a repeat changes nothing. */
export function useCoupon(couponId: CouponId, orderId: OrderId): Promise<boolean> {
  const used = { status: 'used', heldUntil: null, walletOf: null, remindAt: null, dueAt: NEVER }
  return coupons.changeIf(couponId, { status: 'held', orderId }, { ...used, rev: _.inc(1) })
}

/**
 * Gives a coupon back to its owner, as all money of the order that it was used for goes back. One
 * whose time is over expires at the timer's next look. A repeat changes nothing.
 */
export async function returnCoupon(
  couponId: CouponId,
  { _id: orderId, memberId }: { readonly _id: OrderId; readonly memberId: MemberId },
): Promise<void> {
  const used = { status: 'used', orderId }
  if (await coupons.changeIf(couponId, used, { ...free, walletOf: memberId })) return
  await releaseCoupon(couponId, orderId)
}

/** Takes a coupon away that was given for something that went back, unless it was spent. */
export async function revokeCoupon(couponId: CouponId): Promise<Coupon['status'] | undefined> {
  const gone = { status: 'revoked', walletOf: null, remindAt: null, dueAt: NEVER, rev: _.inc(1) }
  if (await coupons.changeIf(couponId, { status: 'unused' }, gone)) return 'revoked'
  return (await coupons.get(couponId))?.status
}
