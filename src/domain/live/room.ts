import type { DealId, LiveId, LotteryId, TemplateId } from '../ids'
import type { Moves } from '../moves'
import type { GrantedRequests } from '../requests'
import { after, MINUTE, type Duration, type Instant } from '../time'
import type { LiveOrder, LiveSession } from './session'

/** Where a session stands, and what moves it. */
export type LiveStatus = 'planned' | 'live' | 'ended'
export type LiveEvent = 'start' | 'end'

/**
 * The life of a session. It is started and ended in the cockpit; who forgets is helped out by the
 * timer: at its planned start, and some time after its planned end.
 */
export const liveMoves: Moves<LiveStatus, LiveEvent> = {
  planned: { start: 'live' },
  live: { end: 'ended' },
  ended: {},
}

/** What somebody of the shop told the room. */
export interface Announcement {
  readonly words: string
  readonly at: Instant
}

/** A coupon that was dropped into the room. */
export interface Drop {
  readonly templateId: TemplateId
  readonly at: Instant
}

/** What became of a product of the run-of-show. */
export type ShownState = 'explained' | 'skipped'

/** 直播间: how a session goes. Small, as every viewer asks for it again and again. */
export interface LiveRoom {
  readonly _id: LiveId
  readonly status: LiveStatus
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** What is explained now, and since when. */
  readonly explaining: { readonly dealId: DealId; readonly since: Instant } | null
  /** What was explained or skipped before. */
  readonly shown: Readonly<Record<DealId, ShownState>>
  /** The newest first, at most `MOST_ANNOUNCEMENTS`. */
  readonly announcements: readonly Announcement[]
  /** The newest first. */
  readonly drops: readonly Drop[]
  /** Lotteries that were opened, the newest first. */
  readonly lotteries: readonly LotteryId[]
  /** Posters that went out, by the days before the session: 7 is a week before. */
  readonly warmedUp: Readonly<Record<number, number>>
  /** When the timer starts or ends it where nobody does; null once it has ended. */
  readonly dueAt: Instant | null
  /** Counts the writes: who asks with the newest one is told that nothing changed. */
  readonly rev: number
}

/** A room as it is kept: with the wishes that were granted in it, so that a repeat is known. */
export interface KeptRoom extends LiveRoom {
  readonly requests: GrantedRequests
}

/** Older announcements are forgotten by the room; the record of what staff did keeps them. */
export const MOST_ANNOUNCEMENTS = 20

/** A session may be started so long before its planned time. */
export const EARLY_START = (60 * MINUTE) as Duration

/** A session that nobody ends is ended by the timer so long after its planned end. */
export const OVERTIME = (60 * MINUTE) as Duration

/** The room of a session that is yet to come. */
export function freshRoom({ _id, startsAt }: Pick<LiveSession, '_id' | 'startsAt'>): KeptRoom {
  const times = { startedAt: null, endedAt: null, explaining: null }
  const told = { shown: {}, announcements: [], drops: [], lotteries: [], warmedUp: {} }
  return { _id, status: 'planned', ...times, ...told, dueAt: startsAt, rev: 0, requests: {} }
}

/** What an order that was placed from a session's room keeps of it; nothing beside its time. */
export const liveOrder = (
  { _id: id, hostId }: Pick<LiveSession, '_id' | 'hostId'>,
  { status }: Pick<LiveRoom, 'status'>,
): LiveOrder | null => (status === 'live' ? { id, hostId } : null)

/** The latest moment at which a session that has started ends. */
export const latestEnd = ({ endsAt }: Pick<LiveSession, 'endsAt'>): Instant =>
  after(endsAt, OVERTIME)
