import { withPostings } from '../commission/dues'
import type { Instant } from '../time'
import { withBenefits } from './benefits'
import { withTodo, type Order } from './order'

/** What was decided about an order: money came in or went back, goods arrived, credit changed. */
export type Decision = 'payment' | 'receipt' | 'refund' | 'settlement' | 'assignment'

/**
 * Leaves what has to follow a decision: coupon, points and gifts of who bought, commission of who
 * brought them. To be called on the order as it stands after the decision.
 */
export function withFollowing(order: Order, by: Decision, now: Instant): Order {
  const credited = withCommission(order, by, now)
  return by === 'settlement' || by === 'assignment' ? credited : withBenefits(credited, by, now)
}

/** An order that was never credited to anybody costs nothing. */
function withCommission(order: Order, by: Decision, now: Instant): Order {
  const decided = withPostings(order, now)
  const isDue = by === 'receipt' ? hasPostings(decided) : decided !== order || isCredited(order)
  return isDue ? withTodo(decided, [{ task: 'commission', rev: order.rev }], now) : decided
}

const hasPostings = ({ commission }: Order): boolean => (commission?.posted.length ?? 0) > 0

const isCredited = ({ attribution }: Order): boolean =>
  attribution.guideId !== null || attribution.changes.length > 0
