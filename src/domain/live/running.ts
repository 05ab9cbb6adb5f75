import { fail, type Failure } from '../failure'
import type { DealId, TemplateId } from '../ids'
import { after, type Instant } from '../time'
import {
  EARLY_START,
  latestEnd,
  liveMoves,
  MOST_ANNOUNCEMENTS,
  type LiveEvent,
  type LiveRoom,
} from './room'
import type { LiveSession } from './session'

/** What the state of a room does not allow. */
export type Cannot = Failure<'live_cannot'>

/** Moves a room in its life; who is late is told that it can't. */
function move(room: LiveRoom, event: LiveEvent): LiveRoom['status'] | Cannot {
  return liveMoves[room.status][event] ?? cannot(room)
}

const cannot = ({ status }: LiveRoom): Cannot => fail('live_cannot', { status })

/** A session starts: at most an hour before its planned time. */
export function start(
  room: LiveRoom,
  session: Pick<LiveSession, 'startsAt' | 'endsAt'>,
  now: Instant,
): LiveRoom | Failure<'live_cannot' | 'live_early'> {
  const status = move(room, 'start')
  if (typeof status !== 'string') return status
  const from = after(session.startsAt, -1 * EARLY_START)
  if (now < from) return fail('live_early', { from })
  return { ...room, status, startedAt: now, dueAt: latestEnd(session) }
}

/** A session ends: what was explained last is explained by then. */
export function end(room: LiveRoom, now: Instant): LiveRoom | Cannot {
  const status = move(room, 'end')
  if (typeof status !== 'string') return status
  const { shown } = room
  const told = withExplained(shown, room.explaining?.dealId)
  return { ...room, status, endedAt: now, explaining: null, shown: told, dueAt: null }
}

const withExplained = (shown: LiveRoom['shown'], dealId: DealId | undefined): LiveRoom['shown'] =>
  dealId === undefined ? shown : { ...shown, [dealId]: 'explained' }

/** Explains a product from now on; the one before it was explained. Again, nothing changes. */
export function explain(room: LiveRoom, dealId: DealId, now: Instant): LiveRoom | Cannot {
  if (room.status !== 'live') return cannot(room)
  const before = room.explaining?.dealId
  if (before === dealId) return room
  return { ...room, explaining: { dealId, since: now }, shown: withExplained(room.shown, before) }
}

/** Passes over a product that was not explained yet, or breaks off explaining it. */
export function skip(room: LiveRoom, dealId: DealId): LiveRoom | Cannot {
  const { status, explaining, shown } = room
  const isCurrent = explaining?.dealId === dealId
  const isOver = shown[dealId] === 'explained' && !isCurrent
  if (status !== 'live' || isOver) return cannot(room)
  return {
    ...room,
    explaining: isCurrent ? null : explaining,
    shown: { ...shown, [dealId]: 'skipped' },
  }
}

/** Tells the room something, before the session or in it. */
export function announce(room: LiveRoom, words: string, now: Instant): LiveRoom | Cannot {
  if (room.status === 'ended') return cannot(room)
  const announcements = [{ words, at: now }, ...room.announcements].slice(0, MOST_ANNOUNCEMENTS)
  return { ...room, announcements }
}

/** Drops one of the session's coupons; dropped again, it comes to the top once more. */
export function drop(
  room: LiveRoom,
  { templateIds }: Pick<LiveSession, 'templateIds'>,
  { templateId, now }: { readonly templateId: TemplateId; readonly now: Instant },
): LiveRoom | Failure<'template_unknown' | 'live_cannot'> {
  if (!templateIds.includes(templateId)) return fail('template_unknown')
  if (room.status !== 'live') return cannot(room)
  const others = room.drops.filter((one) => one.templateId !== templateId)
  return { ...room, drops: [{ templateId, at: now }, ...others] }
}

/** Posters that went out on one day of the warm-up. */
export interface WarmUpDay {
  readonly daysBefore: number
  readonly posters: number
}

/** Notes how many posters of a day of the warm-up went out, until the session is over. */
export function warmUp(room: LiveRoom, { daysBefore, posters }: WarmUpDay): LiveRoom | Cannot {
  if (room.status === 'ended') return cannot(room)
  return { ...room, warmedUp: { ...room.warmedUp, [daysBefore]: posters } }
}

/** What is sold can be changed until the session is over; the room itself stays as it is. */
export const change = (room: LiveRoom): LiveRoom | Cannot =>
  room.status === 'ended' ? cannot(room) : room
