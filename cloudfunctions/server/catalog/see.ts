import { fail } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { ProductId } from '@domain/ids'
import { readProgress, shownKinds } from '../deals/progress'
import { _ } from '../kit/cloud'
import type { Caller } from '../kit/serve'
import { contextOf, readGoods } from '../orders/goods'

/** A product with what is left of each SKU, and the deals it is in. Two SDK calls. */
export async function seeProduct(
  { productId }: { productId: ProductId },
  { memberId, now }: Caller,
) {
  const [{ shop, member, products }, deals] = await Promise.all([
    readGoods([productId], { memberId, now }),
    readProgress({ productId, kind: shownKinds, endsAt: _.gt(now) }),
  ])
  const found = products.get(productId)
  if (!found?.onShelf) return fail('product_unknown')
  if (!shop) return fail('shop_unknown')
  const { _id, categoryId, name, subtitle, description, unit, pictures } = found
  const { tags, originalPriceFen, skus, pools } = found
  const shown = { _id, categoryId, name, subtitle, description, unit, pictures, tags }
  const stocked = skus.map((sku) => ({
    ...sku,
    left: available(pools.filter((pool) => pool.skuId === sku.id)),
  }))
  const product = { ...shown, originalPriceFen, skus: stocked }
  return { product, deals, context: contextOf(shop, member) }
}
