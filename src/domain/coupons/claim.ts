import { fail, foremost, type Failure } from '../failure'
import { inAudience, type Society } from '../members/audience'
import type { Member } from '../members/member'
import type { Instant } from '../time'
import type { CouponTemplate } from './coupon'
import { isClaimOver } from './outlook'

/** The most coupons of a template that one member may claim. */
export const MOST_CLAIMS = 50

/** Who wants to claim, and what is left. */
export interface Claiming extends Society {
  /** By which way it is claimed: in the centre, or in the room of a live. */
  readonly channel: CouponTemplate['channel']
  readonly member: Member
  /** Coupons of the template that the member has claimed, whatever became of them. */
  readonly claimed: number
  /** Coupons that nobody has claimed yet. */
  readonly left: number
}

/** Why a coupon can't be claimed. */
export type ClaimRefusal = Failure<
  | 'request_reused'
  | 'template_unknown'
  | 'audience_other'
  | 'claim_unstarted'
  | 'claim_over'
  | 'member_limit'
  | 'coupons_gone'
>

/** Who has had as many coupons of a template as one member may have. */
export function overLimit(perMember: number): Failure<'member_limit'> {
  return fail('member_limit', { limit: perMember, of: 'coupons' })
}

/** Whether a template stands in the coupon centre. */
export function isInCentre({
  channel,
  isOffered,
}: Pick<CouponTemplate, 'channel' | 'isOffered'>): boolean {
  return channel === 'claim' && isOffered
}

/** Whether newcomers who join at `now` are given a coupon of a template, as if they claimed it. */
export function isWelcome(template: CouponTemplate, now: Instant): boolean {
  const { audience, claimFrom, claimUntil } = template
  const isOpen =
    (claimFrom === null || now >= claimFrom) && (claimUntil === null || now < claimUntil)
  return isInCentre(template) && audience.kind === 'newcomer' && isOpen
}

/** Why a member can't claim a coupon of a template at this moment; nothing where they can. */
export function claimable(
  template: CouponTemplate,
  { member, channel, claimed, left, ...society }: Claiming,
): ClaimRefusal | undefined {
  const { now } = society
  const { claimFrom, perMember } = template
  const refusals: readonly (ClaimRefusal | false)[] = [
    !(template.isOffered && template.channel === channel) && fail('template_unknown'),
    !inAudience(template.audience, member, society) && fail('audience_other'),
    claimFrom !== null && now < claimFrom && fail('claim_unstarted', { startsAt: claimFrom }),
    isClaimOver(template, now) && fail('claim_over'),
    claimed >= perMember && overLimit(perMember),
    left <= 0 && fail('coupons_gone'),
  ]
  return foremost(refusals.filter((refusal) => refusal !== false))
}
