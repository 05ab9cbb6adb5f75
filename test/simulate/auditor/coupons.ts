/** Coupons: each in one place at a time, none too many, and back when the money is. */
import type { Audit } from './auditor'
import type { CouponDoc, OrderDoc } from './books'
import { byId } from './lookups'
import { SLACK } from './slack'
import { isAlive } from './stock'
import { keptGoods, receivedAt } from './spending'

const DAY = 86_400_000

/** Books of coupons that nobody wrote into since they were counted. */
const seen = new WeakSet<readonly CouponDoc[]>()

/** What must hold at every moment. */
export function checkCoupons(audit: Audit): void {
  checkUses(audit)
  if (!seen.has(audit.books.coupons)) checkCounts(audit)
  seen.add(audit.books.coupons)
  const { books, accuse } = audit
  for (const { _id, status, validUntil } of books.coupons) {
    if (status === 'unused' && validUntil < books.now - SLACK) {
      accuse('only while valid', _id, `is unused ${books.now - validUntil} ms after its time`)
    }
    if (status === 'expired' && validUntil > books.now) {
      accuse('only while valid', _id, 'expired before its time')
    }
  }
}

/** The coupon of an order that lives is held or used for that order, and for no other. */
function checkUses({ books, accuse }: Audit): void {
  const coupons = byId(books.coupons)
  const uses = new Map<string, OrderDoc>()
  for (const order of books.orders) {
    const { _id, couponId } = order
    if (couponId === null || !isAlive(order)) continue
    const other = uses.get(couponId)
    if (other) accuse('one order a coupon', couponId, `is used by ${other._id} and by ${_id}`)
    uses.set(couponId, order)
    const { status, orderId } = coupons.get(couponId) ?? {}
    if (orderId !== _id || (status !== 'held' && status !== 'used')) {
      accuse('one order a coupon', couponId, `is ${status} for ${orderId} and used by ${_id}`)
    }
  }
}

/** No more of a template than there are, and to one member no more than they may claim. */
function checkCounts({ books, prices, accuse }: Audit): void {
  const totals = new Map<string, number>()
  const add = (key: string): number => {
    const count = (totals.get(key) ?? 0) + 1
    totals.set(key, count)
    return count
  }
  for (const { memberId, templateId, channel, claimedAt, ...coupon } of books.coupons) {
    const terms = prices.rules.coupons.get(templateId)
    if (terms?.channel !== channel) {
      accuse('coupons as written', coupon._id, `is of ${templateId} and came by ${channel}`)
      continue
    }
    if (terms.validDays && coupon.validUntil - claimedAt !== terms.validDays * DAY) {
      accuse('coupons as written', coupon._id, `is not good for ${terms.validDays} days`)
    }
    if (add(templateId) === terms.total + 1) {
      accuse('no more coupons than there are', templateId, `of ${terms.total} more are out`)
    }
    if (add(`${templateId} ${memberId}`) === terms.perMember + 1) {
      const says = `has more than ${terms.perMember} of ${templateId}`
      accuse('no more coupons than there are', memberId, says)
    }
  }
}

/** At rest every coupon is where it belongs. */
export function checkCouponsAtRest(audit: Audit): void {
  const { books, accuse } = audit
  const orders = byId(books.orders)
  const issued = new Map<string, number>()
  for (const coupon of books.coupons) {
    const { _id, status, orderId, validUntil, templateId } = coupon
    issued.set(templateId, (issued.get(templateId) ?? 0) + 1)
    const order = orders.get(orderId ?? '')
    if (status === 'held') accuse('no hold left', _id, `is still held for ${orderId}`)
    if (status === 'used' && (order?.couponId !== _id || !isAlive(order))) {
      accuse('back with the money', _id, `is used for ${orderId}, which is ${order?.status}`)
    }
    if (status === 'unused' && validUntil <= books.now) {
      accuse('only while valid', _id, 'is unused after its time')
    }
  }
  const given = new Map<string, number>()
  for (const { templateId, sold } of books.couponPools) {
    given.set(templateId, (given.get(templateId) ?? 0) + sold)
  }
  for (const [templateId, sold] of given) {
    const count = issued.get(templateId) ?? 0
    if (sold !== count) accuse('as coupons say', templateId, `gave ${sold} for ${count} coupons`)
  }
  checkGifts(audit)
}

/** What comes with a received order is there, and goes when its money does. */
function checkGifts({ books, prices, accuse }: Audit): void {
  const given = new Map<string, CouponDoc>()
  for (const coupon of books.coupons) {
    if (coupon.channel === 'order') given.set(`${coupon.source} ${coupon.templateId}`, coupon)
  }
  for (const order of books.orders) {
    for (const { minPaidFen, couponId } of prices.rules.written.gifts) {
      const gift = given.get(`${order._id} ${couponId}`)
      const isDue =
        receivedAt(order) !== undefined && isAlive(order) && keptGoods(order) >= minPaidFen
      if (isDue && (gift === undefined || gift.status === 'revoked')) {
        accuse('gifts with orders', order._id, `earned ${couponId}, which is ${gift?.status}`)
      }
      if (!isDue && gift?.status === 'unused') {
        accuse('gifts with orders', order._id, `keeps ${gift._id}, which it did not earn`)
      }
    }
  }
}
