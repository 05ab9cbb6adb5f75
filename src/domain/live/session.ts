import type { GuideId, LiveId, ProductId } from '../ids'
import type { Fen } from '../money'
import type { Instant } from '../time'

/** 直播场次: one live of the shop, as it was planned. */
export interface LiveSession {
  readonly _id: LiveId
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Earns the host's share of orders that are placed in the session. */
  readonly hostId: GuideId | null
  readonly coHostId: GuideId | null
  readonly technicianId: GuideId | null
  readonly products: readonly LiveProduct[]
}

/** Something of the run-of-show. */
export interface LiveProduct {
  readonly productId: ProductId
  readonly role: 'main' | 'backup' | 'lottery'
  readonly livePriceFen: Fen
}

/** The session that an order was placed in, with who hosts it. */
export interface LiveOrder {
  readonly id: LiveId
  readonly hostId: GuideId | null
}

/** What an order that was placed from a session's page keeps of it; nothing beside its time. */
export function liveOrder(
  { _id: id, startsAt, endsAt, hostId }: LiveSession,
  now: Instant,
): LiveOrder | null {
  return startsAt <= now && now < endsAt ? { id, hostId } : null
}
