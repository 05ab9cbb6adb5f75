import { variantOf } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { MemberId, OrderId } from '@domain/ids'
import type { OrderCard, OrderView } from '@domain/orders/contract'
import type { Order } from '@domain/orders/order'
import { add } from '@domain/money'
import { pointsDue, pointsOf } from '@domain/points/dues'
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
    askedAt: _askedAt,
    ...view
  } = order
  return { ...view, delivery: withoutEarlyCode(order) }
}

/** The verification code is told from when there is something to pick up. */
function withoutEarlyCode({ delivery, status }: Order): Order['delivery'] {
  const isDue = status === 'paid' || status === 'received' || status === 'done'
  return delivery.kind === 'courier' || isDue ? delivery : { ...delivery, code: '' }
}

/** An order as a line of the list. */
export function cardOf(order: Order): OrderCard {
  const { _id: orderId, status, placedAt, payBefore, receipt, refunds, deal } = order
  const { delivery, askedAt } = order
  return {
    orderId,
    status,
    placedAt,
    payBefore,
    payableFen: receipt.payableFen,
    refundedFen: add(...refunds.map((refund) => refund.amountFen)),
    points: pointsOf(order),
    pointsBack: order.payment ? pointsOf(order) - pointsDue(order).spent : 0,
    hasCoupon: order.couponId !== null,
    lines: receipt.lines.map(({ product, sku, quantity }) => ({
      productId: product.id,
      skuId: sku.id,
      name: product.name,
      skuName: variantOf(sku, product),
      quantity,
      picture: product.picture,
    })),
    delivery: delivery.kind,
    isAsking: askedAt !== null,
    deal,
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
