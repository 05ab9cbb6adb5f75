import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { ORDERS_PAGE } from '@domain/orders/contract'
import type { OrderStatus } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { cardOf, ownOrder, viewOf } from './view'

/** One order with the store where it is picked up. Two SDK calls. */
export async function seeOrder({ orderId }: { orderId: OrderId }, { memberId }: Caller) {
  const [order, shop] = await Promise.all([ownOrder(orderId, memberId), shops.get('shop')])
  if (hasFailed(order)) return order
  const store = shop?.stores.find(({ id }) => id === order.delivery.storeId) ?? null
  return { order: viewOf(order), store }
}

/** A page of the member's orders, newest first. One SDK call. */
export async function listOrders(
  { status, before }: { status?: OrderStatus | undefined; before?: Instant | undefined },
  { memberId }: Caller,
) {
  const where = {
    memberId,
    ...(status && { status }),
    ...(before !== undefined && { placedAt: _.lt(before) }),
  }
  const found = await orders.find(where, {
    order: [['placedAt', 'desc']],
    limit: ORDERS_PAGE + 1,
  })
  return { orders: found.slice(0, ORDERS_PAGE).map(cardOf), more: found.length > ORDERS_PAGE }
}
