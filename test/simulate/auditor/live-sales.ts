/** Sales of lives: what was on offer, at the price of the moment, while the live ran. */
import type { Audit } from './auditor'
import type { DealDoc, OrderDoc, PoolDoc } from './books'
import type { RoomDoc } from './live-books'
import { goodsOf, stepOf, sum } from './lines'
import { byId, grouped } from './lookups'
import { CLOCK_SKEW } from './spending'

/** Orders are looked at once: when, where and for how much they were placed does not change. */
const seen = new WeakSet()

/** What must hold at every moment. */
export function checkLiveSales(audit: Audit): void {
  checkLoads(audit)
  for (const order of audit.books.orders) {
    if (seen.has(order.receipt)) continue
    seen.add(order.receipt)
    checkSale(audit, order)
  }
}

const poolsOf = grouped<PoolDoc>(({ dealId }) => dealId ?? undefined)

/** There are as many pieces as the file says, and the record added or took away. */
function checkLoads({ books, prices, accuse }: Audit): void {
  for (const deal of books.deals) {
    if (deal.kind !== 'live' && deal.kind !== 'prize') continue
    const terms = prices.of(deal._id, books)
    const loaded = sum((poolsOf(books.pools).get(deal._id) ?? []).map((pool) => pool.loaded))
    if (loaded !== terms?.stock) {
      accuse('stock as recorded', deal._id, `has ${loaded} pieces, by the record ${terms?.stock}`)
    }
  }
}

/** Whether a room was open at a moment, as far as clocks can tell. */
export const ranAt = ({ startedAt, endedAt }: RoomDoc, at: number): boolean =>
  startedAt !== null && at >= startedAt - CLOCK_SKEW && at < (endedAt ?? Infinity) + CLOCK_SKEW

function checkSale(audit: Audit, order: OrderDoc): void {
  const { books, accuse } = audit
  const { _id, live, deal: own, placedAt } = order
  const deal = own ? byId(books.deals).get(own.id) : undefined
  if (deal?.kind === 'live') checkDealSale(audit, order, deal)
  else if (live) {
    const room = byId(books.rooms).get(live.id)
    if (!room || !ranAt(room, placedAt)) {
      accuse('counted to the live', _id, `is counted to ${live.id}, which did not run`)
    }
  }
  if (deal?.kind === 'prize' && live) accuse('counted to the live', _id, 'is a prize, and counted')
  if (live && audit.prices.lives.hostOf(live.id) !== live.hostId) {
    accuse('counted to the live', _id, `names ${live.hostId} as the host of ${live.id}`)
  }
}

function checkDealSale(audit: Audit, order: OrderDoc, deal: DealDoc): void {
  const { books, prices, accuse } = audit
  const { _id, live, placedAt, receipt } = order
  const { liveId = '' } = deal
  if (live?.id !== liveId) accuse('counted to the live', _id, `is counted to ${live?.id}`)
  const room = byId(books.rooms).get(liveId)
  const sale = prices.lives.saleOf(liveId)
  if (!room || !sale || !isOpen(room, sale, placedAt)) {
    accuse('while the live runs', _id, `is placed at ${placedAt}: ${liveId} does not run`)
  }
  if (!prices.lives.wasOffered(deal, books.audit, placedAt)) {
    accuse('while it is offered', _id, `takes ${deal._id}, which is not offered`)
  }
  const costs = prices.lives.pricesAt(deal, books.audit, placedAt)
  for (const line of receipt.lines) {
    const off = sum(['coupon', 'points'].map((kind) => stepOf(line, kind)))
    const each = (goodsOf(line) - off) / line.quantity
    if (!costs.includes(each)) {
      accuse('price of the moment', _id, `pays ${each} for a piece of ${costs.join(' or ')}`)
    }
  }
}

/** From the planned start on, or from when it really began; up to its end, or its latest one. */
function isOpen(
  { startedAt, endedAt }: RoomDoc,
  { from, until }: { readonly from: number; readonly until: number },
  at: number,
): boolean {
  const begins = Math.min(from, startedAt ?? Infinity)
  const ends = Math.min(until, endedAt ?? Infinity)
  return at >= begins - CLOCK_SKEW && at < ends + CLOCK_SKEW
}
