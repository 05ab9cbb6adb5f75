import type { Instant } from '../time'
import type { CouponOffer } from './contract'
import type { CouponTemplate } from './coupon'

/** How an offer of the coupon centre stands for who looks at it. */
export type OfferState = 'claimable' | 'other' | 'unstarted' | 'over' | 'claimed' | 'gone'

/** Whether nobody claims any more: the time for it is over, or what was claimed were no good. */
export function isClaimOver(
  { claimUntil, validity }: Pick<CouponTemplate, 'claimUntil' | 'validity'>,
  now: Instant,
): boolean {
  const isUseless = validity.kind === 'dates' && now >= validity.until
  return isUseless || (claimUntil !== null && now >= claimUntil)
}

/**
 * How an offer stands at this moment. Of what speaks against claiming the first thing is told, in
 * the order in which the cloud refuses.
 */
export function offerState(
  { template, audience, claimed, left }: CouponOffer,
  now: Instant,
): OfferState {
  const { claimFrom, perMember } = template
  if (!audience.isIn) return 'other'
  if (claimFrom !== null && now < claimFrom) return 'unstarted'
  if (isClaimOver(template, now)) return 'over'
  if (claimed >= perMember) return 'claimed'
  return left > 0 ? 'claimable' : 'gone'
}
