/** The shop file's sections about members, as an operator would write them. */
import type { PlannedCoupon, PlannedMemberDay, PlannedPoints, PlannedSociety } from './society'

/** Tells a moment of the plan, in minutes after its start, as it stands on the shop's wall. */
type Wall = (minutes: number) => string

/** WeChat's templates of what the shop may send. */
export const templates = {
  ...{ orderShipped: 'order-shipped', refundSent: 'refund-sent', teamFormed: 'team-formed' },
  ...{ couponExpiring: 'coupon-expiring', pointsExpiring: 'points-expiring' },
  liveStart: 'live-start',
}

/** Coupons, levels, points and the member day; the day stands among the discounts. */
export function writtenSociety(society: PlannedSociety, wall: Wall): object {
  const { coupons, gifts, window, levels, points } = society
  return {
    coupons: coupons.map((coupon) => writtenCoupon(coupon, wall)),
    orderGifts: gifts,
    memberLevels: { window, levels: levels.map((level) => ({ ...level, name: level.id })) },
    points: writtenPoints(points),
    messageTemplates: templates,
  }
}

function writtenCoupon({ off, productId, valid, claimable, ...rest }: PlannedCoupon, wall: Wall) {
  return {
    ...rest,
    ...off,
    name: rest.id,
    scope: productId === undefined ? { kind: 'all' } : { kind: 'product', ids: [productId] },
    ...(valid && { validFrom: wall(valid.from), validUntil: wall(valid.to) }),
    ...(claimable && { claimFrom: wall(claimable.from), claimUntil: wall(claimable.to) }),
  }
}

function writtenPoints({ months, ...points }: PlannedPoints): object {
  return { ...points, expires: { months, unit: 'month-end' } }
}

/** The member day, all day long. */
export function writtenMemberDay({ on, ...day }: PlannedMemberDay): object {
  return {
    ...{ id: 'member-day', name: 'member-day', ...day, scope: { kind: 'all' } },
    repeats: { every: 'month', on, at: '00:00', lasts: '24h' },
  }
}
