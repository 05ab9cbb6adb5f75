import { fail, hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { orders } from '../kit/collections'
import { difference } from '../kit/database'
import { untilThrough } from '../kit/weather'

/** Writes what was decided, unless somebody else wrote since `before` was read. */
export async function writeOrder(before: Order, after: Order): Promise<Order | 'lost'> {
  const next = { ...after, rev: before.rev + 1 }
  const written = await orders.changeIf(before._id, { rev: before.rev }, difference(before, next))
  return written ? next : 'lost'
}

/**
 * Reads an order, decides, writes; decides anew on what is there when another was faster. A
 * decision that returns the order itself writes nothing.
 */
export function changeOrder<Code extends FailureCode>(
  orderId: OrderId,
  decide: (order: Order) => Order | Failure<Code>,
): Promise<Order | Failure<Code | 'order_unknown'>> {
  return untilThrough(async () => {
    const before = await orders.get(orderId)
    if (!before) return fail('order_unknown')
    const after = decide(before)
    return hasFailed(after) || after === before ? after : writeOrder(before, after)
  })
}
