import { fail, type Failure } from '../failure'
import { after, DAY, type Duration, type Instant } from '../time'
import type { Order, OrderStatus } from './order'

/**
 * Orders of a day that a member may leave unpaid: what an unpaid order holds nobody else can buy
 * until its time to pay is over, so who orders again and again without paying empties a shelf.
 */
export const MOST_UNPAID = 20

/** How long an order that was not paid is counted. */
export const UNPAID_COUNTS: Duration = DAY

/** What an order is that was not paid: not yet, or never. */
export const unpaidStatuses: readonly OrderStatus[] = ['unpaid', 'cancelled', 'expired']

/** Refuses one more order to who left too many unpaid; tells when the oldest is forgotten. */
export function wastes(
  unpaid: readonly Pick<Order, 'placedAt'>[],
): Failure<'unpaid_many'> | undefined {
  if (unpaid.length < MOST_UNPAID) return undefined
  const oldest = Math.min(...unpaid.map(({ placedAt }) => placedAt)) as Instant
  return fail('unpaid_many', { most: MOST_UNPAID, until: after(oldest, UNPAID_COUNTS) })
}
