import type { FlashDeal, FlashItem, FlashSale } from '@domain/flashsale/flashSale'
import { nextSession, sessionAt, type Session } from '@domain/schedule'
import type { Instant } from '@domain/time'
import { freshShards } from '../holds/load'
import { _ } from '../kit/cloud'
import { deals, flashSales, pools } from '../kit/collections'
import { flashDealIdOf } from '../kit/ids'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'

/** Flash sales a batch. */
const BATCH = 20

/**
 * Makes the deals of sessions before they start: always the one that runs and the next one, so
 * that the next one can be shown. Sessions are never made twice, and never changed.
 */
export const prepareSales = jobOver({
  in: flashSales,
  where: (now) => ({ prepareAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (sale, now) => prepareSale(sale, now),
  trouble: (error) => log('sale_waits', { reason: reasonOf(error) }),
})

/** Makes the sessions of a sale that run or come next, and notes when to look again. */
export async function prepareSale(sale: FlashSale, now: Instant): Promise<void> {
  const next = nextSession(sale.schedule, now)
  for (const session of [sessionAt(sale.schedule, now), next]) {
    if (session) await prepareSession(sale, session)
  }
  const asRead = { prepareAt: sale.prepareAt }
  await flashSales.changeIf(sale._id, asRead, { prepareAt: next?.startsAt ?? null })
}

async function prepareSession(sale: FlashSale, session: Session): Promise<void> {
  for (const [rank, item] of sale.items.entries()) {
    await prepareItem(dealOf(sale, session, { item, rank }))
  }
}

function dealOf(
  sale: FlashSale,
  { startsAt, endsAt }: Session,
  { item, rank }: { readonly item: FlashItem; readonly rank: number },
): FlashDeal {
  const { _id: saleId, name, audience, payMinutes } = sale
  const id = flashDealIdOf(saleId, startsAt, item.skuId)
  return {
    _id: id,
    kind: 'flash',
    saleId,
    name,
    audience,
    payMinutes,
    ...item,
    takes: sale.takes,
    startsAt,
    endsAt,
    rank,
  }
}

/**
 * The stock comes first: a deal that can be read has its pools. What is there stays, and a SKU
 * that is in another deal at the time is left out: nobody could say what it costs. The mall, where
 * points are paid, is no other price for the same, nor is a prize.
 */
async function prepareItem(deal: FlashDeal): Promise<void> {
  const { _id: dealId, productId, skuId, stock, startsAt, endsAt } = deal
  const meanwhile = { startsAt: _.lt(endsAt), endsAt: _.gt(startsAt) }
  const others = { kind: _.nin(['mall', 'prize']), _id: _.neq(dealId) }
  const [other] = await deals.find({ productId, skuId, ...meanwhile, ...others })
  if (other) {
    log('deal_clash', { dealId, other: other._id })
    return
  }
  const shards = freshShards({ skuId, productId: null, dealId, stock })
  await Promise.all(shards.map((shard) => pools.add(shard)))
  await deals.add(deal)
}
