/** A big session: who buys what in it, and the books that its crowd keeps for itself. */
import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain/api'
import type { DealId, LiveId, ProductId, SkuId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { writtenProduct, writtenShop } from '../cloud/written'
import { pickUp, type Shop } from '../harness/shop'

/** The session, and what it sells. */
export const LIVE = 'rush' as LiveId
export const PRODUCTS = 60

const idOf = (place: number) => `goods-${place}`
const pricesFen = Array.from({ length: PRODUCTS }, (_, place) => 900 + 10 * place)

/** A shop file with one session that begins now: so many pieces of each of sixty products. */
export function rushFile(pieces: number): object {
  const file = writtenShop()
  file.products.push(
    ...pricesFen.map((_, place) => writtenProduct(idOf(place), { priceFen: 2000 })),
  )
  const products = pricesFen.map((livePriceFen, place) => {
    return { productId: idOf(place), role: 'main', livePriceFen, stock: pieces, perMember: 2 }
  })
  const session = { id: LIVE, title: '万人直播', startsAt: '+0m', lastsMinutes: 120, products }
  return { ...file, live: [session] }
}

/** What one buyer got, and what it cost them. */
export interface Bought {
  readonly openid: string
  readonly place: number
  readonly paidFen: number
}

/** Somebody in the room: looks, taps, orders one piece, and pays. */
export class Viewer {
  private news: Pick<OutputOf<'live.room'>, 'room' | 'figures'> | undefined
  private known: { readonly rev: number; readonly mark: string } | undefined
  private prices = new Map<DealId, Fen>()

  constructor(
    private readonly shop: Shop,
    readonly openid: string,
  ) {}

  /** Asks what is new, as the room page does. */
  async poll(): Promise<void> {
    this.known ??= await this.enter()
    const { rev, mark } = this.known
    this.news = await this.shop.ask(this.openid, 'live.room', { liveId: LIVE, rev, mark })
    const { room, figures } = this.news
    this.known = { rev: room?.rev ?? rev, mark: figures?.mark ?? mark }
    for (const { dealId, priceFen } of figures?.goods ?? []) this.prices.set(dealId, priceFen)
  }

  private async enter() {
    const view = await this.shop.ask(this.openid, 'live.see', { liveId: LIVE })
    for (const { dealId, priceFen } of view.goods) this.prices.set(dealId, priceFen)
    return { rev: view.room.rev, mark: view.mark }
  }

  /** Tells what was looked at, in one batch. */
  async tell(place: number): Promise<void> {
    const at = (await this.shop.now()) as Instant
    const usual = { page: 'room', liveId: LIVE, at, ms: 0, subject: null }
    const about = { ...usual, subject: dealOf(place) as string as never }
    const events: InputOf<'events.record'>['events'] = [
      { ...usual, kind: 'view' },
      { ...about, kind: 'exposure' },
      { ...about, kind: 'click' },
    ]
    await this.shop.ask(this.openid, 'events.record', { requestId: randomUUID(), events })
  }

  /**
   * Orders at the price that the room shows; where it changed, looks again and takes the new one.
   */
  async buy(place: number): Promise<Bought | string> {
    const dealId = dealOf(place)
    const goods = { productId: idOf(place) as ProductId, skuId: idOf(place) as SkuId, dealId }
    for (;;) {
      if (!this.prices.has(dealId)) await this.poll()
      const paidFen = this.prices.get(dealId) ?? 0
      const lines = [{ ...goods, quantity: 1 }]
      const placing = this.shop.placingAt(this.openid, lines, paidFen, pickUp(this.openid))
      const wish = { ...placing, liveId: LIVE }
      const answer = await this.shop.call(this.openid, 'orders.place', wish)
      if ('result' in answer) return this.pay(answer.result.orderId, { place, paidFen })
      if (answer.error.code !== 'price_changed') return answer.error.code
      this.prices.clear()
      this.known = undefined
    }
  }

  private async pay(
    orderId: OutputOf<'orders.place'>['orderId'],
    bought: Omit<Bought, 'openid'>,
  ): Promise<Bought> {
    await this.shop.ask(this.openid, 'orders.pay', { orderId })
    await this.shop.pay(orderId)
    return { openid: this.openid, ...bought }
  }
}

const dealOf = (place: number) => `${LIVE}-${idOf(place)}` as DealId

/** The keeper lets a price fall while everybody buys. */
export const fall = (shop: Shop, place: number, priceFen: number) =>
  shop.ask('keeper', 'live.price', {
    ...{ requestId: randomUUID(), liveId: LIVE, dealId: dealOf(place) },
    ...{ priceFen: priceFen as Fen, reason: '整点降价' },
  })

/** What the crowd's own books come to. */
export function reckoned(all: readonly Bought[]) {
  const products = pricesFen.map((_, place) => {
    const own = all.filter((bought) => bought.place === place)
    const paidFen = own.reduce((sum, bought) => sum + bought.paidFen, 0)
    return { dealId: dealOf(place), orders: own.length, pieces: own.length, paidFen }
  })
  const gmvFen = all.reduce((sum, { paidFen }) => sum + paidFen, 0)
  const buyers = new Set(all.map(({ openid }) => openid)).size
  return { gmvFen, orders: all.length, paid: all.length, buyers, refundedFen: 0, products }
}
