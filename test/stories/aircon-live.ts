/** Who does what in the live: guides share, friends pass on, buyers order in the room and pay. */
import { randomUUID } from 'node:crypto'
import type { GuideId, LinkId, LiveId, OrderId, ProductId, SkuId, StoreId } from '@domain/ids'
import { pickUp, type Shop } from '../harness/shop'
import { HOST, priceOf, scenario, STARTS_AT, storeOf, type LiveSale } from './aircon-file'

/** The room, as a link leads there. */
const room = { kind: 'live', id: scenario.live.id as LiveId } as const

/** How a guide, and a visitor of theirs who buys nothing, are called by WeChat. */
export const openidOf = (guideId: string) => `${guideId}-openid`
const viewerOf = (guideId: string) => `${guideId}-viewer`

/** The live while it is played. */
export class AirconLive {
  /** By guide: who bought last, and passes the link on to the next friend. */
  private readonly lastBuyer = new Map<string, string>()
  private readonly links = new Map<string, Promise<LinkId>>()
  private readonly startsAt = Date.parse(`${STARTS_AT.replace(' ', 'T')}:00+08:00`)

  constructor(private readonly shop: Shop) {}

  /** Everybody takes up their place as a guide. */
  async staff(): Promise<void> {
    const { shop } = this
    for (const { id, name, storeId } of [...scenario.guides, ...headquarters]) {
      const { invitation } = await shop.ask('keeper', 'guides.invite', {
        ...{ requestId: randomUUID(), guideId: id as GuideId, name },
        ...{ storeId: storeId as StoreId, kind: 'employee' as const },
      })
      await shop.ask(openidOf(id), 'guides.accept', { code: invitation.code })
    }
  }

  /** Headquarters goes live. */
  async start(): Promise<void> {
    const wish = { requestId: randomUUID(), liveId: room.id }
    await this.shop.ask('keeper', 'live.start', wish)
  }

  /** One sale of the live, at its second: the buyer comes by the right link, orders and pays. */
  async play({ buyer, productId, guideId, via, second }: LiveSale): Promise<OrderId> {
    await this.shop.passTo(this.startsAt + second * 1000)
    const sharer = via === 'friend' ? await this.friendOf(guideId) : openidOf(guideId)
    await this.open(buyer, await this.linkBy(sharer))
    const orderId = await this.buy(buyer, guideId, productId)
    this.lastBuyer.set(guideId, buyer)
    return orderId
  }

  /** Somebody buys and pays; in the room, unless told otherwise. */
  async buy(
    buyer: string,
    guideId: string,
    productId: string,
    { pieces = 1, inLive = true } = {},
  ): Promise<OrderId> {
    const { shop } = this
    const ids = { productId: productId as ProductId, skuId: productId as SkuId }
    const price = (priceOf.get(productId) ?? 0) * pieces
    const delivery = { ...pickUp(buyer), storeId: storeOf.get(guideId) as StoreId }
    const lines = [{ ...ids, quantity: pieces }]
    const placing = shop.placingAt(buyer, lines, price, delivery)
    const { orderId } = await shop.ask(buyer, 'orders.place', {
      ...placing,
      ...(inLive && { liveId: room.id }),
    })
    await shop.ask(buyer, 'orders.pay', { orderId })
    await shop.pay(orderId)
    return orderId
  }

  /** Who passes a guide's link on: an earlier buyer, or somebody who only looked. */
  private async friendOf(guideId: string): Promise<string> {
    const buyer = this.lastBuyer.get(guideId)
    if (buyer) return buyer
    await this.open(viewerOf(guideId), await this.linkBy(openidOf(guideId)))
    return viewerOf(guideId)
  }

  /** Somebody's link to the room: asked for once, as it is the same one each time. */
  private linkBy(openid: string): Promise<LinkId> {
    const known = this.links.get(openid) ?? this.share(openid)
    this.links.set(openid, known)
    return known
  }

  private async share(openid: string): Promise<LinkId> {
    const wish = { target: room, channels: ['chat' as const] }
    const { links } = await this.shop.ask(openid, 'attribution.share', wish)
    return links.chat as LinkId
  }

  private open(openid: string, link: LinkId) {
    const wish = { requestId: randomUUID(), link, scene: 1008 }
    return this.shop.ask(openid, 'attribution.open', wish)
  }
}

const headquarters = [{ id: HOST, name: '总部', storeId: 'ac-store-01' }]
