import type { Queue } from '@domain/fulfilment/contract'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'
import type { Words } from '../kit/database'
import { PAGE_AND_MORE, staffPage } from './view'

/** What waits in each queue. */
const waiting: Readonly<Record<Queue, Words>> = {
  ship: { status: 'paid', 'delivery.kind': 'courier' },
  'pick-up': { status: 'paid', 'delivery.kind': 'pick-up' },
  'after-sale': { askedAt: _.gt(0) },
}

/** How much waits in each queue. Three SDK calls. */
export async function seeDesk(): Promise<Readonly<Record<Queue, number>>> {
  const [ship, pickUp, afterSale] = await Promise.all([
    orders.count(waiting.ship),
    orders.count(waiting['pick-up']),
    orders.count(waiting['after-sale']),
  ])
  return { ship, 'pick-up': pickUp, 'after-sale': afterSale }
}

/** A page of a queue, the oldest order first. One SDK call. */
export async function listQueue({ queue, after }: { queue: Queue; after?: Instant | undefined }) {
  const where = { ...waiting[queue], ...(after !== undefined && { placedAt: _.gt(after) }) }
  return staffPage(await orders.find(where, { order: [['placedAt', 'asc']], limit: PAGE_AND_MORE }))
}
