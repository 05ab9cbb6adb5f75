import { fail, type Failure } from '../failure'
import type { DealId, LiveId, LotteryId, MemberId, ProductId, SkuId } from '../ids'
import type { Moves } from '../moves'
import { after, DAY, MINUTE, SECOND, type Duration, type Instant } from '../time'

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
 * anybody enters, and the list of entries is fixed, and its hash shown, before the seed is
 * revealed.
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
  /**
   * SHA-256 of the sealed list, its entry codes in ascending order, one a line; null while open.
   */
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
  /** Which wish opened the lottery: it is opened once, and by no other. */
  readonly openedBy: string
}

/** An entry: its id holds one of a member and a lottery, its code is public and names nobody. */
export interface LotteryEntry {
  readonly _id: string
  readonly lotteryId: LotteryId
  readonly memberId: MemberId
  readonly code: string
  readonly at: Instant
}

/**
 * A page of a list that is sealed, or was to be: the lottery says by its hash which list it is, so
 * pages that an interrupted sealing left behind are no part of it.
 */
export interface LotteryPage {
  readonly _id: string
  readonly lotteryId: LotteryId
  readonly listHash: string
  readonly page: number
  readonly codes: readonly string[]
}

/** Entry codes on a page of the sealed list. */
export const CODES_PER_PAGE = 500

/**
 * From the end of entering on this long: by then no call that began before can still write, as the
 * function that takes entries ends after 20 s at the latest.
 */
export const SEAL_WAIT = (30 * SECOND) as Duration

/** A lottery that nobody draws is drawn by the timer so long after the end of entering. */
export const DRAW_AT_LAST = (10 * MINUTE) as Duration

/** How long winners may order their prize. */
export const CLAIM_WINDOW = (7 * DAY) as Duration

/** The shortest and the longest time to enter, in minutes. */
export const enterMinutes = { least: 1, most: 30 } as const

/** Why nobody can enter a lottery at `now`; nothing while one can. */
export const enterable = (
  { status, closesAt }: Pick<Lottery, 'status' | 'closesAt'>,
  now: Instant,
): Failure<'lottery_over'> | undefined =>
  status === 'open' && now < closesAt ? undefined : fail('lottery_over')

/** Why a lottery can't be drawn at `now`; nothing once the list of its entries stands. */
export function drawable(
  { closesAt }: Pick<Lottery, 'closesAt'>,
  now: Instant,
): Failure<'lottery_open'> | undefined {
  const until = after(closesAt, SEAL_WAIT)
  return now < until ? fail('lottery_open', { until }) : undefined
}

/** The sealed list of codes in ascending order, in pages of `CODES_PER_PAGE`. */
export function pagesOf(codes: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...codes].sort()
  const pages = Math.ceil(sorted.length / CODES_PER_PAGE)
  return Array.from({ length: pages }, (_, page) =>
    sorted.slice(page * CODES_PER_PAGE, (page + 1) * CODES_PER_PAGE),
  )
}
