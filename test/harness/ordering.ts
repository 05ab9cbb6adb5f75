/** Orders placed and paid for a test that is about what comes afterwards. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { OrderId, ProductId, SkuId } from '@domain/ids'
import { pickUp, type Shop } from './shop'

/** So many of a product without variants. */
export const of = (productId: string, quantity = 1) => ({
  productId: productId as ProductId,
  skuId: productId as SkuId,
  quantity,
})

/** Places an order of several products at the price of now, and pays it. */
export async function ordered(
  shop: Shop,
  openid: string,
  lines: InputOf<'orders.quote'>['lines'],
  delivery = pickUp(openid),
): Promise<OrderId> {
  const placing = await shop.placing(openid, lines, delivery)
  const { orderId } = await shop.ask(openid, 'orders.place', placing)
  await shop.ask(openid, 'orders.pay', { orderId })
  await shop.pay(orderId)
  return orderId
}

/** Ships an order as the keeper of the demo shop. */
export function shipped(shop: Shop, orderId: OrderId, number = 'SF1234567890') {
  const parcel = { company: 'SF' as const, number }
  return shop.ask('keeper', 'fulfilment.ship', { requestId: randomUUID(), orderId, ...parcel })
}
