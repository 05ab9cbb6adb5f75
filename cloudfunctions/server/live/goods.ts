import { skuOf, type Product } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { DealId, LiveId } from '@domain/ids'
import type { DealFigures, LiveDeal } from '@domain/live/deal'
import { NOTHING, type Fen } from '@domain/money'
import { _ } from '../kit/cloud'
import { deals } from '../kit/collections'
import { untilThrough } from '../kit/weather'

/** Something that is sold in a session, as the cockpit changes it. */
export interface SoldGoods {
  readonly deal: LiveDeal
  /** What it is called, for the record. */
  readonly name: string
  /** What the SKU costs outside of the session: the live price is no higher. */
  readonly basePriceFen: Fen
}

/** Which goods of which session. */
export interface GoodsWish {
  readonly liveId: LiveId
  readonly dealId: DealId
}

/** Reads something that a session sells. One SDK call. */
export async function readSold({
  liveId,
  dealId,
}: GoodsWish): Promise<SoldGoods | Failure<'deal_unknown'>> {
  const { list } = (await deals
    .aggregate()
    .match({ _id: dealId, liveId, kind: 'live' })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .end()) as unknown as { list: readonly (LiveDeal & { products: readonly Product[] })[] }
  const [found] = list
  if (!found) return fail('deal_unknown')
  const { products, ...deal } = found
  const [product] = products
  const sku = product && skuOf(product, deal.skuId)
  return { deal, name: product?.name ?? deal.skuId, basePriceFen: sku?.priceFen ?? NOTHING }
}

/** Changes that one thing for sale remembers: nobody repeats a wish so late. */
const MOST_REMEMBERED = 50

/**
 * Changes price or offer of something that is sold, once for each wish; answers what it was before.
 * One SDK call, more where others change it at the same time.
 */
export function changeSold(
  known: LiveDeal,
  requestId: string,
  changes: Partial<DealFigures>,
): Promise<DealFigures> {
  let fresh: LiveDeal | undefined = known
  return untilThrough(async () => {
    const deal = fresh ?? ((await deals.get(known._id)) as LiveDeal | undefined) ?? known
    fresh = undefined
    const done = deal.was[requestId]
    if (done) return done
    const before = { priceFen: deal.priceFen, isOffered: deal.isOffered }
    const remembered = Object.entries(deal.was).slice(1 - MOST_REMEMBERED)
    const was = { ...Object.fromEntries(remembered), [requestId]: before }
    const changed = { ...changes, was: _.set(was), rev: _.inc(1) }
    return (await deals.changeIf(deal._id, { rev: deal.rev }, changed)) ? before : 'lost'
  })
}
