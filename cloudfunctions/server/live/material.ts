import type { LiveId } from '@domain/ids'
import type { Stay } from '@domain/live/presence'
import type { LiveRoom } from '@domain/live/room'
import type {
  ReviewedCoupon,
  ReviewedGoods,
  ReviewedLottery,
  ReviewMaterial,
} from '@domain/live/reviewMaterial'
import type { LiveSession } from '@domain/live/session'
import type { StockPool } from '@domain/holds/hold'
import type { Lottery } from '@domain/lottery/lottery'
import { instant, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import {
  coupons,
  couponTemplates,
  liveSessions,
  lotteries,
  members,
  messages,
  orders,
  products,
  shopEvents,
  shops,
} from '../kit/collections'
import { goneOf } from '../shopfile/stock'

/** A session that has begun, with its room. */
export interface Begun {
  readonly session: LiveSession
  readonly room: LiveRoom & { readonly startedAt: Instant }
}

/** The session with its room, if there are both. One SDK call. */
export async function readSession(
  liveId: LiveId,
): Promise<{ readonly session: LiveSession; readonly room: LiveRoom } | undefined> {
  const { list } = (await liveSessions
    .aggregate()
    .match({ _id: liveId })
    .lookup({ from: 'live_rooms', localField: '_id', foreignField: '_id', as: 'rooms' })
    .end()) as unknown as { list: readonly (LiveSession & { rooms: readonly LiveRoom[] })[] }
  const [found] = list
  if (!found) return undefined
  const { rooms, ...session } = found
  const [room] = rooms
  return room && { session, room }
}

/** What of an order a review reads. */
const ofOrder = {
  memberId: true,
  placedAt: true,
  deal: true,
  couponId: true,
  payment: true,
  refunds: true,
  afterSales: true,
  'attribution.guideId': true,
  'attribution.guideName': true,
  'attribution.storeId': true,
  'receipt.lines': true,
}

const ofEvent = { memberId: true, kind: true, subject: true, at: true, ms: true }

/**
 * Reads all that a session is reviewed by, up to now where it still runs. Nine SDK calls, and one
 * more for each further thousand orders, events or coupons.
 */
export async function readMaterial(
  { session, room }: Begun,
  now: Instant,
): Promise<ReviewMaterial> {
  const { _id: liveId } = session
  const { startedAt } = room
  // Nobody is there in no time at all, so that it lasts a moment at least.
  const endedAt = instant(Math.max(startedAt + 1, room.endedAt ?? now))
  const [sold, events, goods, dropped, drawn, shop, newMembers, reserved] = await Promise.all([
    orders.findAll({ 'live.id': liveId }, ofOrder),
    shopEvents.findAll({ liveId }, ofEvent),
    goodsOf(session),
    couponsOf(room, { from: startedAt, until: endedAt }),
    lotteriesOf(liveId),
    shops.get('shop'),
    members.count({ joinedAt: _.gte(startedAt).and(_.lt(endedAt)) }),
    messages.count({ kind: 'liveStart', subject: liveId }),
  ])
  const storeNames = new Map((shop?.stores ?? []).map(({ id, name }) => [id, name]))
  const told = { goods, coupons: dropped, lotteries: drawn, storeNames, newMembers, reserved }
  return { startedAt, endedAt, orders: sold, events, ...told }
}

/** What the session sold, in the order of its run-of-show. */
async function goodsOf(session: LiveSession): Promise<ReviewedGoods[]> {
  const ids = session.products.map(({ productId }) => productId)
  const found = await products.find({ _id: _.in(ids) }, { fields: { name: true } })
  const names = new Map(found.map(({ _id, name }) => [_id, name]))
  return session.products.flatMap(({ productId, dealId }) =>
    dealId ? [{ dealId, productId, name: names.get(productId) ?? productId }] : [],
  )
}

/**
 * What was dropped, the first one first, with all that were claimed of it while the session ran:
 * the same coupon may be dropped into other sessions, too.
 */
async function couponsOf({ drops }: LiveRoom, { from, until }: Stay): Promise<ReviewedCoupon[]> {
  const ids = drops.map(({ templateId }) => templateId).reverse()
  if (ids.length === 0) return []
  const [templates, claimed] = await Promise.all([
    couponTemplates.find({ _id: _.in(ids) }, { fields: { name: true } }),
    coupons.findAll(
      { templateId: _.in(ids), claimedAt: _.gte(from).and(_.lt(until)) },
      { templateId: true },
    ),
  ])
  const names = new Map(templates.map(({ _id, name }) => [_id, name]))
  return ids.map((templateId) => {
    const own = claimed.filter((coupon) => coupon.templateId === templateId)
    const couponIds = own.map(({ _id }) => _id)
    return { templateId, name: names.get(templateId) ?? templateId, couponIds }
  })
}

type LotteryReading = Lottery & { readonly pools: readonly StockPool[] }

/** Lotteries, the first one first; a prize counts as claimed while its winner keeps the order. */
async function lotteriesOf(liveId: LiveId): Promise<ReviewedLottery[]> {
  const { list } = (await lotteries
    .aggregate()
    .match({ liveId })
    .sort({ opensAt: 1, _id: 1 })
    .lookup({ from: 'pools', localField: 'dealId', foreignField: 'dealId', as: 'pools' })
    .end()) as unknown as { list: readonly LotteryReading[] }
  return list.map(({ _id: lotteryId, productName, entries, prizes, pools }) => {
    const claimed = goneOf(pools)
    return { lotteryId, productName, entries: entries ?? 0, prizes, claimed }
  })
}
