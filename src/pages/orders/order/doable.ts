import { afterSaleClosed, piecesLeft } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import type { Instant } from '@domain/time'

/** Whether something is on its way that the shopper waits for, so that asking again makes sense. */
export function isAwaiting(order: OrderView, now: Instant): boolean {
  const { status, deal, refunds, afterSales } = order
  if (status === 'unpaid' || status === 'refunding') return true
  if (refunds.some((refund) => refund.status !== 'succeeded')) return true
  if (afterSales.some((asked) => asked.status === 'requested')) return true
  if (status === 'paid') return order.delivery.kind === 'pick-up'
  return status === 'waiting' && (deal?.kind !== 'ladder' || now >= deal.endsAt)
}

/** Whether all the money may still be asked back without asking staff; the cloud decides again. */
export function isRefundable({ status, deal }: OrderView, now: Instant): boolean {
  if (status === 'waiting') return deal?.kind !== 'ladder' || now < deal.endsAt
  return status === 'paid'
}

/** Whether the order's price can still come down: its ladder has not closed, and it is in it. */
export function isRunning({ status, deal }: OrderView, now: Instant): boolean {
  const isIn = status === 'unpaid' || status === 'waiting'
  return isIn && deal?.kind === 'ladder' && now < deal.endsAt
}

/** Whether money can be asked back for some of the pieces. */
export function isAskable(order: OrderView, now: Instant): boolean {
  if (afterSaleClosed(order, now)) return false
  return order.receipt.lines.some((_, line) => piecesLeft(order, line) > 0)
}

/** Whether asking back a part differs from asking back all: there is more than one piece. */
export function hasParts({ receipt }: OrderView): boolean {
  return receipt.lines.reduce((pieces, { quantity }) => pieces + quantity, 0) > 1
}
