import * as z from 'zod'
import { action, id, words } from '../contract'
import type { DealsProgress } from '../deals/progress'
import type { LiveBrief } from '../live/contract'
import type { PriceContext } from '../orders/receipt'
import type { Promotions } from '../promotions/promotions'
import type { Category, Product, Shop, Sku, Store } from './product'

/** A product on a shelf. */
export type ProductCard = Pick<
  Product,
  '_id' | 'categoryId' | 'name' | 'subtitle' | 'unit' | 'originalPriceFen' | 'skus'
> & { readonly picture: string | null }

/** A SKU with what is left of it. */
export type StockedSku = Sku & { readonly left: number }

/** Products of a page of search results. */
export const SEARCH_PAGE = 20

/** Looking around in the shop. */
export const catalogContract = {
  /** The first page: the shop, the deals of now with their progress, and the shelves. */
  'catalog.home': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly shop: Pick<Shop, 'id' | 'name'>
      readonly stores: readonly Store[]
      readonly categories: readonly Category[]
      readonly deals: DealsProgress
      /** The session that runs, else the one to come, else one that is just over. */
      readonly live: LiveBrief | null
      readonly promotions: Promotions
      readonly products: readonly ProductCard[]
    }>(),
    fails: ['shop_unknown'],
  }),
  /** Products by words and shelf, a page at a time. */
  'catalog.search': action({
    input: z.strictObject({
      /** Every one of them, separated by blanks, stands in the name or the subtitle. */
      words: words(40).optional(),
      categoryId: id<'category'>().optional(),
      sort: z.enum(['shelf', 'cheapest', 'dearest']),
      skip: z.int().min(0).max(10_000),
    }),
    output: z.custom<{ readonly products: readonly ProductCard[]; readonly more: boolean }>(),
    fails: [],
  }),
  /** A product with its SKUs, what is left, the deals it is in, and what its price depends on. */
  'catalog.see': action({
    input: z.strictObject({ productId: id<'product'>() }),
    output: z.custom<{
      readonly product: Omit<Product, 'skus' | 'rank' | 'onShelf' | 'lowestFen'> & {
        readonly skus: readonly StockedSku[]
      }
      readonly deals: DealsProgress
      readonly context: Omit<PriceContext, 'delivery' | 'now'>
    }>(),
    fails: ['shop_unknown', 'product_unknown'],
  }),
}
