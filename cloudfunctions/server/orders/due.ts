import { endUnpaid } from '@domain/orders/ending'
import { passTime } from '@domain/orders/handout'
import { _ } from '../kit/cloud'
import { inBatches } from '../kit/batches'
import { orders } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import type { Tick } from '../timer/tick'
import { changeOrder } from './change'
import { endOrder } from './end'
import { runTodo } from './todo'

/** Orders a batch. */
const BATCH = 100

const trouble = (error: unknown) => log('order_waits', { reason: reasonOf(error) })

/** Ends unpaid orders whose time to pay is over; one that turns out to be paid is kept. */
export function expireOrders({ now, hasTime }: Tick): Promise<number> {
  return inBatches({
    next: () =>
      orders.find(
        { status: 'unpaid', payBefore: _.lte(now) },
        { order: [['payBefore', 'asc']], limit: BATCH },
      ),
    each: ({ _id }) => endOrder(_id, (order) => endUnpaid(order, 'expire', now), now),
    trouble,
    hasTime,
  })
}

/** Moves orders on by time alone: parcels count as received, received orders as done. */
export function passTimes({ now, hasTime }: Tick): Promise<number> {
  return inBatches({
    next: () => orders.find({ movesAt: _.lte(now) }, { order: [['movesAt', 'asc']], limit: BATCH }),
    each: ({ _id }) => changeOrder(_id, (order) => passTime(order, now)),
    trouble,
    hasTime,
  })
}

/** Does what orders still have to do: holds to let go, people to count, refunds to send or ask. */
export function runTodos({ now, hasTime }: Tick): Promise<number> {
  return inBatches({
    next: () => orders.find({ todoAt: _.lte(now) }, { order: [['todoAt', 'asc']], limit: BATCH }),
    each: (order) => runTodo(order, { now }),
    trouble,
    hasTime,
  })
}
