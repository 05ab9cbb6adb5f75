import { attribute } from '@domain/attribution/attribute'
import type { Shop } from '@domain/catalog/product'
import { commissionOf } from '@domain/commission/terms'
import { fail, type Failure } from '@domain/failure'
import type { LiveId, MemberId, OrderId } from '@domain/ids'
import { liveOrder, type LiveSession } from '@domain/live/session'
import type { Member } from '@domain/members/member'
import type { Order } from '@domain/orders/order'
import type { BasketLine } from '@domain/orders/receipt'
import type { Instant } from '@domain/time'
import type { Words } from '../kit/database'
import { trailOf, withTrail, type TrailReading } from './trail'

/** What placing an order brings along beside the goods: what it is credited by, and its live. */
export interface CreditReading extends TrailReading {
  readonly sessions: readonly LiveSession[]
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
  return withTrail(known, memberId)
}

/** What was brought along; nothing of it where a basket is only priced. */
export const creditIn = (row: Partial<CreditReading> | undefined): CreditReading => ({
  touches: row?.touches ?? [],
  touched: row?.touched ?? [],
  bindings: row?.bindings ?? [],
  bound: row?.bound ?? [],
  sessions: row?.sessions ?? [],
})

/** What a credit is decided by. */
interface Crediting {
  readonly shop: Shop
  readonly member: Pick<Member, 'guideId'>
  readonly credit: CreditReading
  readonly lines: readonly BasketLine[]
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
  liveId,
  now,
}: Crediting): Credit | Failure<'live_unknown'> {
  const [session] = credit.sessions
  if (liveId !== undefined && !session) return fail('live_unknown', { liveId })
  const { guideId: ownGuideId } = member
  const attribution = attribute(trailOf(credit), shop.attribution, { now, ownGuideId })
  return {
    live: session ? liveOrder(session, now) : null,
    attribution,
    commission: commissionOf(lines, shop.commission, { ownGuideId, attribution }),
  }
}
