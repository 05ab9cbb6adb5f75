import { attribute } from '@domain/attribution/attribute'
import type { Shop } from '@domain/catalog/product'
import { commissionOf } from '@domain/commission/terms'
import type { Deal } from '@domain/deals/deal'
import { fail, type Failure } from '@domain/failure'
import type { LiveId, MemberId, OrderId } from '@domain/ids'
import { liveOrder, type LiveRoom } from '@domain/live/room'
import type { LiveOrder, LiveSession } from '@domain/live/session'
import type { Member } from '@domain/members/member'
import type { Order } from '@domain/orders/order'
import type { BasketLine } from '@domain/orders/receipt'
import type { Instant } from '@domain/time'
import type { Words } from '../kit/database'
import { trailOf, withTrail, type TrailReading } from './trail'

/** What placing an order brings along beside the goods: what it is credited by, and its live. */
export interface CreditReading extends TrailReading {
  readonly sessions: readonly LiveSession[]
  readonly rooms: readonly LiveRoom[]
}

/** Who reads, and what for. */
interface Reading {
  readonly memberId: MemberId
  /** Only who places an order needs any of this. */
  readonly orderId?: OrderId | undefined
  readonly liveId?: LiveId | undefined
}

/** An aggregation that goes on. */
interface Rows<Chain> {
  readonly addFields: (fields: Words) => Chain
  readonly lookup: (join: Words) => Chain
}

/** Brings along what an order is credited by, where one is placed. `memberKey` stands there. */
export function withCredit<Chain extends Rows<Chain>>(
  rows: Chain,
  { memberId, orderId, liveId }: Reading,
): Chain {
  if (orderId === undefined) return rows
  const known = rows
    .addFields({ liveKey: liveId ?? '' })
    .lookup({ from: 'live_sessions', localField: 'liveKey', foreignField: '_id', as: 'sessions' })
    .lookup({ from: 'live_rooms', localField: 'liveKey', foreignField: '_id', as: 'rooms' })
  return withTrail(known, memberId)
}

/** What was brought along; nothing of it where a basket is only priced. */
export const creditIn = (row: Partial<CreditReading> | undefined): CreditReading => ({
  touches: row?.touches ?? [],
  touched: row?.touched ?? [],
  bindings: row?.bindings ?? [],
  bound: row?.bound ?? [],
  sessions: row?.sessions ?? [],
  rooms: row?.rooms ?? [],
})

/** What a credit is decided by. */
interface Crediting {
  readonly shop: Shop
  readonly member: Pick<Member, 'guideId'>
  readonly credit: CreditReading
  readonly lines: readonly BasketLine[]
  readonly deal: Deal | null
  readonly liveId: LiveId | undefined
  readonly now: Instant
}

/** The part of an order that is about who brought it. */
export type Credit = Pick<Order, 'live' | 'attribution' | 'commission'>

/** Whom an order is credited to, in which live it is placed, and what it is shared by. */
export function creditOf({
  shop,
  member,
  credit,
  lines,
  deal,
  liveId,
  now,
}: Crediting): Credit | Failure<'live_unknown'> {
  const [session] = credit.sessions
  if (liveId !== undefined && !session) return fail('live_unknown', { liveId })
  const { guideId: ownGuideId } = member
  const attribution = attribute(trailOf(credit), shop.attribution, { now, ownGuideId })
  return {
    live: liveOf(deal, credit),
    attribution,
    commission: commissionOf(lines, shop.commission, { ownGuideId, attribution }),
  }
}

/**
 * What a session sells is of that session, wherever it is bought; the rest is where one says so. A
 * prize is no sale of it.
 */
function liveOf(deal: Deal | null, { sessions, rooms }: CreditReading): LiveOrder | null {
  if (deal?.kind === 'live') return { id: deal.liveId, hostId: deal.hostId }
  if (deal?.kind === 'prize') return null
  const [[session], [room]] = [sessions, rooms]
  return session && room ? liveOrder(session, room) : null
}
