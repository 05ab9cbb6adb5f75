import type { Instant } from '../time'
import type { CouponOffer } from './contract'

/** How an offer of the coupon centre stands for who looks at it. */
export type OfferState = 'claimable' | 'other' | 'unstarted' | 'over' | 'claimed' | 'gone'

/**
 * How an offer stands at this moment. Of what speaks against claiming the first thing is told, in
 * the order in which the cloud refuses.
 */
export function offerState(
  { template, audience, claimed, left }: CouponOffer,
  now: Instant,
): OfferState {
  const { claimFrom, claimUntil, perMember, validity } = template
  if (!audience.isIn) return 'other'
  if (claimFrom !== null && now < claimFrom) return 'unstarted'
  if (claimUntil !== null && now >= claimUntil) return 'over'
  if (validity.kind === 'dates' && now >= validity.until) return 'over'
  if (claimed >= perMember) return 'claimed'
  return left > 0 ? 'claimable' : 'gone'
}
