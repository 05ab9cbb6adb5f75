import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { needsNewcomer } from '@domain/orders/payment'
import type { Caller } from '../kit/serve'
import { customerOf, isCustomer } from '../members/newcomer'
import { confirmPayment } from '../payment/confirm'
import { openPayment } from '../payment/gateway'
import { ownOrder, viewOf } from './view'

/**
 * Opens the payment of an unpaid order at the gateway. Two SDK calls; three for newcomers. What the
 * gateway refuses may be paid already, with the notice lost: then the order learns of it here.
 */
export async function payOrder({ orderId }: { orderId: OrderId }, { memberId, now }: Caller) {
  const order = await ownOrder(orderId, memberId)
  if (hasFailed(order)) return order
  const isPayable = order.status === 'unpaid' && now < order.payBefore
  if (!isPayable) return fail('order_cannot', { event: 'pay', status: order.status })
  if (needsNewcomer(order) && (await isCustomer(customerOf(order)))) return fail('newcomers_only')
  const { payableFen, lines } = order.receipt
  const title = lines[0]?.product.name ?? ''
  const payment = await openPayment({ orderId, title, payableFen })
  if (!('refused' in payment)) return { payment }
  const { order: confirmed } = await confirmPayment(orderId, now)
  if (confirmed?.payment) return fail('order_cannot', { event: 'pay', status: confirmed.status })
  return fail('payment_refused', { code: payment.refused })
}

/** Asks the gateway at once, so that a payer need not wait for WeChat's notice. */
export async function checkPayment(
  { orderId }: { orderId: OrderId },
  { memberId, now }: Caller,
): Promise<{ order: ReturnType<typeof viewOf> } | Failure<'order_unknown'>> {
  const order = await ownOrder(orderId, memberId)
  if (hasFailed(order)) return order
  if (order.payment) return { order: viewOf(order) }
  const { order: confirmed } = await confirmPayment(orderId, now)
  return { order: viewOf(confirmed ?? order) }
}
