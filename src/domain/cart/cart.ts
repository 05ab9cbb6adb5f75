import { fail, hasFailed, type Failure } from '../failure'
import type { MemberId, ProductId, SkuId } from '../ids'
import { MOST_PIECES } from '../orders/order'
import type { Instant } from '../time'

/** What a member wishes for, without a price. */
export interface Wanted {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly quantity: number
}

/** A line of the cart as it is kept. */
export interface KeptLine extends Wanted {
  readonly addedAt: Instant
}

/** The cart of a member: one document. */
export interface Cart {
  readonly _id: MemberId
  /** Newest first. */
  readonly lines: readonly KeptLine[]
  /** The last wishes that were granted, so that a repeat adds nothing. */
  readonly requests: readonly { readonly id: string; readonly wish: string }[]
  readonly rev: number
}

/** Lines a cart may have. */
export const MOST_CART_LINES = 50

/** Wishes that a cart remembers. */
const MOST_REQUESTS = 20

/** A cart with nothing in it. */
export function emptyCart(memberId: MemberId): Cart {
  return { _id: memberId, lines: [], requests: [], rev: 0 }
}

/** How many pieces are in a cart. */
export function piecesIn(lines: readonly Pick<Wanted, 'quantity'>[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Adds pieces to a cart; a line never grows beyond what one order takes. */
export function addToCart(
  cart: Cart,
  lines: readonly Wanted[],
  now: Instant,
): Cart | Failure<'cart_full'> {
  return lines.reduce<Cart | Failure<'cart_full'>>((filled, wanted) => {
    if (hasFailed(filled)) return filled
    const before = filled.lines.find(({ skuId }) => skuId === wanted.skuId)?.quantity ?? 0
    const quantity = Math.min(MOST_PIECES, before + wanted.quantity)
    return setInCart(filled, [{ ...wanted, quantity }], now)
  }, cart)
}

/** Sets lines of a cart to so many pieces; none takes the line out. */
export function setInCart(
  cart: Cart,
  lines: readonly Wanted[],
  now: Instant,
): Cart | Failure<'cart_full'> {
  const after = lines.reduce<readonly KeptLine[]>((kept, wanted) => {
    const known = kept.some(({ skuId }) => skuId === wanted.skuId)
    if (wanted.quantity === 0) return kept.filter(({ skuId }) => skuId !== wanted.skuId)
    if (!known) return [{ ...wanted, addedAt: now }, ...kept]
    return kept.map((line) =>
      line.skuId === wanted.skuId ? { ...line, quantity: wanted.quantity } : line,
    )
  }, cart.lines)
  if (after.length > MOST_CART_LINES) return fail('cart_full', { most: MOST_CART_LINES })
  return { ...cart, lines: after }
}

/** Notes a wish that was granted; the oldest ones are forgotten. */
export function noteRequest(cart: Cart, id: string, wish: string): Cart {
  return { ...cart, requests: [...cart.requests, { id, wish }].slice(-MOST_REQUESTS) }
}
