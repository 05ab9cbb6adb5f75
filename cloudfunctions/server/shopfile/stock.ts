import { available, spread, type StockPool } from '@domain/holds/hold'
import type { FileFault } from '@domain/shopfile/faults'
import type { PlannedStock } from '@domain/shopfile/plan'
import { freshShards } from '../holds/load'
import { _ } from '../kit/cloud'
import { pools } from '../kit/collections'
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

const loadedOf = (shards: readonly StockPool[]): number =>
  shards.reduce((sum, { loaded }) => sum + loaded, 0)

/** Stocks that the file wants smaller than what is already sold or held. */
export async function stockFaults(stocks: readonly PlannedStock[]): Promise<FileFault[]> {
  const known = await readShards()
  return stocks.flatMap((planned) => {
    const shards = known.get(stockKey(planned)) ?? []
    const gone = loadedOf(shards) - available(shards)
    if (planned.stock >= gone) return []
    return [{ place: planned.place, fault: `${gone} are sold or held already` }]
  })
}

/** Loads new stocks, and brings known ones to what the file says. */
export async function loadStocks(stocks: readonly PlannedStock[]): Promise<void> {
  const known = await readShards()
  const fresh = stocks.filter((planned) => !known.has(stockKey(planned)))
  for (const planned of fresh) await pools.addAll(freshShards(planned))
  for (const planned of stocks) {
    const shards = known.get(stockKey(planned))
    if (shards) await reload(shards, planned.stock - loadedOf(shards))
  }
}

/** Adds to the shards, or takes from where something is left. */
async function reload(shards: readonly StockPool[], change: number): Promise<void> {
  const parts =
    change >= 0 ? spread(change, shards.length) : takenFrom(shards, -change).map((part) => -part)
  for (const [index, shard] of shards.entries()) {
    const part = parts[index] ?? 0
    if (part === 0) continue
    const changed = await pools.changeIf(
      shard._id,
      { available: _.gte(-part) },
      { available: _.inc(part), loaded: _.inc(part) },
    )
    if (!changed) throw new Weather(`${shard._id} was sold meanwhile`)
  }
}

function takenFrom(shards: readonly StockPool[], wanted: number): number[] {
  let missing = wanted
  return shards.map((shard) => {
    const part = Math.min(missing, shard.available)
    missing -= part
    return part
  })
}
