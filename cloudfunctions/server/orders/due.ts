import { endUnpaid } from '@domain/orders/ending'
import { passTime } from '@domain/orders/handout'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'
import { changeOrder } from './change'
import { endOrder } from './end'
import { runTodo } from './todo'

/** Orders a batch. */
const BATCH = 100

const trouble = (error: unknown) => log('order_waits', { reason: reasonOf(error) })

/** Ends unpaid orders whose time to pay is over; one that turns out to be paid is kept. */
export const expireOrders = jobOver({
  in: orders,
  where: (now) => ({ status: 'unpaid', payBefore: _.lte(now) }),
  finding: { order: [['payBefore', 'asc']], limit: BATCH },
  each: ({ _id }, now) => endOrder(_id, (order) => endUnpaid(order, 'expire', now), now),
  trouble,
})

/** Moves orders on by time alone: parcels count as received, received orders as done. */
export const passTimes = jobOver({
  in: orders,
  where: (now) => ({ movesAt: _.lte(now) }),
  finding: { order: [['movesAt', 'asc']], limit: BATCH },
  each: ({ _id }, now) => changeOrder(_id, (order) => passTime(order, now)),
  trouble,
})

/** Does what orders still have to do: holds to let go, people to count, refunds to send or ask. */
export const runTodos = jobOver({
  in: orders,
  where: (now) => ({ todoAt: _.lte(now) }),
  finding: { order: [['todoAt', 'asc']], limit: BATCH },
  each: (order, now) => runTodo(order, { now }),
  trouble,
})
