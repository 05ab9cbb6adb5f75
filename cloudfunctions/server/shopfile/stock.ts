import { available, spread, type CouponPool, type Pool, type StockPool } from '@domain/holds/hold'
import type { FileFault } from '@domain/shopfile/faults'
import type { PlannedStock } from '@domain/shopfile/plan'
import { freshShards } from '../holds/load'
import { _ } from '../kit/cloud'
import { pools } from '../kit/collections'
import type { Collection } from '../kit/database'
import { Weather } from '../kit/weather'

const stockKey = ({ dealId, skuId }: Pick<StockPool, 'dealId' | 'skuId'>): string =>
  `${dealId ?? ''}.${skuId}`

/** All shards of the shop, by the stock that they belong to. */
async function readShards(): Promise<Map<string, StockPool[]>> {
  const shards = new Map<string, StockPool[]>()
  for (const pool of await pools.findAll({})) {
    shards.set(stockKey(pool), [...(shards.get(stockKey(pool)) ?? []), pool])
  }
  return shards
}

/** What shards were loaded with. */
export const loadedOf = (shards: readonly Pick<Pool, 'loaded'>[]): number =>
  shards.reduce((sum, { loaded }) => sum + loaded, 0)

/** What shards have sold, or hold for somebody. */
export const goneOf = (shards: readonly Pick<Pool, 'loaded' | 'available'>[]): number =>
  loadedOf(shards) - available(shards)

/** Stocks that the file wants smaller than what is already sold or held. */
export async function stockFaults(stocks: readonly PlannedStock[]): Promise<FileFault[]> {
  const known = await readShards()
  return stocks.flatMap((planned) => {
    const shards = known.get(stockKey(planned)) ?? []
    const gone = goneOf(shards)
    if (planned.stock >= gone) return []
    return [{ place: planned.place, fault: `${gone} are sold or held already` }]
  })
}

/** Loads new stocks, and brings known ones to what the file says. */
export async function loadStocks(stocks: readonly PlannedStock[]): Promise<void> {
  const known = await readShards()
  const fresh = stocks.filter((planned) => !known.has(stockKey(planned)))
  for (const planned of fresh) {
    if (!(await pools.addAll(freshShards(planned)))) throw new Weather('another import is at it')
  }
  for (const planned of stocks) {
    const shards = known.get(stockKey(planned))
    if (shards) await reload(pools, shards, planned.stock - loadedOf(shards))
  }
}

/** Adds to the shards, or takes from where something is left. */
export async function reload(
  place: Collection<StockPool> | Collection<CouponPool>,
  shards: readonly Pick<Pool, '_id' | 'available'>[],
  change: number,
): Promise<void> {
  const parts =
    change >= 0 ? spread(change, shards.length) : takenFrom(shards, -change).map((part) => -part)
  for (const [index, shard] of shards.entries()) {
    const part = parts[index] ?? 0
    if (part === 0) continue
    const changed = await place.changeIf(
      shard._id,
      { available: _.gte(-part) },
      { available: _.inc(part), loaded: _.inc(part) },
    )
    if (!changed) throw new Weather(`${shard._id} was sold meanwhile`)
  }
}

function takenFrom(shards: readonly Pick<Pool, 'available'>[], wanted: number): number[] {
  let missing = wanted
  return shards.map((shard) => {
    const part = Math.min(missing, shard.available)
    missing -= part
    return part
  })
}
