/**
 * A session counted by a test of its own: from WeChat Pay's book and from what phones have told.
 */
import type { ShopEvent } from '@domain/events/event'
import type { DealId, LiveId } from '@domain/ids'
import type { LiveRoom } from '@domain/live/room'
import type { Order } from '@domain/orders/order'
import type { Shop } from '../harness/shop'
import type { BookedPayment } from './street'

/** What a session came to, in plain numbers. */
export interface LiveCount {
  readonly gmvFen: number
  readonly orders: number
  readonly paid: number
  readonly buyers: number
  readonly viewers: number
  readonly visits: number
  /** Members who had something on their screen and who tapped it, and what came of it. */
  readonly of: (dealId: DealId) => {
    readonly exposed: number
    readonly clicked: number
    readonly orders: number
    readonly pieces: number
    readonly paidFen: number
  }
}

/** Counts a session that is over. */
export async function countLive(shop: Shop, liveId: LiveId): Promise<LiveCount> {
  const orders = await shop.documents<Order>('orders', { 'live.id': liveId })
  const sums = await paidSums(shop)
  const events = await eventsOf(shop, liveId)
  const paid = orders.filter(({ _id }) => sums.has(_id))
  const fenOf = (some: readonly Order[]) =>
    some.reduce((sum, { _id }) => sum + (sums.get(_id) ?? 0), 0)
  const came = events.filter(({ kind }) => kind === 'view' || kind === 'dwell')
  return {
    gmvFen: fenOf(paid),
    ...{ orders: orders.length, paid: paid.length },
    ...{ buyers: people(paid).size, viewers: people(came).size, visits: visitsOf(came) },
    of: (dealId) => {
      const own = orders.filter(({ deal }) => deal?.id === dealId)
      const clicked = people(at(events, 'click', dealId))
      const exposed = people(at(events, 'exposure', dealId))
      const sold = own.filter(({ _id }) => sums.has(_id))
      return {
        ...{ exposed: exposed.size, clicked: clicked.size, orders: own.length },
        pieces: sold.reduce((sum, { receipt }) => sum + (receipt.lines[0]?.quantity ?? 0), 0),
        paidFen: fenOf(sold),
      }
    },
  }
}

const people = (all: readonly { readonly memberId: string }[]): Set<string> =>
  new Set(all.map(({ memberId }) => memberId))

/** How often they came in; who was there when it began has come once at least. */
function visitsOf(came: readonly ShopEvent[]): number {
  const viewsOf = (id: string) =>
    came.filter(({ kind, memberId }) => kind === 'view' && memberId === id).length
  return [...people(came)].reduce((sum, id) => sum + Math.max(1, viewsOf(id)), 0)
}

const at = (events: readonly ShopEvent[], kind: ShopEvent['kind'], dealId: DealId) =>
  events.filter((event) => event.kind === kind && event.subject === dealId)

/** What WeChat Pay took for each order that was paid. */
async function paidSums(shop: Shop): Promise<ReadonlyMap<string, number>> {
  const booked = await shop.control<BookedPayment[]>('GET', 'payments')
  const paid = booked.filter(({ state }) => state === 'SUCCESS')
  return new Map(paid.map(({ outTradeNo, totalFee }) => [outTradeNo, totalFee]))
}

/** What happened while the session ran; a stay may have begun before it. */
async function eventsOf(shop: Shop, liveId: LiveId): Promise<readonly ShopEvent[]> {
  const [room] = await shop.documents<LiveRoom>('live_rooms', { _id: liveId })
  const { startedAt, endedAt } = room ?? {}
  if (!startedAt || !endedAt) throw new Error(`${liveId} is not over`)
  const events = await shop.documents<ShopEvent>('shop_events', { liveId })
  return events.filter((event) => event.at > startedAt && event.at - event.ms < endedAt)
}
