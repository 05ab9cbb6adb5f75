import { NEVER } from '../holds/hold'
import type { CouponId, MemberId } from '../ids'
import { after, DAY, instant, type Duration, type Instant } from '../time'
import type { Coupon, CouponChannel, CouponPiece, CouponTemplate, CouponValidity } from './coupon'

/** So long before a coupon expires its owner hears of it. */
export const EXPIRING_SOON = (2 * DAY) as Duration

/** To whom a coupon goes, and what for. */
export interface Issue {
  readonly couponId: CouponId
  readonly memberId: MemberId
  readonly channel: CouponChannel
  readonly source: string
  readonly piece: CouponPiece
}

/** A member's new coupon. It keeps the template's rule, whatever becomes of that later. */
export function freshCoupon(template: CouponTemplate, issue: Issue, now: Instant): Coupon {
  const { couponId, memberId, channel, source, piece } = issue
  const { from, until } = validityFrom(template.validity, now)
  const remindAt = instant(until - EXPIRING_SOON)
  const coupon: Coupon = {
    _id: couponId,
    memberId,
    templateId: template._id,
    name: template.name,
    rule: template.rule,
    scopeNames: template.scopeNames,
    status: 'unused',
    validFrom: from,
    validUntil: until,
    claimedAt: now,
    channel,
    source,
    piece,
    orderId: null,
    heldUntil: null,
    walletOf: memberId,
    // Who was just given a coupon knows how long it is good.
    remindAt: remindAt > now ? remindAt : null,
    dueAt: now,
    rev: 0,
  }
  return { ...coupon, dueAt: dueOf(coupon) }
}

function validityFrom(
  validity: CouponValidity,
  now: Instant,
): { readonly from: Instant; readonly until: Instant } {
  if (validity.kind === 'dates') return validity
  return { from: now, until: after(now, validity.days * DAY) }
}

/** When time alone has something to do with a coupon. */
export function dueOf({
  status,
  heldUntil,
  remindAt,
  validUntil,
}: Pick<Coupon, 'status' | 'heldUntil' | 'remindAt' | 'validUntil'>): Instant {
  if (status === 'held') return heldUntil ?? NEVER
  return status === 'unused' ? (remindAt ?? validUntil) : NEVER
}

/** What time alone makes of an unused coupon: it expires, or its owner was told that it will. */
export function passCoupon(coupon: Coupon, now: Instant): Coupon {
  const { status, validUntil, remindAt } = coupon
  if (status !== 'unused') return { ...coupon, dueAt: dueOf(coupon) }
  if (now >= validUntil) {
    const expired = { ...coupon, status: 'expired', walletOf: null, remindAt: null } as const
    return { ...expired, dueAt: dueOf(expired) }
  }
  const waiting = { ...coupon, remindAt: isExpiringSoon(coupon, now) ? null : remindAt }
  return { ...waiting, dueAt: dueOf(waiting) }
}

/** Whether its owner is to hear now that a coupon expires soon. */
export function isExpiringSoon(
  { status, remindAt, validUntil }: Pick<Coupon, 'status' | 'remindAt' | 'validUntil'>,
  now: Instant,
): boolean {
  return status === 'unused' && remindAt !== null && now >= remindAt && now < validUntil
}
