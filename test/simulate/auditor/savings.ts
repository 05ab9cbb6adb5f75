/** Coupons and points on a receipt: what they may take off, reckoned from what they promise. */
import type { Audit } from './auditor'
import type { LineNote, OrderDoc } from './books'
import { byId } from './lookups'
import type { CouponTerms } from './house-rules'
import { stepOf, sum } from './lines'
import type { Takes, Terms } from './price-list'

const stepsOf = (lines: readonly LineNote[], kind: string): number =>
  sum(lines.map((line) => stepOf(line, kind)))

/** What lines cost before points, and before the parcel. */
const beforePoints = (lines: readonly LineNote[]): number =>
  sum(lines.map(({ payableFen }) => payableFen)) -
  stepsOf(lines, 'points') -
  stepsOf(lines, 'freight')

const everything: Takes = { coupons: true, points: true }

/** A coupon takes off what it says, points what the shop lets them. */
export function checkSavings(audit: Audit, order: OrderDoc): void {
  const { books, prices } = audit
  const terms = order.deal ? prices.of(order.deal.id, books) : undefined
  checkCoupon(audit, order, terms?.takes ?? everything)
  checkPoints(audit, order, terms)
}

function checkCoupon({ books, prices, accuse }: Audit, order: OrderDoc, takes: Takes): void {
  const { _id, couponId, memberId, placedAt, receipt } = order
  const off = -stepsOf(receipt.lines, 'coupon')
  if (couponId === null) {
    if (off !== 0) accuse('coupons as written', _id, `${off} off without a coupon`)
    return
  }
  const coupon = byId(books.coupons).get(couponId)
  const terms = prices.rules.coupons.get(coupon?.templateId ?? '')
  if (!coupon || !terms || coupon.memberId !== memberId) {
    accuse('coupons as written', _id, `uses ${couponId}, which is not theirs`)
    return
  }
  if (placedAt < coupon.validFrom || placedAt >= coupon.validUntil) {
    accuse('coupons as written', _id, `uses ${couponId} out of its time`)
  }
  const own = takes.coupons ? receipt.lines.filter((line) => isFor(terms, line)) : []
  const spent = beforePoints(own) - stepsOf(own, 'coupon')
  const due = spent < terms.minSpendFen ? 0 : offFor(terms, spent)
  if (off !== due || stepsOf(own, 'coupon') !== -off) {
    accuse('coupons as written', _id, `${terms.id} takes ${off} off ${spent}, not ${due}`)
  }
}

const isFor = ({ productId }: CouponTerms, { product }: LineNote): boolean =>
  productId === undefined || product.id === productId

/** What a coupon takes off goods of so much. */
function offFor({ off }: CouponTerms, spent: number): number {
  if (off.kind === 'amount') return Math.min(off.amountFen, spent)
  const part = spent - Math.round((spent * off.discountBps) / 10_000)
  return Math.min(part, off.maxOffFen ?? part)
}

/** Points that the mall asks for, and beside them points that bring the sum down. */
function checkPoints({ prices, accuse }: Audit, order: OrderDoc, terms: Terms | undefined): void {
  const { _id, receipt } = order
  const { lines } = receipt
  const { fenPerPoint, maxBps, minPoints } = prices.rules.written.points.offset
  const asked = sum(lines.map(({ quantity }) => quantity * (terms?.points ?? 0)))
  const points = sum(lines.map((line) => line.points)) - asked
  const off = -stepsOf(lines, 'points')
  if (off !== points * fenPerPoint || points < 0) {
    accuse('points as written', _id, `${points} points take ${off} off, beside ${asked}`)
  }
  if (points === 0) return
  const takes = terms?.takes ?? everything
  const most = takes.points ? Math.floor((beforePoints(lines) * maxBps) / 10_000) : 0
  if (off > most || points < minPoints) {
    accuse('points as written', _id, `${points} points take ${off} off, at most ${most}`)
  }
}
