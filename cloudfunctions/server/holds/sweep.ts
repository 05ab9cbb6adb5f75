import { NEVER, RETURNS_KEPT, type Pool } from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import { isKept, momentOf, type Order, type Task } from '@domain/orders/order'
import { after, MINUTE, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { inTurn, jobOver } from '../timer/job'
import { placeOf, release, sell, type GoodsHold, type GoodsPlace } from './release'

/** Pools a batch. */
const BATCH = 50

/** A pool that is swept; a team has seats beside. */
type Swept = Pool & { readonly seats?: Readonly<Record<string, OrderId>> }

/** What was handed out is gone, whatever money went back for it afterwards. */
const isHandedOut = (order: Order): boolean =>
  momentOf(order, 'ship') !== undefined || momentOf(order, 'verify') !== undefined

/** What becomes of a lapsed hold: its order decides. */
type Fate = 'release' | 'sell' | 'wait'

/** An order that is missing or ended frees its hold; a paid one makes its own hold a sale. */
function fateInPool(order: Order | undefined, poolId: string): Fate {
  const fate = fateOf(order)
  if (fate !== 'sell') return fate
  // A hold that the order does not know was taken too much by a twin of the call that placed it.
  const isOwn = order?.holds.some((hold) => hold.in === 'pools' && hold.id === poolId)
  // A ladder's stock was booked as sold when its member joined: what is still held came twice.
  return isOwn && order?.deal?.kind !== 'ladder' ? 'sell' : 'release'
}

/** A seat is booked when its order is paid: what is still held then is not needed. */
const fateInTeam = (order: Order | undefined): Fate =>
  fateOf(order) === 'wait' ? 'wait' : 'release'

/** Tasks that leave goods as they are; everything else that is left to do may need the hold. */
const bystanders: readonly Task['task'][] = ['refund', 'report', 'reckon', 'tell', 'benefits']

const touchesHolds = ({ task }: Task): boolean => !bystanders.includes(task)

function fateOf(order: Order | undefined): Fate {
  if (!order) return 'release'
  if (order.status === 'unpaid' || order.todo.some(touchesHolds)) return 'wait'
  return isKept(order.status) || isHandedOut(order) ? 'sell' : 'release'
}

/** A quota is booked by the sweep alone, for ladders too. */
const fates: Readonly<Record<GoodsPlace, (order: Order | undefined, poolId: string) => Fate>> = {
  pools: fateInPool,
  quotas: fateOf,
  teams: fateInTeam,
}

/** Looks after holds of one kind whose time is over. */
const sweepOf = (place: GoodsPlace) =>
  jobOver<Swept>({
    in: placeOf(place),
    where: (now) => ({ sweepAt: _.lte(now) }),
    finding: { limit: BATCH },
    each: (pool, now) => sweepPool(place, pool, now),
    trouble: (error) => log('pool_waits', { reason: reasonOf(error) }),
  })

/** Looks after holds whose time is over, in pools, quotas and teams. */
export const sweepHolds = inTurn([sweepOf('pools'), sweepOf('quotas'), sweepOf('teams')])

async function sweepPool(place: GoodsPlace, pool: Swept, now: Instant): Promise<void> {
  const lapsed = (Object.keys(pool.holds) as OrderId[]).filter(
    (orderId) => (pool.holds[orderId]?.until ?? NEVER) <= now,
  )
  const found = lapsed.length > 0 ? await orders.find({ _id: _.in(lapsed) }) : []
  const byId = new Map(found.map((order) => [order._id, order]))
  const waiting = new Set<OrderId>()
  for (const orderId of lapsed) {
    const fate = fates[place](byId.get(orderId), pool._id)
    const hold = heldIn(place, pool, orderId)
    if (fate === 'wait') waiting.add(orderId)
    else if (fate === 'sell') await sell(hold, orderId, 0)
    else await release(hold, orderId)
  }
  await setNextSweep(place, pool, { lapsed, waiting, now })
}

/** A hold as the pool has it; in a team with the seat. */
function heldIn(place: GoodsPlace, pool: Swept, orderId: OrderId): GoodsHold {
  const quantity = pool.holds[orderId]?.n ?? 0
  const [seat] = Object.entries(pool.seats ?? {}).find(([, id]) => id === orderId) ?? []
  return { in: place, id: pool._id, quantity, skuId: null, ...(seat !== undefined && { seat }) }
}

/** Forgets old returns and sets when to look next, unless a hold was taken meanwhile. */
async function setNextSweep(
  place: GoodsPlace,
  pool: Swept,
  { lapsed, waiting, now }: { lapsed: OrderId[]; waiting: Set<OrderId>; now: Instant },
): Promise<void> {
  const returned = Object.entries(pool.returned)
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
