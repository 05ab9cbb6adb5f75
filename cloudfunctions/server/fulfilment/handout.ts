import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { shipOrder, verifyOrder, type Shipping } from '@domain/orders/handout'
import type { Order } from '@domain/orders/order'
import { grantNoted } from '../audit/grant'
import { orders } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { staffViewOf } from './view'

/** A parcel as staff hands it over. */
type ShippingOut = Shipping & { readonly requestId: string; readonly orderId: OrderId }

/** Ships an order by courier. */
export async function ship({ requestId, orderId, company, number }: ShippingOut, caller: Caller) {
  const parcel = { company, number }
  const input = { orderId, ...parcel }
  const deed = { caller, requestId, orderId, action: 'fulfilment.ship', input }
  const shipped = await grantNoted(deed, (order) => shipOrder(order, parcel, caller.now), {
    reason: '',
    before: { status: 'paid' },
    after: { status: 'shipped', ...parcel },
  })
  return hasFailed(shipped) ? shipped : { order: staffViewOf(shipped) }
}

/** The order that a verification code stands for. One SDK call. */
async function orderOf(code: string): Promise<Order | Failure<'code_unknown'>> {
  const [order, other] = await orders.find({ 'delivery.code': code }, { limit: 2 })
  // Two orders with one code are one in a million million; then neither is handed out by it.
  return order && !other ? order : fail('code_unknown')
}

/** What a verification code stands for. */
export async function findByCode({ code }: { code: string }) {
  const order = await orderOf(code)
  return hasFailed(order) ? order : { order: staffViewOf(order) }
}

/** 核销: hands an order over at the counter, once. */
export async function verifyCode(
  { requestId, code }: { requestId: string; code: string },
  caller: Caller,
) {
  const found = await orderOf(code)
  if (hasFailed(found)) return found
  const { _id: orderId } = found
  const deed = { caller, requestId, orderId, action: 'fulfilment.verify', input: { code } }
  const verified = await grantNoted(deed, (order) => verifyOrder(order, caller.now), {
    reason: '',
    before: { status: 'paid' },
    after: { status: 'received' },
  })
  return hasFailed(verified) ? verified : { order: staffViewOf(verified) }
}
