import { afterSaleClosed, piecesLeft } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import type { Instant } from '@domain/time'
import { afterSaleText } from '@/text/aftersale'

/** Why nothing of an order can be asked back; undefined when something can. */
export function closedText(order: OrderView, now: Instant): string | undefined {
  const { closed } = afterSaleText
  const refusal = afterSaleClosed(order, now)
  if (refusal) return refusal.code === 'after_sale_over' ? closed.over : closed.status
  const isLeft = order.receipt.lines.some((_, line) => piecesLeft(order, line) > 0)
  return isLeft ? undefined : closed.nothing
}
