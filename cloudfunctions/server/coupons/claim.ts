import type { Shop } from '@domain/catalog/product'
import { claimable, MOST_CLAIMS, type ClaimRefusal } from '@domain/coupons/claim'
import type { CouponView } from '@domain/coupons/contract'
import type { Coupon, CouponTemplate } from '@domain/coupons/coupon'
import { fail, hasFailed } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { MemberId, TemplateId } from '@domain/ids'
import { strangerOf, type Member } from '@domain/members/member'
import { couponTemplates } from '../kit/collections'
import { claimIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { issueOf } from './issue'
import type { CouponShard } from './pieces'
import { couponView } from './view'

interface Claim {
  readonly requestId: string
  readonly templateId: TemplateId
}

/** A template with all that claiming from it depends on. */
interface Reading extends CouponTemplate {
  readonly pools: readonly CouponShard[]
  readonly claimed: readonly Coupon[]
  readonly members: readonly Member[]
  readonly shops: readonly Shop[]
}

/**
 * Claims a coupon: the member's n-th of a template has an id that says so, and is there once. Who
 * claims twice at the same moment is told by that. Four SDK calls, one for a repeat.
 */
export function claimCoupon(
  { requestId, templateId }: Claim,
  { memberId, now }: Caller,
): Promise<{ readonly coupon: CouponView } | ClaimRefusal> {
  return untilThrough(async () => {
    const template = await readTemplate(templateId, memberId)
    if (!template) return fail('template_unknown')
    const { claimed, pools, members, shops } = template
    const before = claimed.find(({ source }) => source === requestId)
    if (before) return { coupon: couponView(before) }
    const [shop] = shops
    const society = { levels: shop?.levels ?? null, segments: shop?.segments ?? [], now }
    const member = members[0] ?? strangerOf(memberId)
    const counts = { claimed: claimed.length, left: available(pools) }
    const refusal = claimable(template, { member, ...counts, ...society })
    if (refusal) return refusal
    const couponId = claimIdOf(templateId, memberId, claimed.length + 1)
    const giving = { couponId, memberId, channel: 'claim', source: requestId } as const
    const issued = await issueOf(template, giving, now)
    if (hasFailed(issued)) return issued
    // Another claim of the member took this number: the next one is tried.
    return issued.coupon.source === requestId ? { coupon: couponView(issued.coupon) } : 'lost'
  })
}

async function readTemplate(
  templateId: TemplateId,
  memberId: MemberId,
): Promise<Reading | undefined> {
  const claimKeys = Array.from({ length: MOST_CLAIMS }, (_, index) =>
    claimIdOf(templateId, memberId, index + 1),
  )
  const { list } = (await couponTemplates
    .aggregate()
    .match({ _id: templateId })
    .addFields({ claimKeys, memberKey: memberId, shopKey: 'shop' })
    .lookup({ from: 'coupon_pools', localField: '_id', foreignField: 'templateId', as: 'pools' })
    .lookup({ from: 'coupons', localField: 'claimKeys', foreignField: '_id', as: 'claimed' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .project({ 'pools.holds': 0, 'pools.returned': 0 })
    .end()) as unknown as { list: readonly Reading[] }
  return list[0]
}
