import type { Coupon } from '@domain/coupons/coupon'
import { isExpiringSoon, passCoupon } from '@domain/coupons/life'
import type { NewMessage } from '@domain/messages/message'
import { yuan } from '@domain/money'
import { givesCouponBack } from '@domain/orders/benefits'
import { after, MINUTE, shopTime, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { coupons, orders } from '../kit/collections'
import { difference } from '../kit/database'
import { log, reasonOf } from '../kit/log'
import { enqueueAllowed } from '../messages/outbox'
import { jobOver } from '../timer/job'
import { releaseCoupon, returnCoupon, useCoupon } from './hold'

/** Coupons a batch. */
const BATCH = 200

/**
 * Looks after coupons that time has something to do with: a hold whose order never came lapses, an
 * unused one expires, and its owner hears of it before. The letter is in the outbox before the
 * coupon remembers it: rather twice asked than never.
 */
export const passCoupons = jobOver({
  in: coupons,
  where: (now) => ({ dueAt: _.lte(now) }),
  finding: { limit: BATCH },
  first: (batch, now) =>
    enqueueAllowed(
      batch.filter((coupon) => isExpiringSoon(coupon, now)).map((coupon) => letterOf(coupon, now)),
    ),
  each: (coupon, now) => (coupon.status === 'held' ? lapse(coupon, now) : pass(coupon, now)),
  trouble: (error) => log('coupon_waits', { reason: reasonOf(error) }),
})

/** An order in the making keeps its coupon; one that never came, or ended, does not. */
async function lapse(coupon: Coupon, now: Instant): Promise<void> {
  const { _id, orderId, heldUntil, rev } = coupon
  if (orderId === null || heldUntil === null || heldUntil > now) return pass(coupon, now)
  const order = await orders.get(orderId)
  if (order?.couponId !== _id) await releaseCoupon(_id, orderId)
  else if (order.status === 'unpaid')
    await coupons.changeIf(_id, { rev }, { dueAt: after(now, MINUTE) })
  else if (!order.payment || givesCouponBack(order)) await returnCoupon(_id, order)
  else await useCoupon(_id, orderId)
}

/** What another write changed meanwhile is looked at again in a minute. */
async function pass(coupon: Coupon, now: Instant): Promise<void> {
  const passed = passCoupon(coupon, now)
  await coupons.changeIf(coupon._id, { rev: coupon.rev }, difference(coupon, passed))
}

function letterOf({ _id, memberId, name, rule, validUntil }: Coupon, now: Instant): NewMessage {
  const off = rule.kind === 'amount' ? `${yuan(rule.amountFen)}元` : `${rule.discountBps / 1000}折`
  return {
    kind: 'couponExpiring',
    memberId,
    subject: _id,
    page: 'pages/coupons/list/index',
    values: {
      thing1: name,
      thing2: off,
      time3: shopTime(validUntil, 'YYYY年M月D日 HH:mm'),
      thing4: '快到期了，记得用掉',
    },
    sendAt: now,
  }
}
