import type { CouponId } from '../ids'
import { subtract, type Fen } from '../money'
import {
  couponOf,
  quote,
  type BasketLine,
  type PriceContext,
  type Skipped,
} from '../orders/receipt'
import type { WalletCoupon } from './coupon'

/** A coupon that can be used, with what the order then comes to. */
export interface CouponChoice {
  readonly coupon: WalletCoupon
  readonly payableFen: Fen
  /** What the order comes to less than without any coupon; below zero when it loses more. */
  readonly savesFen: Fen
}

/** What a member may choose from at the checkout. */
export interface CouponChoices {
  /** The cheapest order first; of equal ones the coupon that expires first. */
  readonly usable: readonly CouponChoice[]
  /** All others, with why. */
  readonly unusable: readonly Skipped[]
  /** The one to propose; null where none makes the order cheaper. */
  readonly best: CouponId | null
}

/**
 * Prices the basket with every coupon of the member by the one rule for prices: a coupon that
 * costs the order its free freight is known for what it is.
 */
export function couponChoices(basket: readonly BasketLine[], context: PriceContext): CouponChoices {
  const without = quote(basket, { ...context, couponId: null })
  const usable = context.coupons
    .flatMap((coupon): CouponChoice[] => {
      const receipt = quote(basket, { ...context, couponId: coupon._id })
      if (couponOf(receipt) === null) return []
      const { payableFen } = receipt
      return [{ coupon, payableFen, savesFen: subtract(without.payableFen, payableFen) }]
    })
    .sort(byPrice)
  const [first] = usable
  return {
    usable,
    unusable: without.skipped.filter(({ kind }) => kind === 'coupon'),
    best: first && first.savesFen > 0 ? first.coupon._id : null,
  }
}

function byPrice(one: CouponChoice, other: CouponChoice): number {
  return (
    one.payableFen - other.payableFen ||
    one.coupon.validUntil - other.coupon.validUntil ||
    (one.coupon._id < other.coupon._id ? -1 : 1)
  )
}
