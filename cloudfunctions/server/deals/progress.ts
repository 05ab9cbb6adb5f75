import { skuOf, variantOf, type Product } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { preSaleOf } from '@domain/deals/preSale'
import type {
  DealProduct,
  DealsProgress,
  FlashProgress,
  LadderProgress,
  TeamProgress,
} from '@domain/deals/progress'
import { available, peopleIn, type StockPool } from '@domain/holds/hold'
import { _ } from '../kit/cloud'
import { deals } from '../kit/collections'
import type { Words } from '../kit/database'

/** A deal with its product and its shards, as one aggregation brings them. */
export type DealReading = Deal & {
  readonly products: readonly Product[]
  readonly pools: readonly Pick<StockPool, 'available' | 'people'>[]
}

/** Pools without what they remember of orders: only the figures leave the database. */
export const withoutHolds = { 'pools.holds': 0, 'pools.returned': 0, 'pools.changed': 0 }

/**
 * Deals that stand in the shop for themselves; a mall, a live and a lottery have their own pages.
 */
export const shownKinds = _.in(['ladder', 'team', 'flash'])

/** The most deals that are shown at once. */
const MOST_DEALS = 60

/** Deals with how far they have come, soonest and first ranked first. One SDK call. */
export async function readDeals(where: Words): Promise<readonly DealReading[]> {
  const { list } = (await deals
    .aggregate()
    .match(where)
    .sort({ startsAt: 1, rank: 1 })
    .limit(MOST_DEALS)
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly DealReading[] }
  return list
}

/** Deals by their kinds, as the phone shows them. One SDK call. */
export async function readProgress(where: Words): Promise<DealsProgress> {
  const found = await readDeals(where)
  const ranked = [...found].sort((one, other) => one.rank - other.rank)
  const ladders = ranked.map(ladderProgress).filter((progress) => progress !== undefined)
  const teams = ranked.map(teamProgress).filter((progress) => progress !== undefined)
  const flash = found.map(flashProgress).filter((progress) => progress !== undefined)
  return { ladders, teams, flash }
}

/** How far a ladder has come; nothing for other deals and for goods that are gone. */
export function ladderProgress(reading: DealReading): LadderProgress | undefined {
  const product = productOf(reading)
  if (reading.kind !== 'ladder' || !product) return undefined
  const { _id, kind, name, productId, skuId, ladder, perMember, pools } = reading
  const { startsAt, endsAt, status, outcome } = reading
  const goods = { _id, kind, name, productId, skuId, ladder, perMember, ...preSaleOf(reading) }
  const deal = { ...goods, startsAt, endsAt, status, outcome }
  return { deal, product, people: peopleIn(pools), left: available(pools) }
}

/** What is left of a team deal. */
export function teamProgress(reading: DealReading): TeamProgress | undefined {
  const product = productOf(reading)
  if (reading.kind !== 'team' || !product) return undefined
  const { _id, kind, name, productId, skuId, stock, perMember, startsAt, endsAt } = reading
  const { priceFen, leaderPriceFen, people, teamHours, joiners } = reading
  const goods = { _id, kind, name, productId, skuId, stock, perMember, startsAt, endsAt }
  const terms = { priceFen, leaderPriceFen, people, teamHours, joiners, ...preSaleOf(reading) }
  const deal = { ...goods, ...terms }
  return { deal, product, left: available(reading.pools) }
}

/** What is left of an item of a flash sale's session. */
export function flashProgress(reading: DealReading): FlashProgress | undefined {
  const product = productOf(reading)
  if (reading.kind !== 'flash' || !product) return undefined
  const { _id, kind, name, productId, skuId, stock, perMember, startsAt, endsAt } = reading
  const { saleId, priceFen, payMinutes, audience } = reading
  const goods = { _id, kind, name, productId, skuId, stock, perMember, startsAt, endsAt }
  return {
    deal: { ...goods, saleId, priceFen, payMinutes, audience },
    product,
    left: available(reading.pools),
  }
}

/** The product of a deal as it is shown; nothing for goods that are gone. */
export function productOf({
  products,
  skuId,
}: Pick<DealReading, 'products' | 'skuId'>): DealProduct | undefined {
  const [product] = products
  const sku = product && skuOf(product, skuId)
  if (!product || !sku) return undefined
  const { _id, name, subtitle, unit, categoryId, originalPriceFen, pictures } = product
  const shown = { _id, name, subtitle, unit, categoryId, originalPriceFen }
  const picture = pictures[0] ?? null
  return { ...shown, picture, skuName: variantOf(sku, product), skuPriceFen: sku.priceFen }
}
