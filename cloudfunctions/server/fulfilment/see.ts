import { fail } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { orders } from '../kit/collections'
import { staffViewOf } from './view'

/** Any member's order, as staff sees it. One SDK call. */
export async function seeAnyOrder({ orderId }: { orderId: OrderId }) {
  const order = await orders.get(orderId)
  return order ? { order: staffViewOf(order) } : fail('order_unknown')
}
