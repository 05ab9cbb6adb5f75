import { fail, hasFailed, type Failure } from '../failure'
import { after, DAY, type Instant } from '../time'
import { AFTER_SALE_WINDOW, AUTO_RECEIVE, type Parcel } from './delivery'
import { withFollowing } from './following'
import { momentOf, moveOrder, withTodo, type Order, type OrderEvent } from './order'

/** 预售: when an order's goods were promised to go out; undefined where nothing was said. */
export function shipsAtOf({ receipt }: Pick<Order, 'receipt'>): Instant | undefined {
  return receipt.lines[0]?.deal?.shipsAt
}

/** A parcel as staff hands it over. */
export type Shipping = Pick<Parcel, 'company' | 'number'>

/**
 * Ships an order by courier. It counts as received ten days later, unless the shopper says so
 * before. WeChat has to be told, or the money stays frozen.
 */
export function shipOrder(
  order: Order,
  { company, number }: Shipping,
  now: Instant,
): Order | Failure<'order_cannot'> {
  const { delivery } = order
  if (delivery.kind !== 'courier') return cannot(order, 'ship')
  const moved = moveOrder(order, 'ship', now)
  if (hasFailed(moved)) return moved
  const parcel: Parcel = { company, number, shippedAt: now }
  const shipped = { ...moved, delivery: { ...delivery, parcel }, movesAt: after(now, AUTO_RECEIVE) }
  return withTodo(shipped, [{ task: 'report' }, { task: 'tell', news: 'orderShipped' }], now)
}

/** Hands an order over at the counter, once: the second time its code says when it was used. */
export function verifyOrder(
  order: Order,
  now: Instant,
): Order | Failure<'order_cannot' | 'code_used'> {
  if (order.delivery.kind !== 'pick-up') return cannot(order, 'verify')
  const usedAt = momentOf(order, 'verify')
  if (usedAt !== undefined) return fail('code_used', { usedAt })
  const moved = moveOrder(order, 'verify', now)
  if (hasFailed(moved)) return moved
  return received(moved, [{ task: 'report' }], now)
}

/** The parcel arrived: the shopper says so, or its time has passed. */
export function receiveOrder(order: Order, now: Instant): Order | Failure<'order_cannot'> {
  const moved = moveOrder(order, 'receive', now)
  return hasFailed(moved) ? moved : received(moved, [], now)
}

function received(order: Order, tasks: Order['todo'], now: Instant): Order {
  const moved = { ...order, movesAt: after(now, AFTER_SALE_WINDOW) }
  return withFollowing(withTodo(moved, [...tasks, { task: 'reckon' }], now), 'receipt', now)
}

/**
 * Moves an order on by time alone: a shipped one is received, a received one is done. A request
 * that waits for its answer keeps an order open for another day.
 */
export function passTime(order: Order, now: Instant): Order {
  if (order.movesAt === null || now < order.movesAt) return order
  const moved = order.status === 'shipped' ? receiveOrder(order, now) : finishOrder(order, now)
  // Whatever else became of it since, time has nothing more to do with it.
  return hasFailed(moved) ? { ...order, movesAt: null } : moved
}

function finishOrder(order: Order, now: Instant): Order | Failure<'order_cannot'> {
  if (order.status === 'received' && order.askedAt !== null)
    return { ...order, movesAt: after(now, DAY) }
  const moved = moveOrder(order, 'finish', now)
  return hasFailed(moved) ? moved : { ...moved, movesAt: null }
}

const cannot = (order: Order, event: OrderEvent) =>
  fail('order_cannot', { event, status: order.status })
