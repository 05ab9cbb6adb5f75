import { available, spread, type StockPool } from '@domain/holds/hold'
import type { DealId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { pools } from '../kit/collections'
import { untilThrough } from '../kit/weather'
import type { Short } from './take'

/** How many pieces a wish adds to a stock, or takes from it where there are fewer than none. */
export interface Restocking {
  /** Names the wish. */
  readonly mark: string
  readonly change: number
}

/** What a stock was loaded with, all in all. */
export interface Restocked {
  readonly stock: number
}

/**
 * Changes a deal's stock once for each wish, while others buy from it. Shard by shard, always in
 * the same order, each remembers what the wish did there: who repeats the wish, or does it at the
 * very same time, finds that and goes on from there. What can't be taken in full is put back.
 */
export async function restock(
  dealId: DealId,
  { mark, change }: Restocking,
): Promise<Restocked | Short> {
  const shards = await pools.find({ dealId }, { order: [['_id', 'asc']] })
  const isNew = shards.every(({ changed }) => changed?.[mark] === undefined)
  if (isNew && available(shards) < -change) return { left: available(shards) }
  const parts = spread(Math.max(0, change), shards.length)
  let missing = change
  for (const [index, shard] of shards.entries()) {
    missing -= await changeShard(shard, mark, (left) =>
      change >= 0 ? (parts[index] ?? 0) : -Math.min(-missing, left),
    )
  }
  if (missing !== 0) return putBack(dealId, mark)
  const changed = await pools.find({ dealId }, { fields: { loaded: true } })
  return { stock: changed.reduce((sum, { loaded }) => sum + loaded, 0) }
}

/** Changes one shard by as much as its available pieces allow, once; answers by how much. */
function changeShard(
  known: StockPool,
  mark: string,
  partOf: (available: number) => number,
): Promise<number> {
  const place = `changed.${mark}`
  let fresh: StockPool | undefined = known
  return untilThrough(async () => {
    const shard = fresh ?? (await pools.get(known._id)) ?? known
    fresh = undefined
    const done = shard.changed?.[mark]
    if (done !== undefined) return done
    const part = partOf(shard.available)
    const changed = await pools.changeIf(
      shard._id,
      { [place]: _.exists(false), available: _.gte(Math.max(0, -part)) },
      { [place]: part, available: _.inc(part), loaded: _.inc(part) },
    )
    return changed ? part : 'lost'
  })
}

/** Gives back what a wish took that could not take all: the wish then stands for nothing. */
async function putBack(dealId: DealId, mark: string): Promise<Short> {
  const place = `changed.${mark}`
  const shards = await pools.find({ dealId })
  for (const { _id, changed } of shards) {
    const part = changed?.[mark] ?? 0
    if (part === 0) continue
    const back = { [place]: 0, available: _.inc(-part), loaded: _.inc(-part) }
    await pools.changeIf(_id, { [place]: part }, back)
  }
  return { left: available(await pools.find({ dealId })) }
}
