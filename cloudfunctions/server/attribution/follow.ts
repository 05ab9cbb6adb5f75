import type { Order } from '@domain/orders/order'
import { settleCommission } from '../commission/settle'
import { recountCustomer } from '../guides/recount'

/** What follows an order's credit: its commission in the ledger, its customer with the guide. */
export async function followCredit(order: Order): Promise<void> {
  await Promise.all([settleCommission(order), recountCustomer(order)])
}
