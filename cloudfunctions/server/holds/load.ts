import { freshPool, shardCount, spread, type StockPool } from '@domain/holds/hold'

/** A stock that is loaded for the first time. */
export type FreshStock = Pick<StockPool, 'skuId' | 'productId' | 'dealId'> & {
  readonly stock: number
}

/** The shards of a stock, as full as it is; their ids are the stock's own, so none is twice. */
export function freshShards({ skuId, productId, dealId, stock }: FreshStock): StockPool[] {
  return spread(stock, shardCount(stock)).map((loaded, shard) => ({
    ...freshPool(`${dealId ? `deal.${dealId}` : skuId}#${shard}`, loaded),
    skuId,
    productId,
    dealId,
    people: 0,
  }))
}
