import * as z from 'zod'
import { fenAmount, id, words } from '../contract'
import { MOST_CLAIMS } from '../coupons/claim'
import { couponChannels } from '../coupons/coupon'
import { audience, bps, fileTime, scope } from './promotions.contract'

const coupon = z.strictObject({
  id: id<'template'>(),
  name: words(40).min(1),
  kind: z.enum(['amount', 'percent']),
  /** For kind `amount`. */
  amountFen: fenAmount.optional(),
  /** For kind `percent`: what is left of the price. */
  discountBps: bps.optional(),
  maxOffFen: fenAmount.optional(),
  minSpendFen: fenAmount,
  scope,
  total: z.int().min(0).max(10_000_000),
  perMember: z.int().min(1).max(MOST_CLAIMS),
  /** Days from the claim on; or else `validFrom` and `validUntil`. */
  validDays: z.int().min(1).max(3650).optional(),
  validFrom: fileTime.optional(),
  validUntil: fileTime.optional(),
  claimFrom: fileTime.optional(),
  claimUntil: fileTime.optional(),
  audience,
  channel: z.enum(couponChannels),
})

const orderGift = z.strictObject({
  /** What has to be paid for the goods of one order, and kept. */
  minPaidFen: fenAmount,
  couponId: id<'template'>(),
})

/** 优惠券 and 下单送券, by the names of the sections in the file. */
export const couponSections = {
  coupons: z.array(coupon).max(200).default([]),
  orderGifts: z.array(orderGift).max(10).default([]),
}
