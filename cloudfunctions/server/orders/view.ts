import { fail, type Failure } from '@domain/failure'
import type { MemberId, OrderId } from '@domain/ids'
import type { OrderCard, OrderView } from '@domain/orders/contract'
import type { Order } from '@domain/orders/order'
import { add } from '@domain/money'
import { orders } from '../kit/collections'

/** An order as its owner sees it. */
export function viewOf(order: Order): OrderView {
  const {
    memberId: _memberId,
    holds: _holds,
    todo: _todo,
    todoAt: _todoAt,
    requests: _requests,
    rev: _rev,
    joinKey: _joinKey,
    ...view
  } = order
  return view
}

/** An order as a line of the list. */
export function cardOf(order: Order): OrderCard {
  const { _id: orderId, status, placedAt, payBefore, receipt, refunds, deal } = order
  return {
    orderId,
    status,
    placedAt,
    payBefore,
    payableFen: receipt.payableFen,
    refundedFen: add(...refunds.map((refund) => refund.amountFen)),
    lines: receipt.lines.map(({ product, sku, quantity }) => ({
      name: product.name,
      // What has no variants has one that is called like its unit, which says nothing.
      skuName: sku.name === product.unit ? '' : sku.name,
      quantity,
      picture: product.picture,
    })),
    deal: deal && { id: deal.id, endsAt: deal.endsAt, settled: deal.settled !== null },
  }
}

/** The member's own order. Another's is as unknown as one that never was. */
export async function ownOrder(
  orderId: OrderId,
  memberId: MemberId,
): Promise<Order | Failure<'order_unknown'>> {
  const order = await orders.get(orderId)
  return order?.memberId === memberId ? order : fail('order_unknown')
}
