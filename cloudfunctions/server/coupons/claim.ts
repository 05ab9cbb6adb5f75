import { claimable, type ClaimRefusal } from '@domain/coupons/claim'
import type { CouponView } from '@domain/coupons/contract'
import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { TemplateId } from '@domain/ids'
import { strangerOf } from '@domain/members/member'
import { claimIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { issueOf } from './issue'
import { broughtBefore, readTemplate, type TemplateReading } from './offer'
import { couponView } from './view'

/** Which coupon is claimed by which wish. */
export interface Claim {
  readonly requestId: string
  readonly templateId: TemplateId
}

/** By which way a coupon is claimed, and what else may be against it there. */
export interface ClaimWay<Refusal extends Failure> {
  readonly channel: 'claim' | 'live'
  readonly refusals: readonly Refusal[]
}

/** Claims a coupon in the coupon centre. Four SDK calls, one for a repeat. */
export function claimCoupon(claim: Claim, caller: Caller) {
  return claimBy<never>({ channel: 'claim', refusals: [] }, claim, caller)
}

/**
 * Claims a coupon: the member's n-th of a template has an id that says so, and is there once. Who
 * claims twice at the same moment is told by that. Four SDK calls, one for a repeat.
 */
export function claimBy<Refusal extends Failure>(
  { channel, refusals }: ClaimWay<Refusal>,
  { requestId, templateId }: Claim,
  { memberId, now }: Caller,
): Promise<{ readonly coupon: CouponView } | ClaimRefusal | Refusal> {
  const looking = { templateId, memberId, requestId, idOf: claimIdOf }
  return untilThrough(async () => {
    const template = await readTemplate(looking)
    if (!template) return fail('template_unknown')
    const before = broughtBefore(template, looking)
    if (before) return hasFailed(before) ? before : { coupon: couponView(before) }
    const refusal = refusalOf(template, { channel, refusals }, { memberId, now })
    if (refusal) return refusal
    const couponId = claimIdOf(templateId, memberId, template.had.length + 1)
    const issued = await issueOf(
      template,
      { couponId, memberId, channel, source: requestId } as const,
      now,
    )
    if (hasFailed(issued)) return issued
    // Another claim of the member took this number: the next one is tried.
    return issued.coupon.source === requestId ? { coupon: couponView(issued.coupon) } : 'lost'
  })
}

/** Why the member can't claim another one now; of several reasons the foremost. */
function refusalOf<Refusal extends Failure>(
  template: TemplateReading,
  { channel, refusals }: ClaimWay<Refusal>,
  { memberId, now }: Caller,
): ClaimRefusal | Refusal | undefined {
  const { had, pools, members, shops } = template
  const [shop] = shops
  const society = { levels: shop?.levels ?? null, segments: shop?.segments ?? [], now }
  const member = members[0] ?? strangerOf(memberId)
  const counts = { channel, claimed: had.length, left: available(pools) }
  const refused = claimable(template, { member, ...counts, ...society })
  const all = refused ? [...refusals, refused] : refusals
  return foremost<Failure['code']>(all) as ClaimRefusal | Refusal | undefined
}
