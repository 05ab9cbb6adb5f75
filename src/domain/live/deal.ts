import type { DealBase } from '../deals/deal'
import type { GuideId, LiveId, LotteryId } from '../ids'
import type { Fen } from '../money'

/** A SKU at its price in a live session, from a stock set aside for it. */
export interface LiveDeal extends DealBase {
  readonly kind: 'live'
  readonly liveId: LiveId
  readonly role: 'main' | 'backup'
  /** Who hosts the session, as every order in it remembers. */
  readonly hostId: GuideId | null
  readonly priceFen: Fen
  /** 上架: whether the cockpit lets it be bought. A backup is off until it is brought in. */
  readonly isOffered: boolean
  /** What it was before each change in the cockpit, by the wish that changed it. */
  readonly was: Readonly<Record<string, DealFigures>>
  /** Counts the changes. */
  readonly rev: number
}

/** What the cockpit changes of something that is sold. */
export type DealFigures = Pick<LiveDeal, 'priceFen' | 'isOffered'>

/** What is won in a lottery of a live session: for nothing, and for its winners alone. */
export interface PrizeDeal extends DealBase {
  readonly kind: 'prize'
  readonly liveId: LiveId
  readonly lotteryId: LotteryId
  readonly priceFen: Fen
}

/** Pieces that are set aside for a session where the shop file does not say how many. */
export const USUAL_LIVE_STOCK = 100
