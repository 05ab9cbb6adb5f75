import type { LiveId, MemberId } from '../ids'
import { after, DAY, HOUR, SECOND, type Duration, type Instant } from '../time'

/** What the phone notes of how the shop is used. */
export const eventKinds = [
  /** A page came to the front. */
  'view',
  /** A page was in front for `ms`, up to `at`. */
  'dwell',
  /** A product was on the screen. */
  'exposure',
  /** A product was tapped to be looked at or bought. */
  'click',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What happened on a phone, as it is sent. */
export interface PhoneEvent {
  readonly kind: EventKind
  /** The page, by its name among the pages of the app. */
  readonly page: string
  /** The product, deal or session that it is about; null for the page as a whole. */
  readonly subject: string | null
  /** The live session in whose room or on whose page it happened. */
  readonly liveId: LiveId | null
  /** By the cloud's clock as the phone knows it. */
  readonly at: Instant
  /** How long, for a dwell; 0 for all others. */
  readonly ms: number
}

/** What happened, as it is kept: counted by reviews, never read by a price or an order. */
export interface ShopEvent extends PhoneEvent {
  readonly _id: string
  readonly memberId: MemberId
}

/** Events that one call may bring. */
export const MOST_EVENTS = 50

/** Events that a phone keeps while it has no network; beyond it the oldest are forgotten. */
export const MOST_WAITING = 200

/** A dwell is told in pieces of at most so long, so that little is lost when a phone goes out. */
export const DWELL_PIECE = (30 * SECOND) as Duration

/**
 * Events that are older when they come are not counted: a phone may be without a network so long.
 */
export const EVENTS_LATE = (24 * HOUR) as Duration

/**
 * A phone's clock may be ahead of the cloud's by this much; beyond it the moment of coming counts.
 */
export const CLOCK_AHEAD = (5 * SECOND) as Duration

/** What happened is forgotten after so long: by then every session was reviewed. */
export const EVENTS_KEPT = (90 * DAY) as Duration

/**
 * When something happened, as the cloud believes it: no later than it came, but for a clock that is
 * a little ahead; nothing for what comes too late to count.
 */
export function believedAt({ at }: Pick<PhoneEvent, 'at'>, now: Instant): Instant | undefined {
  if (at < after(now, -1 * EVENTS_LATE)) return undefined
  return at > after(now, CLOCK_AHEAD) ? now : at
}
