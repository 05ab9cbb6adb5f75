/** Guides of the demo shop: places that are taken up, and friends who come by their links. */
import { randomUUID } from 'node:crypto'
import type { ShareTarget } from '@domain/attribution/shareLink'
import type { Guide } from '@domain/guides/guide'
import type { GuideId, LinkId, OrderId } from '@domain/ids'
import { of, ordered } from './ordering'
import { courier, type Shop } from './shop'

/** The code of an invitation to a place of the shop file. */
export async function invitation(shop: Shop, guideId: string): Promise<string> {
  const [place] = await shop.documents<Guide>('guides', { _id: guideId })
  if (!place) throw new Error(`There is no place ${guideId}`)
  const { _id, name, storeId, kind } = place
  const wish = { requestId: randomUUID(), guideId: _id, name, storeId, kind }
  return (await shop.ask('keeper', 'guides.invite', wish)).invitation.code
}

/** Somebody takes up a place of the shop file. */
export async function takesPlace(shop: Shop, openid: string, guideId: string): Promise<GuideId> {
  await shop.ask(openid, 'guides.accept', { code: await invitation(shop, guideId) })
  return guideId as GuideId
}

/** Somebody opens a link of somebody. */
export async function comesBy(
  shop: Shop,
  friend: string,
  sharer: string,
  target: ShareTarget = { kind: 'home' },
): Promise<LinkId> {
  const { links } = await shop.ask(sharer, 'attribution.share', { target, channels: ['chat'] })
  const link = links.chat as LinkId
  await shop.ask(friend, 'attribution.open', { requestId: randomUUID(), link, scene: 1007 })
  return link
}

/** A friend who came by a guide's link orders something and pays. */
export async function buysFrom(
  shop: Shop,
  guide: string,
  friend: string,
  product = 'apple-fuji-3',
): Promise<OrderId> {
  await comesBy(shop, friend, guide)
  return ordered(shop, friend, [of(product, 2)], courier(friend))
}

/** An order is sent, and received. */
export async function received(shop: Shop, friend: string, orderId: OrderId): Promise<void> {
  const parcel = { company: 'SF' as const, number: 'SF1234567890' }
  await shop.ask('keeper', 'fulfilment.ship', { requestId: randomUUID(), orderId, ...parcel })
  await shop.ask(friend, 'orders.receive', { requestId: randomUUID(), orderId })
}

/** Lets time pass until what was earned can be paid out: a week after receipt, and a minute. */
export async function thaws(shop: Shop): Promise<void> {
  for (let day = 0; day < 7; day += 1) await shop.pass('1 day')
  await shop.pass('1 minute')
}
