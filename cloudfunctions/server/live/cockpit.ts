import { fail, type Failure } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { LiveId } from '@domain/ids'
import { ENOUGH_MEMBERS, readinessOf, type ReadyGoods } from '@domain/live/readiness'
import type { LiveRoom } from '@domain/live/room'
import type { LiveProduct } from '@domain/live/session'
import type { Cockpit, CockpitCoupon, CockpitProduct } from '@domain/live/staff.contract'
import { NOTHING } from '@domain/money'
import { skuOf } from '@domain/catalog/product'
import { auditLines } from '../audit/list'
import { _ } from '../kit/cloud'
import { auditEntries, members, messages } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { viewLotteries } from '../lottery/view'
import { goneOf } from '../shopfile/stock'
import { roomOf } from './deed'
import { paidIn, type Paid } from './paid'
import { droppable, goodsOf, readSession, sessionRows, soldIn, type LiveReading } from './read'

/** Lines of the record that a cockpit shows. */
const MOST_LINES = 50

/** 中控台: all that those who run a session see. */
export async function seeCockpit(
  { liveId }: { readonly liveId: LiveId },
  { memberId, now }: Caller,
): Promise<Cockpit | Failure<'live_unknown'>> {
  const [reading, counts, lotteries, log, paid] = await Promise.all([
    readSession(sessionRows(liveId)),
    countPeople(liveId),
    viewLotteries({ liveId }, memberId),
    readLog(liveId),
    paidIn(liveId, now),
  ])
  if (!reading) return fail('live_unknown')
  const { hosts, coHosts, technicians } = reading
  const [host, coHost, technician] = [hosts, coHosts, technicians].map(([one]) => one?.name ?? null)
  const room = roomOf(reading.room)
  const products = productsOf(reading, paid)
  return {
    session: sessionOf(reading),
    room,
    crew: { host: host ?? null, coHost: coHost ?? null, technician: technician ?? null },
    products,
    coupons: couponsOf(reading, room),
    lotteries,
    readiness: readinessOf({
      session: reading,
      room,
      goods: products.flatMap(readyOf),
      crew: [host, coHost, technician].filter((name) => name !== null).length,
      poolReadyMembers: reading.shops[0]?.poolReadyMembers ?? ENOUGH_MEMBERS,
      ...counts,
    }),
    log,
    paid: { orders: paid.orders, fen: paid.fen },
  }
}

/** Who wants to be reminded, and how many members the shop has. */
async function countPeople(liveId: LiveId) {
  const [reserved, joined] = await Promise.all([
    messages.count({ kind: 'liveStart', subject: liveId }),
    members.count({ joinedAt: _.gt(0) }),
  ])
  return { reserved, members: joined }
}

async function readLog(liveId: LiveId) {
  const entries = await auditEntries.find(
    { subject: liveId },
    { order: [['at', 'desc']], limit: MOST_LINES },
  )
  return auditLines(entries)
}

function sessionOf(reading: LiveReading): Cockpit['session'] {
  const { _id, title, startsAt, endsAt, hostId, coHostId, technicianId } = reading
  const { minutesPerProduct, templateIds, lotteries, channels, warmUp } = reading
  const crew = { hostId, coHostId, technicianId }
  const plan = { minutesPerProduct, templateIds, lotteries, channels, warmUp }
  return { _id, title, startsAt, endsAt, ...crew, ...plan }
}

/** The run-of-show, prizes of lotteries among it. */
function productsOf(reading: LiveReading, { pieces }: Paid): CockpitProduct[] {
  const goods = new Map(soldIn(reading).map((one) => [one.deal._id, one]))
  return reading.products.map(({ dealId, ...planned }) => {
    const found = dealId === null ? undefined : goods.get(dealId)
    const gone = goneOf(found?.shards ?? [])
    const sold = (dealId && pieces.get(dealId)) ?? 0
    return {
      ...planned,
      ...shelved(planned, reading),
      goods: (found && goodsOf(found)) ?? null,
      sold,
      // Who paid this very second is counted as sold a moment later.
      held: Math.max(0, gone - sold),
    }
  })
}

/** What the shelf says of a product. */
function shelved(
  { productId, skuId }: Pick<LiveProduct, 'productId' | 'skuId'>,
  { goods }: LiveReading,
) {
  const product = goods.find(({ _id }) => _id === productId)
  const sku = product && skuOf(product, skuId)
  return { name: product?.name ?? productId, basePriceFen: sku?.priceFen ?? NOTHING }
}

function readyOf({ goods, basePriceFen }: CockpitProduct): ReadyGoods[] {
  return goods ? [{ priceFen: goods.priceFen, left: goods.left, basePriceFen }] : []
}

/** Coupons that may be dropped, in the session's order. */
function couponsOf({ templateIds, templates, couponPools }: LiveReading, { drops }: LiveRoom) {
  return templateIds.flatMap((templateId): CockpitCoupon[] => {
    const found = templates.find(({ _id }) => _id === templateId)
    if (!found?.isOffered) return []
    const shards = couponPools.filter((pool) => pool.templateId === templateId)
    const left = available(shards)
    const drop = drops.find((one) => one.templateId === templateId)
    const template = droppable(found)
    return [{ template, left, claimed: goneOf(shards), droppedAt: drop?.at ?? null }]
  })
}
