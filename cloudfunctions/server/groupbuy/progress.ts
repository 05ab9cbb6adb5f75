import type { Product } from '@domain/catalog/product'
import type { DealProgress } from '@domain/groupbuy/contract'
import type { Deal } from '@domain/groupbuy/ladder'
import { available, type StockPool } from '@domain/holds/hold'
import { skuOf } from '@domain/catalog/product'

/** A deal with its product and its shards, as one aggregation brings them. */
export type DealReading = Deal & {
  readonly products: readonly Product[]
  readonly pools: readonly Pick<StockPool, 'available' | 'people'>[]
}

/** Pools without what they remember of orders: only the figures leave the database. */
export const withoutHolds = { 'pools.holds': 0, 'pools.returned': 0 }

/** How far a deal has come, for the phone. */
export function progressOf(reading: DealReading): DealProgress | undefined {
  const { products, pools, stock: _stock, rank: _rank, statusAt: _statusAt, ...deal } = reading
  const [product] = products
  const sku = product && skuOf(product, deal.skuId)
  if (!product || !sku) return undefined
  const { _id, name, subtitle, unit, categoryId, originalPriceFen, pictures } = product
  const picture = pictures[0] ?? null
  const shown = { _id, name, subtitle, unit, categoryId, originalPriceFen, picture }
  return {
    deal: onlyDeal(deal),
    product: { ...shown, skuPriceFen: sku.priceFen },
    people: pools.reduce((sum, pool) => sum + pool.people, 0),
    left: available(pools),
  }
}

function onlyDeal(deal: DealProgress['deal']): DealProgress['deal'] {
  const { _id, kind, name, productId, skuId, ladder, perMember } = deal
  const { startsAt, endsAt, status, outcome } = deal
  const goods = { _id, kind, name, productId, skuId, ladder, perMember }
  return { ...goods, startsAt, endsAt, status, outcome }
}
