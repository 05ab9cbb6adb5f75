import { endUnpaid } from '@domain/orders/ending'
import { passTime } from '@domain/orders/handout'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { inBatches } from '../kit/batches'
import { orders } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import type { Job } from '../timer/job'
import { changeOrder } from './change'
import { endOrder } from './end'
import { runTodo } from './todo'

/** Orders a batch. */
const BATCH = 100

const trouble = (error: unknown) => log('order_waits', { reason: reasonOf(error) })

const unpaid = (now: Instant) => ({ status: 'unpaid', payBefore: _.lte(now) })
const moving = (now: Instant) => ({ movesAt: _.lte(now) })
const unfinished = (now: Instant) => ({ todoAt: _.lte(now) })

/** Ends unpaid orders whose time to pay is over; one that turns out to be paid is kept. */
export const expireOrders: Job = {
  due: (now) => [{ in: orders, where: unpaid(now) }],
  work: ({ now, hasTime }) =>
    inBatches({
      next: () => orders.find(unpaid(now), { order: [['payBefore', 'asc']], limit: BATCH }),
      each: ({ _id }) => endOrder(_id, (order) => endUnpaid(order, 'expire', now), now),
      trouble,
      hasTime,
    }),
}

/** Moves orders on by time alone: parcels count as received, received orders as done. */
export const passTimes: Job = {
  due: (now) => [{ in: orders, where: moving(now) }],
  work: ({ now, hasTime }) =>
    inBatches({
      next: () => orders.find(moving(now), { order: [['movesAt', 'asc']], limit: BATCH }),
      each: ({ _id }) => changeOrder(_id, (order) => passTime(order, now)),
      trouble,
      hasTime,
    }),
}

/** Does what orders still have to do: holds to let go, people to count, refunds to send or ask. */
export const runTodos: Job = {
  due: (now) => [{ in: orders, where: unfinished(now) }],
  work: ({ now, hasTime }) =>
    inBatches({
      next: () => orders.find(unfinished(now), { order: [['todoAt', 'asc']], limit: BATCH }),
      each: (order) => runTodo(order, { now }),
      trouble,
      hasTime,
    }),
}
