import type { OrderView } from '@domain/orders/contract'
import type { Instant } from '@domain/time'
import { requestSum } from '@/text/aftersale'
import { money } from '@/text/money'
import { momentText, ordersText } from '@/text/orders'
import { refundReasonText } from '@/text/refunds'

/** A dated line of the timeline. */
export interface Point {
  readonly at: Instant
  readonly words: string
}

/** Everything that happened to the order, to its money and to its requests, newest first. */
export function pointsOf(order: OrderView): readonly Point[] {
  return [...momentsOf(order), ...requestsOf(order), ...arrivalsOf(order)]
    .sort((one, other) => one.at - other.at)
    .reverse()
}

function momentsOf({ story, refunds, delivery }: OrderView): Point[] {
  const whole = refunds.find(({ reason }) => reason !== 'difference' && reason !== 'after-sale')
  // That money is back is told by its arrival; that all of it goes back, by the reason.
  return story
    .filter(({ event }) => event !== 'repay' || refunds.length === 0)
    .filter(({ event }) => event !== 'refund' || whole !== undefined)
    .map(({ event, at }) => {
      const isRefund = event === 'refund' && whole !== undefined
      const words = isRefund ? refundReasonText[whole.reason] : momentText(event, delivery.kind)
      return { at, words }
    })
}

function requestsOf({ afterSales }: OrderView): Point[] {
  return afterSales.flatMap((asked): Point[] => {
    const { no, status, requestedAt, answeredAt, answer } = asked
    const request = { at: requestedAt, words: ordersText.asked(no, requestSum(asked)) }
    if (answeredAt === null || status === 'requested') return [request]
    const words = {
      approved: ordersText.granted(no),
      refused: ordersText.refused(no, answer),
      withdrawn: ordersText.withdrawn(no),
    }[status]
    return [request, { at: answeredAt, words }]
  })
}

function arrivalsOf({ refunds }: OrderView): Point[] {
  return refunds.flatMap(({ reason, amountFen, succeededAt }) => {
    const words = ordersText.arrived(refundReasonText[reason], money(amountFen))
    return succeededAt === null ? [] : [{ at: succeededAt, words }]
  })
}
