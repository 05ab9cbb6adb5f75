/** What happens at the counter: handing out, and money that is asked back. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { OrderId } from '@domain/ids'
import type { SmallShop } from './small-shop'

/** Ships an order. */
export function ship(small: SmallShop, orderId: OrderId, number = 'SF10000001') {
  const requestId = randomUUID()
  const parcel = { company: 'SF' as const, number }
  return small.shop.call('keeper', 'fulfilment.ship', { requestId, orderId, ...parcel })
}

/** The shopper's verification code. */
export async function codeOf(small: SmallShop, orderId: OrderId): Promise<string> {
  const { delivery } = await small.order(orderId)
  return delivery.kind === 'pick-up' ? delivery.code : ''
}

/** Hands an order out by its verification code. */
export async function handOut(small: SmallShop, orderId: OrderId) {
  const input = { requestId: randomUUID(), code: await codeOf(small, orderId) }
  return small.shop.call('keeper', 'fulfilment.verify', input)
}

/** The shopper says that the parcel arrived. */
export function receive(small: SmallShop, openid: string, orderId: OrderId) {
  return small.shop.call(openid, 'orders.receive', { requestId: randomUUID(), orderId })
}

/** A request for money back for pieces of an order. */
export function request(
  orderId: OrderId,
  pieces: readonly (readonly [line: number, quantity: number])[],
): InputOf<'aftersale.request'> {
  const asked = pieces.map(([line, quantity]) => ({ line, quantity }))
  const why = { reason: 'quality' as const, words: '坏了两颗', pictures: [] }
  return { requestId: randomUUID(), orderId, pieces: asked, ...why }
}

/** Asks money back for so many pieces of each line; the request's number. */
export async function askBack(
  small: SmallShop,
  openid: string,
  orderId: OrderId,
  ...pieces: readonly (readonly [line: number, quantity: number])[]
): Promise<number> {
  const wish = request(orderId, pieces)
  const { order } = await small.shop.ask(openid, 'aftersale.request', wish)
  return order.afterSales.length
}

/** What staff says to a request. */
export function answering(
  orderId: OrderId,
  no: number,
  verdict: 'approve' | 'refuse' = 'approve',
): InputOf<'aftersale.answer'> {
  const words = verdict === 'refuse' ? '照片看不清楚' : ''
  return { requestId: randomUUID(), orderId, no, verdict, words }
}

/** Grants a request. */
export async function approve(small: SmallShop, orderId: OrderId, no: number) {
  return small.shop.ask('keeper', 'aftersale.answer', answering(orderId, no))
}
