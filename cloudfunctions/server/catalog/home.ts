import { fail } from '@domain/failure'
import type { ProductCard } from '@domain/catalog/contract'
import type { Product } from '@domain/catalog/product'
import { after, DAY } from '@domain/time'
import { _ } from '../kit/cloud'
import { products, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { readProgress } from '../groupbuy/progress'

/** Products on the first page. */
const SHELF = 200

/** A deal that is over stays on the first page this long, for its result. */
const SHOWN_AFTER_END = 2 * DAY

/** The first page in three SDK calls. */
export async function seeHome(_input: object, { now }: Caller) {
  const [shop, deals, goods] = await Promise.all([
    shops.get('shop'),
    readProgress({ endsAt: _.gt(after(now, -SHOWN_AFTER_END)) }),
    products.find({ onShelf: true }, { order: [['rank', 'asc']], limit: SHELF }),
  ])
  if (!shop) return fail('shop_unknown')
  const { id, name, stores, categories } = shop
  return { shop: { id, name }, stores, categories, deals, products: goods.map(cardOf) }
}

function cardOf(product: Product): ProductCard {
  const { _id, categoryId, name, subtitle, unit, originalPriceFen, skus, pictures } = product
  const picture = pictures[0] ?? null
  return { _id, categoryId, name, subtitle, unit, originalPriceFen, skus, picture }
}
