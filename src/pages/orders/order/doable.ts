import type { OrderView } from '@domain/orders/contract'
import type { Instant } from '@domain/time'

/** Whether something is on its way that the shopper waits for, so that asking again makes sense. */
export function isAwaiting(order: OrderView, now: Instant): boolean {
  const { status, deal, refunds } = order
  if (status === 'unpaid' || status === 'refunding') return true
  if (refunds.some((refund) => refund.status !== 'succeeded')) return true
  return status === 'paid' && deal !== null && deal.settled === null && now >= deal.endsAt
}

/** Whether the money may still be asked back; the cloud decides again. */
export function isRefundable({ status, deal }: OrderView, now: Instant): boolean {
  return status === 'paid' && (deal === null || (deal.settled === null && now < deal.endsAt))
}

/** Whether the order's price can still come down: its ladder has not closed, and it is in it. */
export function isRunning({ status, deal }: OrderView, now: Instant): boolean {
  return (status === 'unpaid' || status === 'paid') && deal !== null && now < deal.endsAt
}
