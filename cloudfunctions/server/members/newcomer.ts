import type { MemberId, OrderId } from '@domain/ids'
import { keptStatuses, type Order } from '@domain/orders/order'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'

/** Whom to look for. */
interface Candidate {
  readonly memberId: MemberId
  /** Where known: another account with the same telephone is the same household. */
  readonly phone?: string | undefined
  /** The order in question, which does not count. */
  readonly orderId?: OrderId | undefined
}

/**
 * 老带新: whether somebody is a customer already, that is, has an order paid and kept. Asked when
 * an order is placed and again when it is paid. One SDK call.
 */
export async function isCustomer({ memberId, phone, orderId }: Candidate): Promise<boolean> {
  const who = phone === undefined ? { memberId } : _.or([{ memberId }, { 'delivery.phone': phone }])
  const kept = { status: _.in([...keptStatuses]), ...(orderId && { _id: _.neq(orderId) }) }
  const found = await orders.find(_.and([who as never, kept]) as never, {
    limit: 1,
    fields: { _id: true },
  })
  return found.length > 0
}

/** Whom to look for when an order is paid. */
export const customerOf = ({ memberId, delivery, _id }: Order): Candidate => ({
  memberId,
  phone: delivery.phone,
  orderId: _id,
})
