import type { Shop } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import { MOST_CLAIMS } from '@domain/coupons/claim'
import type { Coupon, CouponTemplate } from '@domain/coupons/coupon'
import type { CouponId, MemberId, TemplateId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import type { PointsAccount } from '@domain/points/account'
import { couponTemplates } from '../kit/collections'
import type { CouponShard } from './pieces'

/** Whose coupons of which template are looked at, and by which ids they would have come. */
export interface Looking {
  readonly templateId: TemplateId
  readonly memberId: MemberId
  readonly requestId: string
  /** The id of the member's n-th. */
  readonly idOf: (templateId: TemplateId, memberId: MemberId, n: number) => CouponId
}

/** A template with all that having one more coupon of it depends on. */
export interface TemplateReading extends CouponTemplate {
  readonly pools: readonly CouponShard[]
  /** Coupons that the member has had of it by those ids, whatever became of them. */
  readonly had: readonly Coupon[]
  /** Coupons that came by a request of that id. */
  readonly requested: readonly Pick<Coupon, 'memberId' | 'templateId'>[]
  readonly members: readonly Member[]
  readonly accounts: readonly PointsAccount[]
  readonly shops: readonly Shop[]
}

/** Reads a template for a member who wishes for a coupon of it. One SDK call. */
export async function readTemplate(looking: Looking): Promise<TemplateReading | undefined> {
  const { templateId, memberId, requestId, idOf } = looking
  const couponKeys = Array.from({ length: MOST_CLAIMS }, (_, index) =>
    idOf(templateId, memberId, index + 1),
  )
  const { list } = (await couponTemplates
    .aggregate()
    .match({ _id: templateId })
    .addFields({ couponKeys, memberKey: memberId, requestKey: requestId, shopKey: 'shop' })
    // The account comes before the coupons: what was redeemed up to it is among them.
    .lookup({
      from: 'points_accounts',
      localField: 'memberKey',
      foreignField: '_id',
      as: 'accounts',
    })
    .lookup({ from: 'coupon_pools', localField: '_id', foreignField: 'templateId', as: 'pools' })
    .lookup({ from: 'coupons', localField: 'couponKeys', foreignField: '_id', as: 'had' })
    .lookup({ from: 'coupons', localField: 'requestKey', foreignField: 'source', as: 'requested' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .project({ 'pools.holds': 0, 'pools.returned': 0 })
    .end()) as unknown as { list: readonly TemplateReading[] }
  return list[0]
}

/** What the request brought before; refused where it was for another coupon. */
export function broughtBefore(
  { had, requested }: Pick<TemplateReading, 'had' | 'requested'>,
  { templateId, memberId, requestId }: Looking,
): Coupon | Failure<'request_reused'> | undefined {
  const before = had.find(({ source }) => source === requestId)
  if (before) return before
  const isReused = requested.some(
    (coupon) => coupon.memberId === memberId && coupon.templateId !== templateId,
  )
  return isReused ? fail('request_reused') : undefined
}
