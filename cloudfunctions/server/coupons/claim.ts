import { claimable, type ClaimRefusal } from '@domain/coupons/claim'
import type { CouponView } from '@domain/coupons/contract'
import { fail, hasFailed } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { TemplateId } from '@domain/ids'
import { strangerOf } from '@domain/members/member'
import { claimIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { issueOf } from './issue'
import { broughtBefore, readTemplate } from './offer'
import { couponView } from './view'

interface Claim {
  readonly requestId: string
  readonly templateId: TemplateId
}

/**
 * Claims a coupon: the member's n-th of a template has an id that says so, and is there once. Who
 * claims twice at the same moment is told by that. Four SDK calls, one for a repeat.
 */
export function claimCoupon(
  { requestId, templateId }: Claim,
  { memberId, now }: Caller,
): Promise<{ readonly coupon: CouponView } | ClaimRefusal> {
  const looking = { templateId, memberId, requestId, idOf: claimIdOf }
  return untilThrough(async () => {
    const template = await readTemplate(looking)
    if (!template) return fail('template_unknown')
    const before = broughtBefore(template, looking)
    if (before) return hasFailed(before) ? before : { coupon: couponView(before) }
    const { had, pools, members, shops } = template
    const [shop] = shops
    const society = { levels: shop?.levels ?? null, segments: shop?.segments ?? [], now }
    const member = members[0] ?? strangerOf(memberId)
    const counts = { claimed: had.length, left: available(pools) }
    const refusal = claimable(template, { member, ...counts, ...society })
    if (refusal) return refusal
    const couponId = claimIdOf(templateId, memberId, had.length + 1)
    const giving = { couponId, memberId, channel: 'claim', source: requestId } as const
    const issued = await issueOf(template, giving, now)
    if (hasFailed(issued)) return issued
    // Another claim of the member took this number: the next one is tried.
    return issued.coupon.source === requestId ? { coupon: couponView(issued.coupon) } : 'lost'
  })
}
