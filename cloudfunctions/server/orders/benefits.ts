import type { OrderGift } from '@domain/coupons/coupon'
import { hasFailed } from '@domain/failure'
import { deservesGift, givesCouponBack } from '@domain/orders/benefits'
import { momentOf, type Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { returnCoupon, revokeCoupon, useCoupon } from '../coupons/hold'
import { issueCoupon } from '../coupons/issue'
import { orders } from '../kit/collections'
import { giftIdOf } from '../kit/ids'
import { log } from '../kit/log'
import { settlePoints } from '../points/settle'

/**
 * Brings coupon, points and gifts in line with where an order stands; again and side by side it
 * comes to the same. Tells whether that is done: a gift that another order holds is waited for.
 */
export async function alignBenefits(order: Order, now: Instant): Promise<boolean> {
  await settlePoints(order, now)
  if (order.couponId !== null && order.payment) {
    if (givesCouponBack(order)) await returnCoupon(order.couponId, order)
    else await useCoupon(order.couponId, order._id)
  }
  const settled = await Promise.all(order.gifts.map((gift) => settleGift(order, gift, now)))
  return settled.every(Boolean)
}

/** Gives what comes with a received order, or takes it away as the money went back. */
async function settleGift(order: Order, gift: OrderGift, now: Instant): Promise<boolean> {
  const { _id: source, memberId } = order
  const { templateId } = gift
  const couponId = giftIdOf(templateId, memberId, source)
  if (!deservesGift(order, gift)) return withdraw(order, couponId)
  const issued = await issueCoupon(
    { templateId, couponId, memberId, channel: 'order', source },
    now,
  )
  if (hasFailed(issued)) log('gift_missing', { orderId: source, code: issued.code })
  if (hasFailed(issued) || !issued.isNew) return true
  // Money may have gone back meanwhile: whoever took the gift away then did not find it yet.
  const current = await orders.get(source)
  return current && !deservesGift(current, gift) ? withdraw(current, couponId) : true
}

/** A gift was never given before the order was received. One that is spent stays spent. */
async function withdraw(order: Order, couponId: ReturnType<typeof giftIdOf>): Promise<boolean> {
  const isReceived = momentOf(order, 'receive') ?? momentOf(order, 'verify')
  return isReceived === undefined || (await revokeCoupon(couponId)) !== 'held'
}
