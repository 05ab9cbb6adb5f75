import * as z from 'zod'
import { action, id, requestId } from '../contract'
import type { ProductId, SkuId } from '../ids'
import type { BasketLine, PriceContext } from '../orders/receipt'
import { MOST_PIECES } from '../orders/order'
import type { Instant } from '../time'
import { MOST_CART_LINES } from './cart'

/** Why a line of the cart can't be ordered as it is. */
export type CartTrouble =
  | { readonly kind: 'product-gone' }
  | { readonly kind: 'sku-gone' }
  | { readonly kind: 'sold-out' }
  | { readonly kind: 'short'; readonly left: number }

/** A line of the cart with everything that its price depends on. */
export interface CartLine {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly quantity: number
  readonly addedAt: Instant
  /** Null when the product or the SKU is gone. */
  readonly line: BasketLine | null
  readonly left: number
  readonly trouble: CartTrouble | null
}

/** The cart; the phone prices what is chosen of it by the shared rule, without asking again. */
export interface CartView {
  readonly lines: readonly CartLine[]
  readonly context: Omit<PriceContext, 'delivery' | 'now'>
}

const wanted = { productId: id<'product'>(), skuId: id<'sku'>() }

/** 购物车: kept in the cloud, so that it is there on every phone of a member. */
export const cartContract = {
  /** The cart, newest line first. */
  'cart.see': action({
    input: z.strictObject({}),
    output: z.custom<CartView>(),
    fails: ['shop_unknown'],
  }),
  /** Adds pieces; what is there already grows. Safe to repeat. */
  'cart.add': action({
    input: z.strictObject({
      requestId,
      lines: z
        .array(z.strictObject({ ...wanted, quantity: z.int().min(1).max(MOST_PIECES) }))
        .min(1)
        .max(MOST_CART_LINES),
    }),
    output: z.object({ pieces: z.int() }),
    fails: ['request_reused', 'product_unknown', 'sku_unknown', 'cart_full', 'busy'],
  }),
  /** Sets how many pieces; none takes the line out. The same call again changes nothing. */
  'cart.set': action({
    input: z.strictObject({
      lines: z
        .array(z.strictObject({ ...wanted, quantity: z.int().min(0).max(MOST_PIECES) }))
        .min(1)
        .max(MOST_CART_LINES),
    }),
    output: z.object({ pieces: z.int() }),
    fails: ['cart_full', 'busy'],
  }),
}
