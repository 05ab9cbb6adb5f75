import { COUPONS_PAGE, MOST_USABLE, type CouponTab } from '@domain/coupons/contract'
import type { Coupon } from '@domain/coupons/coupon'
import type { MemberId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { coupons } from '../kit/collections'
import type { Finding, Words } from '../kit/database'
import type { Caller } from '../kit/serve'
import { couponView, scopeNamesOf } from './view'

interface Listing {
  readonly tab: CouponTab
  readonly before?: Instant | undefined
}

/** A page of the member's coupons. One SDK call. */
export async function listCoupons({ tab, before }: Listing, { memberId, now }: Caller) {
  const { where, order, limit } =
    tab === 'usable' ? usable(memberId, now) : gone(tab, memberId, now)
  const [[field, direction]] = order
  const beyond = (moment: Instant) => (direction === 'asc' ? _.gt(moment) : _.lt(moment))
  const further = before === undefined ? [] : [{ [field]: beyond(before) }]
  const found = await coupons.find(_.and([where, ...further] as never) as never, {
    order,
    limit: limit + 1,
  })
  const page = found.slice(0, limit).map((coupon) => standing(coupon, now))
  return {
    coupons: page.map(couponView),
    more: found.length > limit,
    names: scopeNamesOf(page),
  }
}

interface Query {
  readonly where: Words
  readonly order: readonly [NonNullable<Finding['order']>[number]]
  readonly limit: number
}

const usable = (memberId: MemberId, now: Instant): Query => ({
  where: { walletOf: memberId, validUntil: _.gt(now) },
  order: [['validUntil', 'asc']],
  limit: MOST_USABLE,
})

/** What is over its time and not yet written down as such by the timer is gone all the same. */
const gone = (tab: 'used' | 'expired', memberId: MemberId, now: Instant): Query => ({
  where:
    tab === 'used'
      ? { memberId, status: 'used' }
      : (_.or([
          { memberId, status: _.in(['expired', 'revoked']) },
          { memberId, status: 'unused', validUntil: _.lte(now) },
        ] as never) as never),
  order: [['claimedAt', 'desc']],
  limit: COUPONS_PAGE,
})

const standing = (coupon: Coupon, now: Instant): Coupon =>
  coupon.status === 'unused' && now >= coupon.validUntil ? { ...coupon, status: 'expired' } : coupon
