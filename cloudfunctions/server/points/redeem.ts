import type { CouponView } from '@domain/coupons/contract'
import type { Coupon } from '@domain/coupons/coupon'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { CouponId, Id, MemberId } from '@domain/ids'
import { withoutHold, type PointsAccount } from '@domain/points/account'
import { post } from '@domain/points/ledger'
import type { MallCoupon } from '@domain/points/mall'
import { after, MINUTE, type Duration, type Instant } from '@domain/time'
import { issueCoupon } from '../coupons/issue'
import { couponView } from '../coupons/view'
import { coupons, pointsEntries, shops } from '../kit/collections'
import { redemptionIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { releasePoints, takePoints } from './hold'
import { writePosted } from './post'

interface Redeeming {
  readonly requestId: string
  readonly itemId: Id<'mall-item'>
}

/** What redeeming is refused for. */
type Refusal = Failure<'request_reused' | 'mall_item_unknown' | 'points_short' | 'coupons_gone'>

/** What one look brings. */
interface Reading {
  readonly items: readonly MallCoupon[]
  readonly accounts: readonly PointsAccount[]
  readonly issued: readonly Coupon[]
}

/** Points are held so long for a coupon; then the timer finishes the redemption or lets them go. */
const REDEEM_WINDOW = (5 * MINUTE) as Duration

/**
 * Redeems points for a coupon: holds the points, issues the coupon, posts the entry. The coupon's
 * id is derived from the request, and the hold and the entry from the coupon's id, so that a repeat
 * goes on where an earlier call stopped. What nobody repeats, the timer finishes or undoes.
 */
export async function redeem(
  { requestId, itemId }: Redeeming,
  { memberId, now }: Caller,
): Promise<{ coupon: CouponView } | Refusal> {
  const couponId = redemptionIdOf(memberId, requestId)
  const { item, account, issued } = await readItem(itemId, { memberId, couponId })
  if (!item || (!issued && !item.isOffered)) return fail('mall_item_unknown')
  const held = account?.holds[couponId]
  const points = held?.n ?? item.points
  if (!issued && points !== item.points) return fail('request_reused')
  const available = account?.available ?? 0
  const missing = issued || held ? 0 : points - available
  if (missing > 0) return fail('points_short', { missing })
  const coupon = issued ?? (await buy(item, { memberId, couponId }, now))
  if (hasFailed(coupon)) return coupon
  if (coupon.source !== itemId) return fail('request_reused')
  await finishRedemption(coupon, points, now)
  return { coupon: couponView(coupon) }
}

/** Holds the points and issues the coupon; lets the points go where there is none. */
async function buy(
  item: MallCoupon,
  redemption: Redemption,
  now: Instant,
): Promise<Coupon | Failure<'mall_item_unknown' | 'points_short' | 'coupons_gone'>> {
  const { memberId, couponId } = redemption
  const { points } = item
  const until = after(now, REDEEM_WINDOW)
  const short = await takePoints(memberId, { holdId: couponId, points, until })
  // A twin of this call may have spent them for the same coupon.
  if (short) return (await coupons.get(couponId)) ?? short
  const coupon = await issue(item, redemption, now)
  if (hasFailed(coupon)) await releasePoints(memberId, couponId, points)
  return coupon
}

/** Whose redemption it is, and of which coupon. */
interface Redemption {
  readonly memberId: MemberId
  readonly couponId: CouponId
}

async function readItem(itemId: MallCoupon['_id'], { memberId, couponId }: Redemption) {
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .project({ _id: 1 })
    .addFields({ itemKey: itemId, memberKey: memberId, couponKey: couponId })
    .lookup({ from: 'mall_coupons', localField: 'itemKey', foreignField: '_id', as: 'items' })
    .lookup({
      from: 'points_accounts',
      localField: 'memberKey',
      foreignField: '_id',
      as: 'accounts',
    })
    .lookup({ from: 'coupons', localField: 'couponKey', foreignField: '_id', as: 'issued' })
    .end()) as unknown as { list: readonly Reading[] }
  const [found] = list
  return { item: found?.items[0], account: found?.accounts[0], issued: found?.issued[0] }
}

async function issue(
  { _id: source, templateId }: MallCoupon,
  { memberId, couponId }: Redemption,
  now: Instant,
): Promise<Coupon | Failure<'mall_item_unknown' | 'coupons_gone'>> {
  const giving = { templateId, couponId, memberId, channel: 'points', source } as const
  const answer = await issueCoupon(giving, now)
  if (!hasFailed(answer)) return answer.coupon
  return answer.code === 'coupons_gone' ? fail('coupons_gone') : fail('mall_item_unknown')
}

/**
 * Posts what a coupon was redeemed for, once, and drops the hold on the points. A hold that a late
 * twin of the call took after that is let go.
 */
export async function finishRedemption(
  { _id: couponId, memberId, name }: Coupon,
  points: number,
  now: Instant,
): Promise<void> {
  const _id = `redeem.${couponId}`
  const what = { kind: 'redeem', orderId: null, why: { name } } as const
  const posting = { _id, ...what, points: -points, months: 0 }
  await untilThrough(async () => {
    const posted = await pointsEntries.get(_id)
    if (posted) return releasePoints(memberId, couponId, points)
    return writePosted(memberId, (account) => post(withoutHold(account, couponId), [posting], now))
  })
}
