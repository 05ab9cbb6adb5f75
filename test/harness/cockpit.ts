/** A session of the demo shop as it is run: what the tests of cockpit and review begin with. */
import { randomUUID } from 'node:crypto'
import type { DealId, LiveId, OrderId } from '@domain/ids'
import type { LiveView } from '@domain/live/contract'
import { courier, type Shop } from './shop'

/** The session of the demo shop: at 12:00 of the day on which it opens at 10:00. */
export const liveId = 'live-weekend' as LiveId

/** The first product of its run-of-show, the second, and a backup. */
export const cherries = 'live-weekend-cherry-j-2-2jin' as DealId
export const durian = 'live-weekend-musang-king' as DealId

/** What a shopper sees of the session right now. */
export const seenBy = (shop: Shop, openid: string): Promise<LiveView> =>
  shop.ask(openid, 'live.see', { liveId })

/** Lets the session start on time, by the keeper's hand. */
export async function goesLive(shop: Shop): Promise<void> {
  const view = await seenBy(shop, 'ann')
  await shop.passTo(view.session.startsAt - 60_000)
  await shop.ask('keeper', 'live.start', { requestId: randomUUID(), liveId })
}

/** Somebody orders something in the room. */
export async function ordersLive(
  shop: Shop,
  openid: string,
  dealId: DealId,
  quantity = 1,
): Promise<OrderId> {
  const { goods } = await seenBy(shop, openid)
  const found = goods.find((one) => one.dealId === dealId)
  if (!found) throw new Error(`The room sells no ${dealId}`)
  const line = { productId: found.product._id, skuId: found.skuId }
  const placing = await shop.placing(openid, [{ ...line, quantity, dealId }], courier(openid))
  const { orderId } = await shop.ask(openid, 'orders.place', placing)
  return orderId
}

/** Somebody orders something in the room and pays. */
export async function buysLive(
  shop: Shop,
  openid: string,
  dealId: DealId,
  quantity = 1,
): Promise<OrderId> {
  const orderId = await ordersLive(shop, openid, dealId, quantity)
  await shop.ask(openid, 'orders.pay', { orderId })
  await shop.pay(orderId)
  return orderId
}
