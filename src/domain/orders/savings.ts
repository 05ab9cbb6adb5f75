import { couponChoices, type CouponChoices } from '../coupons/choice'
import type { CouponId } from '../ids'
import { NOTHING, subtract, type Fen } from '../money'
import type { OffsetRule } from '../points/account'
import { pointsOf } from '../points/dues'
import { quote, type BasketLine, type PriceContext, type Receipt, type Skipped } from './receipt'

/** What the shopper chose to bring an order down with. */
export interface Savings {
  /** A coupon, or null for none; undefined for the one that makes it cheapest. */
  readonly couponId: CouponId | null | undefined
  readonly points: boolean
}

/** What points would do for an order, whether or not they are to be used. */
export interface PointsChoice {
  readonly offset: OffsetRule
  readonly available: number
  /** Points that may be used on it; 0 where none may, which `hindrance` explains. */
  readonly usable: number
  /** What those bring the sum down by. */
  readonly offFen: Fen
  readonly hindrance: Skipped | undefined
}

/** What an order comes to with what was chosen, and what may be chosen instead. */
export interface SavedPrice {
  readonly receipt: Receipt
  readonly choices: CouponChoices
  /** The coupon that the receipt was made with. */
  readonly couponId: CouponId | null
  /** Points that it was brought down with; those that the points mall asks for are not in it. */
  readonly spentPoints: number
  /** null where the shop takes no points for money. */
  readonly points: PointsChoice | null
}

/** Prices a basket with what was chosen. A coupon that can't be used any more is forgotten. */
export function priceWith(
  basket: readonly BasketLine[],
  context: PriceContext,
  savings: Savings,
): SavedPrice {
  const bare = { ...context, couponId: null, points: spending(context, savings.points) }
  const choices = couponChoices(basket, bare)
  const { usable, best } = choices
  const isKept = savings.couponId === null || usable.some(isOf(savings.couponId))
  const couponId = isKept ? (savings.couponId ?? null) : best
  const receipt = quote(basket, { ...bare, couponId })
  return {
    receipt,
    choices,
    couponId,
    spentPoints: spentPoints(receipt),
    points: pointsChoice(basket, { ...bare, couponId }),
  }
}

const isOf =
  (couponId: Savings['couponId']) =>
  ({ coupon }: { readonly coupon: { readonly _id: CouponId } }): boolean =>
    coupon._id === couponId

/** All points that there are, or none: the rule takes no more of them than it may. */
function spending({ points }: PriceContext, isSpent: boolean): PriceContext['points'] {
  return points && { ...points, spend: isSpent ? points.available : 0 }
}

/** Points that the points mall asks for, beside the money. */
export function mallPoints({ lines }: Pick<Receipt, 'lines'>): number {
  return lines.reduce(
    (sum, { deal, quantity }) => sum + (deal?.kind === 'mall' ? deal.points * quantity : 0),
    0,
  )
}

/** Points that bring the sum down. */
const spentPoints = (receipt: Receipt): number => pointsOf({ receipt }) - mallPoints(receipt)

function pointsChoice(basket: readonly BasketLine[], context: PriceContext): PointsChoice | null {
  const { points } = context
  if (!points) return null
  const { offset, available } = points
  const spent = quote(basket, { ...context, points: spending(context, true) })
  const unspent = quote(basket, { ...context, points: spending(context, false) })
  const usable = spentPoints(spent)
  return {
    offset,
    available,
    usable,
    offFen: usable > 0 ? subtract(unspent.payableFen, spent.payableFen) : NOTHING,
    hindrance: spent.skipped.find(({ kind }) => kind === 'points'),
  }
}
