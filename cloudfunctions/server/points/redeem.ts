import { overLimit } from '@domain/coupons/claim'
import type { CouponView } from '@domain/coupons/contract'
import type { Coupon } from '@domain/coupons/coupon'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Id } from '@domain/ids'
import { withoutHold, type PointsAccount } from '@domain/points/account'
import { post } from '@domain/points/ledger'
import type { MallCoupon } from '@domain/points/mall'
import { after, MINUTE, type Duration, type Instant } from '@domain/time'
import { issueOf } from '../coupons/issue'
import { broughtBefore, readTemplate, type Looking, type TemplateReading } from '../coupons/offer'
import { couponView } from '../coupons/view'
import { coupons, mallCoupons, pointsEntries } from '../kit/collections'
import { redemptionIdOf, wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { pointsShort, releasePoints, takePoints } from './hold'
import { writePosted } from './post'

interface Redeeming {
  readonly requestId: string
  readonly itemId: Id<'mall-item'>
}

/** What redeeming is refused for. */
type Refusal = Failure<
  'request_reused' | 'mall_item_unknown' | 'member_limit' | 'points_short' | 'coupons_gone'
>

/** Points are held so long for a coupon; then the timer finishes the redemption or lets them go. */
const REDEEM_WINDOW = (5 * MINUTE) as Duration

/**
 * Redeems points for a coupon: holds the points, issues the coupon, posts the entry. The member's
 * n-th of a template has an id that says so, and the hold and the entry have theirs from it: nobody
 * has more than the template allows, and a repeat goes on where an earlier call stopped. What
 * nobody repeats, the timer finishes or undoes.
 */
export async function redeem(
  { requestId, itemId }: Redeeming,
  { memberId, now }: Caller,
): Promise<{ coupon: CouponView } | Refusal> {
  const item = await mallCoupons.get(itemId)
  if (!item) return fail('mall_item_unknown')
  const looking = { templateId: item.templateId, memberId, requestId, idOf: redemptionIdOf }
  return untilThrough(async () => {
    const template = await readTemplate(looking)
    if (!template) return fail('mall_item_unknown')
    const [account] = template.accounts
    const before = broughtBefore(template, looking)
    if (hasFailed(before)) return before
    if (before) return { coupon: couponView(await finished(before, item, account, now)) }
    if (!item.isOffered) return fail('mall_item_unknown')
    const coupon = await buy(item, template, looking, now)
    if (hasFailed(coupon)) return coupon
    // Another wish of the member took this number: the next one is tried.
    return coupon.source === requestId ? { coupon: couponView(coupon) } : 'lost'
  })
}

/** The hold of a request on the points for a coupon: no other request shares it. */
export const redemptionHoldOf = ({ _id, source }: Pick<Coupon, '_id' | 'source'>): string =>
  `${_id}-${wishOf('points.redeem', source).slice(0, 8)}`

/** Brings to an end what an earlier call of the same request began. */
async function finished(
  coupon: Coupon,
  { points }: MallCoupon,
  account: PointsAccount | undefined,
  now: Instant,
): Promise<Coupon> {
  const held = account?.holds[redemptionHoldOf(coupon)]
  await finishRedemption(coupon, held?.n ?? points, now)
  return coupon
}

/** Holds the points, issues the member's next coupon, posts; where there is none, lets them go. */
async function buy(
  item: MallCoupon,
  template: TemplateReading,
  { memberId, requestId }: Looking,
  now: Instant,
): Promise<Coupon | Failure<'member_limit' | 'points_short' | 'coupons_gone'>> {
  const { _id: templateId, had, perMember, accounts } = template
  if (had.length >= perMember) return overLimit(perMember)
  const couponId = redemptionIdOf(templateId, memberId, had.length + 1)
  const holdId = redemptionHoldOf({ _id: couponId, source: requestId })
  const [account] = accounts
  const held = account?.holds[holdId]
  const points = held?.n ?? item.points
  if (!held && (account?.available ?? 0) < points) return pointsShort(account, points)
  const taken = await takePoints(memberId, { holdId, points, until: after(now, REDEEM_WINDOW) })
  // A twin of this call may have spent them for the same coupon.
  if (hasFailed(taken)) return (await coupons.get(couponId)) ?? taken
  const giving = { couponId, memberId, channel: 'points', source: requestId } as const
  const issued = await issueOf(template, giving, now)
  if (!hasFailed(issued) && issued.coupon.source === requestId) {
    await finishRedemption(issued.coupon, points, now)
    return issued.coupon
  }
  await releasePoints(memberId, holdId, points)
  return hasFailed(issued) ? issued : issued.coupon
}

/**
 * Posts what a coupon was redeemed for, once, and drops the hold on the points. A hold that a late
 * twin of the call took after that is let go.
 */
export async function finishRedemption(
  coupon: Coupon,
  points: number,
  now: Instant,
): Promise<void> {
  const { _id: couponId, memberId, name } = coupon
  const holdId = redemptionHoldOf(coupon)
  const _id = `redeem.${couponId}`
  const what = { kind: 'redeem', orderId: null, why: { name } } as const
  const posting = { _id, ...what, points: -points, months: 0 }
  await untilThrough(async () => {
    const posted = await pointsEntries.get(_id)
    if (posted) return releasePoints(memberId, holdId, points)
    return writePosted(memberId, (account) => post(withoutHold(account, holdId), [posting], now))
  })
}
