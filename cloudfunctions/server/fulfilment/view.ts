import { QUEUE_PAGE, type StaffOrder } from '@domain/fulfilment/contract'
import type { Order } from '@domain/orders/order'
import { viewOf } from '../orders/view'

/**
 * An order as staff sees it. Its verification code is the shopper's: the counter learns it from
 * the shopper alone.
 */
export function staffViewOf(order: Order): StaffOrder {
  const view = viewOf(order)
  const { delivery } = view
  return delivery.kind === 'pick-up' ? { ...view, delivery: { ...delivery, code: '' } } : view
}

/** Orders to ask for: one more than a page shows, which tells that there are more. */
export const PAGE_AND_MORE = QUEUE_PAGE + 1

/** A page of orders for staff. */
export function staffPage(found: readonly Order[]) {
  return { orders: found.slice(0, QUEUE_PAGE).map(staffViewOf), more: found.length > QUEUE_PAGE }
}
