import { NEVER, RETURNS_KEPT, type HoldPlace, type Pool } from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { isLeft } from '@domain/orders/todo'
import { after, MINUTE, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { inBatches } from '../kit/batches'
import { orders } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import type { Tick } from '../timer/tick'
import { placeOf, release, sell } from './release'

/** Pools a batch. */
const BATCH = 50

/** What becomes of a lapsed hold: its order decides. */
type Fate = 'release' | 'sell' | 'wait'

/** An order that is missing or ended frees its hold; a paid one makes its own hold a sale. */
function fateOf(order: Order | undefined, poolId: string): Fate {
  if (!order) return 'release'
  if (order.status === 'unpaid') return 'wait'
  if (order.todo.length > 0) return 'wait'
  // A hold that the order does not know was taken too much by a twin of the call that placed it.
  const isOwn = order.holds.some((hold) => hold.in === 'pools' && hold.id === poolId)
  // A deal's stock was booked as sold when its member joined: what is still held came twice.
  return order.status === 'paid' && isOwn && !order.deal ? 'sell' : 'release'
}

/** Looks after holds whose time is over, in pools and quotas. */
export async function sweepHolds(tick: Tick): Promise<number> {
  return (await sweep('pools', tick)) + (await sweep('quotas', tick))
}

function sweep(place: HoldPlace, { now, hasTime }: Tick): Promise<number> {
  return inBatches<Pool>({
    next: () => placeOf(place).find({ sweepAt: _.lte(now) }, { limit: BATCH }),
    each: (pool) => sweepPool(place, pool, now),
    trouble: (error) => log('pool_waits', { reason: reasonOf(error) }),
    hasTime,
  })
}

async function sweepPool(place: HoldPlace, pool: Pool, now: Instant): Promise<void> {
  const lapsed = (Object.keys(pool.holds) as OrderId[]).filter(
    (orderId) => (pool.holds[orderId]?.until ?? NEVER) <= now,
  )
  const found = lapsed.length > 0 ? await orders.find({ _id: _.in(lapsed) }) : []
  const byId = new Map(found.map((order) => [order._id, order]))
  const waiting = new Set<OrderId>()
  for (const orderId of lapsed) {
    const fate = (place === 'quotas' ? quotaFate : fateOf)(byId.get(orderId), pool._id)
    const hold = { in: place, id: pool._id, quantity: pool.holds[orderId]?.n ?? 0 }
    if (fate === 'wait') waiting.add(orderId)
    else if (fate === 'sell') await sell(hold, orderId, 0)
    else await release(hold, orderId)
  }
  await setNextSweep(place, pool, { lapsed, waiting, now })
}

/** A quota is booked by the sweep alone, for deals too. */
const quotaFate = (order: Order | undefined, quotaId: string): Fate =>
  order?.status === 'paid' && !isLeft(order, { task: 'release' }) ? 'sell' : fateOf(order, quotaId)

/** Forgets old returns and sets when to look next, unless a hold was taken meanwhile. */
async function setNextSweep(
  place: HoldPlace,
  pool: Pool,
  { lapsed, waiting, now }: { lapsed: OrderId[]; waiting: Set<OrderId>; now: Instant },
): Promise<void> {
  const returned = Object.entries(pool.returned) as [OrderId, Instant][]
  const old = returned.filter(([, at]) => after(at, RETURNS_KEPT) <= now)
  const held = (Object.keys(pool.holds) as OrderId[]).filter((id) => !lapsed.includes(id))
  const sweepAt = Math.min(
    NEVER,
    waiting.size > 0 ? after(now, MINUTE) : NEVER,
    ...held.map((id) => pool.holds[id]?.until ?? NEVER),
    ...returned.filter((entry) => !old.includes(entry)).map(([, at]) => after(at, RETURNS_KEPT)),
  )
  const forget = Object.fromEntries(old.map(([id]) => [`returned.${id}`, _.remove()]))
  await placeOf(place).changeIf(pool._id, { rev: pool.rev }, { sweepAt, ...forget })
}
