import { skuOf, type Product } from '@domain/catalog/product'
import type { DealProgress } from '@domain/groupbuy/contract'
import type { Deal } from '@domain/groupbuy/ladder'
import { available, peopleIn, type StockPool } from '@domain/holds/hold'
import { deals } from '../kit/collections'
import type { Words } from '../kit/database'

/** A deal with its product and its shards, as one aggregation brings them. */
export type DealReading = Deal & {
  readonly products: readonly Product[]
  readonly pools: readonly Pick<StockPool, 'available' | 'people'>[]
}

/** Pools without what they remember of orders: only the figures leave the database. */
export const withoutHolds = { 'pools.holds': 0, 'pools.returned': 0 }

/** The most deals that are shown at once. */
const MOST_DEALS = 20

/** Deals with how far they have come, in the shop's order. One SDK call. */
export async function readProgress(where: Words): Promise<DealProgress[]> {
  const { list } = (await deals
    .aggregate()
    .match(where)
    .sort({ rank: 1 })
    .limit(MOST_DEALS)
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly DealReading[] }
  return list.map(progressOf).filter((progress) => progress !== undefined)
}

/** How far a deal has come, for the phone. */
export function progressOf(reading: DealReading): DealProgress | undefined {
  const { products, pools, skuId } = reading
  const [product] = products
  const sku = product && skuOf(product, skuId)
  if (!product || !sku) return undefined
  const { _id, name, subtitle, unit, categoryId, originalPriceFen, pictures } = product
  const picture = pictures[0] ?? null
  const shown = { _id, name, subtitle, unit, categoryId, originalPriceFen, picture }
  return {
    deal: onlyDeal(reading),
    product: { ...shown, skuPriceFen: sku.priceFen },
    people: peopleIn(pools),
    left: available(pools),
  }
}

function onlyDeal(deal: DealProgress['deal']): DealProgress['deal'] {
  const { _id, kind, name, productId, skuId, ladder, perMember } = deal
  const { startsAt, endsAt, status, outcome } = deal
  const goods = { _id, kind, name, productId, skuId, ladder, perMember }
  return { ...goods, startsAt, endsAt, status, outcome }
}
