import type { Coupon, CouponTemplate } from '@domain/coupons/coupon'
import { freshCoupon, type Issue } from '@domain/coupons/life'
import { fail, type Failure } from '@domain/failure'
import type { TemplateId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { coupons, couponTemplates } from '../kit/collections'
import { Weather } from '../kit/weather'
import { bookPiece, freePiece, isPiece, takePiece, type CouponShard } from './pieces'

/** A coupon that is to come to a member by any channel. */
export interface Giving extends Omit<Issue, 'piece'> {
  readonly templateId: TemplateId
}

/** A member's coupon, and whether it is of this very call. */
export interface Issued {
  readonly coupon: Coupon
  readonly isNew: boolean
}

interface TemplateReading extends CouponTemplate {
  readonly pools: readonly CouponShard[]
  readonly issued: readonly Coupon[]
}

/**
 * Gives a member a coupon: once, whatever happens and however often it is asked, as its id is
 * derived from what it is for. The one way by which coupons come about: takes a piece of the
 * template's pool, inserts the coupon, books the piece. One SDK call for a repeat, else four.
 */
export async function issueCoupon(
  giving: Giving,
  now: Instant,
): Promise<Issued | Failure<'template_unknown' | 'coupons_gone'>> {
  const { list } = (await couponTemplates
    .aggregate()
    .match({ _id: giving.templateId })
    .addFields({ couponKey: giving.couponId })
    .lookup({ from: 'coupons', localField: 'couponKey', foreignField: '_id', as: 'issued' })
    .lookup({ from: 'coupon_pools', localField: '_id', foreignField: 'templateId', as: 'pools' })
    .project({ 'pools.holds': 0, 'pools.returned': 0 })
    .end()) as unknown as { list: readonly TemplateReading[] }
  const [template] = list
  if (!template) return fail('template_unknown')
  const [coupon] = template.issued
  return coupon ? { coupon, isNew: false } : issueOf(template, giving, now)
}

/** Makes a coupon of a template that was read with its shards. Three SDK calls. */
export async function issueOf(
  template: CouponTemplate & { readonly pools: readonly CouponShard[] },
  giving: Omit<Issue, 'piece'>,
  now: Instant,
): Promise<Issued | Failure<'coupons_gone'>> {
  const { couponId } = giving
  const piece = await takePiece(template._id, couponId, { shards: template.pools, now })
  if (!piece) {
    const twin = await coupons.get(couponId)
    return twin ? { coupon: twin, isNew: false } : fail('coupons_gone')
  }
  const coupon = freshCoupon(template, { ...giving, piece }, now)
  if (await coupons.add(coupon)) {
    await bookPiece(piece)
    return { coupon, isNew: true }
  }
  return { coupon: await twinOf(coupon), isNew: false }
}

/** A twin of this call was faster: its piece is the one that counts. */
async function twinOf({ _id, piece }: Coupon): Promise<Coupon> {
  const twin = await coupons.get(_id)
  if (!twin) throw new Weather('the coupon is there and is not')
  await (isPiece(twin.piece, piece) ? bookPiece(piece) : freePiece(piece))
  return twin
}
