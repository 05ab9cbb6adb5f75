import type { CouponRule, CouponTemplate, CouponValidity, OrderGift } from '../coupons/coupon'
import { audienceOf } from '../members/audience'
import { NOTHING, type Bps } from '../money'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import { mallTotal } from './planPoints'
import { fileMoment } from './when'

/** A coupon template as the file writes it. */
export type FileCoupon = ShopFile['coupons'][number]

/** What a coupon of the file takes off. */
export function ruleOf({ kind, scope, minSpendFen, ...coupon }: FileCoupon): CouponRule {
  const { amountFen = NOTHING, discountBps = 10_000, maxOffFen = null } = coupon
  const base = { minSpendFen, scope: { kind: scope.kind, ids: scope.ids ?? [] } }
  return kind === 'amount'
    ? { kind, ...base, amountFen }
    : { kind, ...base, discountBps: discountBps as Bps, maxOffFen }
}

/** How long a coupon of the file is good; nothing where the file does not say, or says both. */
export function validityOf(
  { validDays, validFrom, validUntil }: FileCoupon,
  now: Instant,
): CouponValidity | undefined {
  if (validDays !== undefined) {
    const isBoth = validFrom !== undefined || validUntil !== undefined
    return isBoth ? undefined : { kind: 'days', days: validDays }
  }
  if (validFrom === undefined || validUntil === undefined) return undefined
  return { kind: 'dates', from: fileMoment(validFrom, now), until: fileMoment(validUntil, now) }
}

/** Turns the coupons of the file into templates. */
export function plannedTemplates(file: ShopFile, now: Instant): readonly CouponTemplate[] {
  return file.coupons.flatMap((coupon, rank): readonly CouponTemplate[] => {
    const validity = validityOf(coupon, now)
    const audience = audienceOf(coupon.audience)
    if (!validity || !audience) return []
    const { id: _id, name, perMember, channel, claimFrom, claimUntil } = coupon
    return [
      {
        _id,
        name,
        rule: ruleOf(coupon),
        scopeNames: namesOf(coupon.scope, file),
        total: mallTotal(coupon, file),
        perMember,
        claimFrom: claimFrom === undefined ? null : fileMoment(claimFrom, now),
        claimUntil: claimUntil === undefined ? null : fileMoment(claimUntil, now),
        validity,
        audience,
        channel,
        rank,
        isOffered: true,
      },
    ]
  })
}

function namesOf({ kind, ids = [] }: FileCoupon['scope'], file: ShopFile): readonly string[] {
  if (kind === 'all') return []
  const named: readonly { readonly id: string; readonly name: string }[] =
    kind === 'category' ? file.categories : file.products
  return ids.map((id) => named.find((one) => one.id === id)?.name ?? '')
}

/** Coupons that come with orders, the smallest order first. */
export const plannedGifts = ({ orderGifts }: ShopFile): readonly OrderGift[] =>
  orderGifts
    .map(({ minPaidFen, couponId: templateId }) => ({ minPaidFen, templateId }))
    .sort((one, other) => one.minPaidFen - other.minPaidFen)
