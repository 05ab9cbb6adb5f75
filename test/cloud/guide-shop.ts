/** 导购: guides of a small shop, their links, and who comes by them. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { ShareChannel, ShareTarget, Touch } from '@domain/attribution/shareLink'
import type { Guide, GuideCustomer } from '@domain/guides/guide'
import type { GuideId, LinkId, OrderId, StoreId } from '@domain/ids'
import { handOut } from './counter'
import type { SmallShop } from './small-shop'
import type { WrittenShop } from './written'

type WrittenCommission = NonNullable<WrittenShop['commission']>

/** A guide and who it is. */
export interface Working {
  readonly openid: string
  readonly guideId: GuideId
}

/** Lets a shop share from now on: 3 % for the guide, 2 % for the store, frozen for a week. */
export async function shareCommission(
  small: SmallShop,
  own: Partial<WrittenCommission> = {},
): Promise<void> {
  const shares = [
    { role: 'guide', bps: 300 },
    { role: 'store', bps: 200 },
    { role: 'host', bps: 50 },
  ] as const
  small.file.commission = { shares: [...shares], freezeDaysAfterReceipt: 7, ...own }
  await small.renew()
}

/** What the keeper says of a new guide. */
export const inviting = (own: Partial<InputOf<'guides.invite'>> = {}) => ({
  requestId: randomUUID(),
  name: '小李',
  storeId: 'store-01' as StoreId,
  kind: 'employee' as const,
  ...own,
})

/** Somebody who takes up a place as a guide. */
export async function guide(
  small: SmallShop,
  own: Partial<InputOf<'guides.invite'>> = {},
): Promise<Working> {
  const openid = small.neighbour()
  const invited = await small.shop.ask('keeper', 'guides.invite', inviting(own))
  await small.shop.ask(openid, 'guides.accept', { code: invited.invitation.code })
  return { openid, guideId: invited.guideId }
}

/** Somebody's link to something. */
export async function linkOf(
  small: SmallShop,
  openid: string,
  target: ShareTarget = { kind: 'home' },
  channel: ShareChannel = 'chat',
): Promise<LinkId> {
  const { links } = await small.shop.ask(openid, 'attribution.share', {
    target,
    channels: [channel],
  })
  return links[channel] as LinkId
}

/** Opens a link. */
export const open = (
  small: SmallShop,
  openid: string,
  link: LinkId | string,
  requestId: string = randomUUID(),
) => small.shop.call(openid, 'attribution.open', { requestId, link: link as LinkId, scene: 1007 })

/** Somebody shares the shop, and another one opens it. */
export async function brings(small: SmallShop, openid: string, friend: string): Promise<LinkId> {
  const link = await linkOf(small, openid)
  expect(await open(small, friend, link)).toHaveProperty('result')
  return link
}

/** A guide whose customer has just bought something, and paid. */
export async function sale(small: SmallShop, priceFen = 10_000) {
  const working = await guide(small)
  const buyer = small.neighbour()
  await brings(small, working.openid, buyer)
  const productId = await small.product({ priceFen })
  const orderId = await small.buy(buyer, small.line(productId))
  return { ...working, buyer, orderId }
}

/** The same, and it was picked up: payable at once where nothing is frozen. */
export async function earning(small: SmallShop, priceFen = 100_000) {
  await shareCommission(small, { freezeDaysAfterReceipt: 0 })
  const sold = await sale(small, priceFen)
  await handOut(small, sold.orderId)
  return sold
}

/** Whom an order is credited to. */
export async function creditOf(small: SmallShop, orderId: OrderId): Promise<GuideId | null> {
  return (await small.order(orderId)).attribution.guideId
}

/** What somebody opened, the latest first. */
export async function touchesOf(small: SmallShop, memberId: string): Promise<Touch[]> {
  const found = await small.shop.documents<Touch>('touches', { memberId })
  return found.sort((one, other) => other.at - one.at)
}

/** What a guide and a customer have to do with each other. */
export async function customersOf(small: SmallShop, guideId: GuideId): Promise<GuideCustomer[]> {
  return small.shop.documents<GuideCustomer>('guide_customers', { guideId })
}

/** The place of a guide as it is stored. */
export async function placeOf(small: SmallShop, guideId: GuideId): Promise<Guide> {
  const [found] = await small.shop.documents<Guide>('guides', { _id: guideId })
  if (!found) throw new Error(`There is no guide ${guideId}`)
  return found
}
