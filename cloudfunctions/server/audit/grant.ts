import { hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { grant } from '../orders/grant'
import { earlierDeed, record, type Change, type Deed } from './record'

/** A wish of somebody of the shop about an order: any member's. */
export interface OrderDeed extends Deed {
  readonly orderId: OrderId
}

/**
 * Grants a wish of somebody of the shop about an order, and notes it. Who is interrupted between
 * the two asks again: what was granted is then noted as well, and granted no second time. Beside
 * what `grant` takes two SDK calls.
 */
export async function grantNoted<Code extends FailureCode>(
  deed: OrderDeed,
  decide: (order: Order) => Order | Failure<Code>,
  change: Omit<Change, 'subject'>,
): Promise<Order | Failure<Code | 'order_unknown' | 'request_reused'>> {
  const { caller, requestId, orderId, action, input } = deed
  const earlier = await earlierDeed(deed)
  if (hasFailed(earlier)) return earlier
  const asking = { requestId, orderId, action, input, now: caller.now }
  const granted = await grant(asking, 'any', decide)
  if (!hasFailed(granted) && !earlier) await record(deed, { subject: orderId, ...change })
  return granted
}
