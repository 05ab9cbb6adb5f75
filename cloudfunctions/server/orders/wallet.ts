import type { Shop } from '@domain/catalog/product'
import type { Coupon, WalletCoupon } from '@domain/coupons/coupon'
import { fail, type Failure } from '@domain/failure'
import type { CouponId, OrderId } from '@domain/ids'
import { couponOf, type PriceContext, type Receipt } from '@domain/orders/receipt'
import type { PointsAccount } from '@domain/points/account'

/** What a member has to bring a price down with, as one aggregation brings it. */
export interface Wallet {
  /** Coupons that are unused or held. */
  readonly wallet: readonly Coupon[]
  readonly accounts: readonly Pick<PointsAccount, 'available' | 'holds'>[]
}

/** What a shopper wants to bring the price down with. */
export interface BenefitWish {
  readonly couponId?: CouponId | null | undefined
  /** Points, at the most; as many as can be used where they are fewer. */
  readonly spendPoints?: number | undefined
}

/** The part of a price's context that is about coupons and points. */
export type Benefits = Pick<PriceContext, 'coupons' | 'couponId' | 'points'>

/** Nothing to bring a price down with, for prices that are only shown. */
export const noBenefits: Benefits = { coupons: [], couponId: null, points: null }

/** What an order itself holds already, of an earlier try to place it, is as free as before. */
export function benefitsOf(
  shop: Pick<Shop, 'points'>,
  { wallet, accounts }: Wallet,
  orderId: OrderId | undefined,
): Benefits {
  const [account] = accounts
  const own = orderId === undefined ? undefined : account?.holds[orderId]
  const offset = shop.points?.offset ?? null
  const available = (account?.available ?? 0) + (own?.n ?? 0)
  return {
    coupons: wallet.map((coupon) => walletCoupon(coupon, orderId)),
    couponId: null,
    points: offset && { offset, available, spend: 0 },
  }
}

function walletCoupon(coupon: Coupon, orderId: OrderId | undefined): WalletCoupon {
  const { _id, name, rule, scopeNames, validFrom, validUntil } = coupon
  const isOwn = orderId !== undefined && coupon.orderId === orderId
  const status = isOwn ? 'unused' : coupon.status
  return { _id, name, rule, scopeNames, status, validFrom, validUntil }
}

/** The context with what the shopper chose. */
export function choosing<Context extends Benefits>(
  context: Context,
  { couponId = null, spendPoints = 0 }: BenefitWish,
): Context {
  const { points } = context
  return { ...context, couponId, points: points && { ...points, spend: spendPoints } }
}

/** Why the coupon that was chosen can't be used. */
export type CouponRefusal = Failure<'coupon_unknown' | 'coupon_cannot'>

/** Refuses an order without the coupon that the shopper chose for it, and says why. */
export function couponRefusal(
  receipt: Receipt,
  { couponId, coupons }: Pick<Benefits, 'coupons' | 'couponId'>,
): CouponRefusal | undefined {
  if (couponId === null || couponOf(receipt) === couponId) return undefined
  if (!coupons.some(({ _id }) => _id === couponId)) return fail('coupon_unknown')
  const skipped = receipt.skipped.find(({ id }) => id === couponId)
  return fail('coupon_cannot', { reason: skipped?.reason ?? '' })
}
