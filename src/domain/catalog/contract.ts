import * as z from 'zod'
import { action, id } from '../contract'
import type { DealProgress } from '../groupbuy/contract'
import type { Category, Product, Shop, Sku, Store } from './product'

/** A product on a shelf. */
export type ProductCard = Pick<
  Product,
  '_id' | 'categoryId' | 'name' | 'subtitle' | 'unit' | 'originalPriceFen' | 'skus'
> & { readonly picture: string | null }

/** A SKU with what is left of it. */
export type StockedSku = Sku & { readonly left: number }

/** Looking around in the shop. */
export const catalogContract = {
  /** The first page: the shop, the deals of now with their progress, and the shelves. */
  'catalog.home': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly shop: Pick<Shop, 'id' | 'name'>
      readonly stores: readonly Store[]
      readonly categories: readonly Category[]
      readonly deals: readonly DealProgress[]
      readonly products: readonly ProductCard[]
    }>(),
    fails: ['shop_unknown'],
  }),
  /** A product with its SKUs, what is left, and the deals it is in. */
  'catalog.see': action({
    input: z.strictObject({ productId: id<'product'>() }),
    output: z.custom<{
      readonly product: Omit<Product, 'skus' | 'rank' | 'onShelf'> & {
        readonly skus: readonly StockedSku[]
      }
      readonly deals: readonly DealProgress[]
    }>(),
    fails: ['product_unknown'],
  }),
}
