import { fail, hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { MemberId, OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { orders } from '../kit/collections'
import { wishOf } from '../kit/ids'
import { untilThrough } from '../kit/weather'
import { writeOrder } from './change'
import { startTodo } from './todo'

/** A wish about an order, as it can be told from others. */
export interface OrderWish {
  readonly requestId: string
  readonly orderId: OrderId
  /** The action, with all of its input that makes it this wish and no other. */
  readonly action: string
  readonly input: unknown
}

/** Whose orders may be wished about: those of one member, or any for staff. */
export type Reach = { readonly memberId: MemberId } | 'any'

/** What is known of a wish: it was granted before, or the order stands so. */
export type Asked = { readonly answered: Order } | { readonly order: Order; readonly wish: string }

/** Another's order is as unknown as one that never was. */
const isInReach = (order: Order, reach: Reach): boolean =>
  reach === 'any' || order.memberId === reach.memberId

/** Reads the order of a wish, and knows a wish that was granted before. */
export async function readWish(
  { requestId, orderId, action, input }: OrderWish,
  reach: Reach,
): Promise<Asked | Failure<'order_unknown' | 'request_reused'>> {
  const order = await orders.get(orderId)
  if (!order || !isInReach(order, reach)) return fail('order_unknown')
  const wish = wishOf(action, input)
  const before = order.requests[requestId]
  if (before === undefined) return { order, wish }
  return before === wish ? { answered: order } : fail('request_reused')
}

/** Grants a wish once and notes it; a twin that came at the same time finds it granted. */
export function granted<Code extends FailureCode>(
  order: Order,
  { requestId, wish }: { readonly requestId: string; readonly wish: string },
  decide: (order: Order) => Order | Failure<Code>,
): Order | Failure<Code> {
  if (order.requests[requestId] === wish) return order
  const decided = decide(order)
  if (hasFailed(decided)) return decided
  return { ...decided, requests: { ...decided.requests, [requestId]: wish } }
}

/**
 * Grants a wish about an order: reads, decides, writes, and does what follows. Safe to repeat; the
 * same id with another wish is refused. Where another was faster it is read and decided anew.
 */
export function grant<Code extends FailureCode>(
  asking: OrderWish & { readonly now: Instant },
  reach: Reach,
  decide: (order: Order) => Order | Failure<Code>,
): Promise<Order | Failure<Code | 'order_unknown' | 'request_reused'>> {
  const { requestId, now } = asking
  return untilThrough(async () => {
    const asked = await readWish(asking, reach)
    if (hasFailed(asked)) return asked
    if ('answered' in asked) return asked.answered
    const { order, wish } = asked
    const after = granted(order, { requestId, wish }, decide)
    if (hasFailed(after)) return after
    const written = await writeOrder(order, after)
    return written === 'lost' ? written : startTodo(written, { now })
  })
}
