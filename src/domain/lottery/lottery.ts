import type { DealId, LiveId, LotteryId, MemberId, ProductId, SkuId } from '../ids'
import { DAY, SECOND, type Duration, type Instant } from '../time'
import type { Moves } from '../moves'

/** Where a lottery stands, and what moves it. */
export type LotteryStatus = 'open' | 'sealed' | 'drawn'
export type LotteryEvent = 'seal' | 'draw'

/**
 * The life of a lottery. While it is open one may enter; sealed, the list of who entered stands and
 * is there for all to read; drawn, the seed is revealed and everybody can tell the winners.
 */
export const lotteryMoves: Moves<LotteryStatus, LotteryEvent> = {
  open: { seal: 'sealed' },
  sealed: { draw: 'drawn' },
  drawn: {},
}

/**
 * 抽奖 of a live session. Nobody can choose who wins: the seed is fixed, and its hash shown, before
 * anybody enters, and the list of entries is fixed, and its hash shown, before the seed is revealed.
 */
export interface Lottery {
  readonly _id: LotteryId
  readonly liveId: LiveId
  /** The deal by which winners order their prize for nothing. */
  readonly dealId: DealId
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly productName: string
  /** How many win. */
  readonly prizes: number
  readonly status: LotteryStatus
  readonly opensAt: Instant
  /** Entries count up to this moment, itself left out. */
  readonly closesAt: Instant
  /** SHA-256 of the seed, as hexadecimal digits: shown from the opening on. */
  readonly commitment: string
  /** SHA-256 of the sealed list, its entry codes in ascending order, one a line; null while open. */
  readonly listHash: string | null
  /** How many entries the sealed list has; null while open. */
  readonly entries: number | null
  /** Revealed by the draw; null before. */
  readonly seed: string | null
  /** Entry codes that won, the first prize first; empty before the draw. */
  readonly winners: readonly string[]
  readonly rev: number
}

/** The seed of a lottery, kept apart: nothing that reads the lottery can let it out too soon. */
export interface LotterySeed {
  readonly _id: LotteryId
  readonly seed: string
}

/** An entry: its id holds one of a member and a lottery, its code is public and names nobody. */
export interface LotteryEntry {
  readonly _id: string
  readonly lotteryId: LotteryId
  readonly memberId: MemberId
  readonly code: string
  readonly at: Instant
}

/** A page of the sealed list. */
export interface LotteryPage {
  readonly _id: string
  readonly lotteryId: LotteryId
  readonly page: number
  readonly codes: readonly string[]
}

/** Entry codes on a page of the sealed list. */
export const CODES_PER_PAGE = 500

/** From the end of entering on this long: by then no call that began before can still write. */
export const SEAL_WAIT = (10 * SECOND) as Duration

/** How long winners may order their prize. */
export const CLAIM_WINDOW = (7 * DAY) as Duration

/** The shortest and the longest time to enter, in minutes. */
export const enterMinutes = { least: 1, most: 30 } as const
