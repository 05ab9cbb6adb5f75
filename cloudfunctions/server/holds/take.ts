import { fail, type Failure } from '@domain/failure'
import {
  available,
  freshPool,
  gather,
  shardOf,
  type CouponPool,
  type Hold,
  type Quota,
  type StockPool,
} from '@domain/holds/hold'
import type { DealId, MemberId, OrderId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { _, least } from '../kit/cloud'
import { pools, quotas } from '../kit/collections'
import type { Collection, Words } from '../kit/database'
import { joinKeyOf } from '../kit/ids'
import { release } from './release'

/** What a hold is taken for. */
export interface Taking {
  readonly orderId: OrderId
  readonly quantity: number
  /** When it lapses if its order never comes. */
  readonly until: Instant
}

/** A stock that is spread over shards, as it was read before. */
export interface Stock {
  /** Which shards belong to it: `{ dealId }` or `{ skuId, dealId: null }`. */
  readonly where: Words
  readonly shards: readonly Shard[]
}

/** What is known of a shard before anything is taken from it. */
export type Shard = Pick<StockPool, '_id' | 'skuId' | 'available'>

/** One conditional update takes the quantity and records who holds it in the same write. */
export function take(
  place: Collection<StockPool> | Collection<Quota> | Collection<CouponPool>,
  id: string,
  { holder, quantity, until }: Omit<Taking, 'orderId'> & { readonly holder: string },
): Promise<boolean> {
  return place.changeIf(
    id,
    { available: _.gte(quantity), [`holds.${holder}`]: _.exists(false) },
    {
      available: _.inc(-quantity),
      [`holds.${holder}`]: _.set({ n: quantity, until }),
      sweepAt: least(until),
      rev: _.inc(1),
    },
  )
}

const held = (shard: Shard, quantity: number): Hold => ({
  in: 'pools',
  id: shard._id,
  quantity,
  skuId: shard.skuId,
})

/** Too few were left in a stock. */
export interface Short {
  readonly left: number
}

/**
 * Takes stock for an order: from the shard that its id chooses, else from where there is enough,
 * else in pieces from several. A repeat finds what it took before.
 */
export async function takeStock(stock: Stock, taking: Taking): Promise<readonly Hold[] | Short> {
  if (available(stock.shards) < taking.quantity) {
    // The read may be a moment old, and the missing pieces may be this order's own hold.
    return takeWhereLeft(stock.where, taking)
  }
  const fitting = stock.shards.filter((shard) => shard.available >= taking.quantity)
  const first = fitting[shardOf(taking.orderId, Math.max(1, fitting.length))]
  const holding = { ...taking, holder: taking.orderId }
  if (first && (await take(pools, first._id, holding))) return [held(first, taking.quantity)]
  return takeWhereLeft(stock.where, taking)
}

/** How often a fresh look is taken at shards that others are emptying. */
const LOOKS = 3

async function takeWhereLeft(where: Words, taking: Taking): Promise<readonly Hold[] | Short> {
  let left = 0
  let touched = false
  for (let look = 0; look < LOOKS; look += 1) {
    const shards = await pools.find(where)
    const own = shards.flatMap((shard) => {
      const hold = shard.holds[taking.orderId]
      return hold ? [held(shard, hold.n)] : []
    })
    const missing = taking.quantity - own.reduce((sum, hold) => sum + hold.quantity, 0)
    if (missing <= 0) return own
    touched ||= own.length > 0
    const free = shards.filter((shard) => !shard.holds[taking.orderId])
    left = available(free)
    const pieces = gather(free, missing)
    if (!pieces) break
    touched = true
    const taken = await Promise.all(
      pieces.map(({ shard, quantity }) =>
        take(pools, shard._id, { holder: taking.orderId, quantity, until: taking.until }),
      ),
    )
    if (taken.every(Boolean)) {
      return [...own, ...pieces.map((piece) => held(piece.shard, piece.quantity))]
    }
  }
  if (touched) await releaseAll(where, taking.orderId)
  return { left }
}

/** Lets go of whatever an order holds in a stock, without knowing where. */
async function releaseAll(where: Words, orderId: OrderId): Promise<void> {
  const shards = await pools.find({ ...where, [`holds.${orderId}`]: _.exists(true) })
  await Promise.all(
    shards.map((shard) => release(held(shard, shard.holds[orderId]?.n ?? 0), orderId)),
  )
}

/** Whose quota of which deal, and whether it was seen to exist. */
export interface QuotaOwner {
  readonly dealId: DealId
  readonly memberId: MemberId
  readonly perMember: number
  readonly known: boolean
}

/** Takes from what the member may still have of a deal. */
export async function takeQuota(
  owner: QuotaOwner,
  taking: Taking,
): Promise<Hold | Failure<'member_limit'>> {
  const { dealId, memberId, perMember, known } = owner
  const id = joinKeyOf(dealId, memberId)
  const hold: Hold = { in: 'quotas', id, quantity: taking.quantity, skuId: null }
  const over = fail('member_limit', { limit: perMember })
  if (taking.quantity > perMember) return over
  if (!known && (await openQuota(owner, id, taking))) return hold
  if (await take(quotas, id, { ...taking, holder: taking.orderId })) return hold
  const quota = await quotas.get(id)
  return quota?.holds[taking.orderId] ? hold : over
}

/** The first hold of a member in a deal makes the quota, in one write. */
function openQuota(owner: QuotaOwner, id: string, taking: Taking): Promise<boolean> {
  const { dealId, memberId, perMember } = owner
  return quotas.add({
    ...freshPool(id, perMember),
    dealId,
    memberId,
    available: perMember - taking.quantity,
    holds: { [taking.orderId]: { n: taking.quantity, until: taking.until } },
    sweepAt: taking.until,
    rev: 1,
  })
}
