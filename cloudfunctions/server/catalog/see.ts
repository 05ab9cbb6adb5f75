import { fail } from '@domain/failure'
import type { Product } from '@domain/catalog/product'
import { available, type StockPool } from '@domain/holds/hold'
import type { ProductId } from '@domain/ids'
import { products } from '../kit/collections'
import { readProgress, withoutHolds } from '../groupbuy/progress'

type ProductReading = Product & { readonly pools: readonly StockPool[] }

/** A product with what is left of each SKU, and the deals it is in. Two SDK calls. */
export async function seeProduct({ productId }: { productId: ProductId }) {
  const [reading, progress] = await Promise.all([
    readProduct(productId),
    readProgress({ productId, status: 'open' }),
  ])
  if (!reading) return fail('product_unknown')
  const { pools, skus, rank: _rank, onShelf: _onShelf, ...product } = reading
  const stocked = skus.map((sku) => ({
    ...sku,
    left: available(pools.filter((pool) => pool.skuId === sku.id)),
  }))
  return { product: { ...product, skus: stocked }, deals: progress }
}

async function readProduct(productId: ProductId): Promise<ProductReading | undefined> {
  const { list } = (await products
    .aggregate()
    .match({ _id: productId, onShelf: true })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'productId', as: 'pools' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly ProductReading[] }
  return list[0]
}
