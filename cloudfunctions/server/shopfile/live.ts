import type { Deal } from '@domain/deals/deal'
import type { LiveId } from '@domain/ids'
import type { LiveDeal } from '@domain/live/deal'
import { liveRemindAt } from '@domain/live/reminder'
import { freshRoom } from '@domain/live/room'
import type { LiveSession } from '@domain/live/session'
import { fitted } from '@domain/messages/message'
import type { PlannedSession } from '@domain/shopfile/planLive'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { deals, liveRooms, liveSessions, messages } from '../kit/collections'
import { difference } from '../kit/database'
import { liveStartLetter } from '../messages/letters'

/** Sessions of which the file still decides: those that nobody has started. */
export async function openSessions(
  planned: readonly PlannedSession[],
): Promise<readonly PlannedSession[]> {
  if (planned.length === 0) return []
  const started = await liveRooms.find({ status: _.neq('planned') }, { fields: { _id: true } })
  const gone = new Set(started.map(({ _id }) => _id))
  return planned.filter(({ session }) => !gone.has(session._id))
}

/**
 * Writes live sessions with what they sell. The room comes last: nobody starts a session whose
 * goods are not there yet.
 */
export async function writeSessions(
  planned: readonly PlannedSession[],
  running: ReadonlyMap<string, Deal>,
  now: Instant,
): Promise<void> {
  if (planned.length === 0) return
  const known = new Map((await liveSessions.findAll({})).map((session) => [session._id, session]))
  for (const { session, deals: sold } of planned) {
    await writeSold(session._id, sold, running)
    const before = known.get(session._id)
    if (before && tells(before) !== tells(session)) await remindAnew(session, now)
    await liveSessions.put(session)
    await writeRoom(session)
  }
}

/** What a reminder tells of a session. */
const tells = ({ startsAt, title }: LiveSession): string => `${startsAt} ${title}`

/** A session that is put off reminds of its new time whoever was not reminded of the old one. */
async function remindAnew(session: LiveSession, now: Instant): Promise<void> {
  const sendAt = liveRemindAt(session.startsAt, now)
  const { page, values } = liveStartLetter(session)
  const waiting = { kind: 'liveStart', subject: session._id, dueAt: _.neq(null) }
  await messages.changeAll(waiting, { sendAt, dueAt: sendAt, page, values: _.set(fitted(values)) })
}

/**
 * A room is made once; as long as nobody has started it, it waits for the time that the file says.
 */
async function writeRoom(session: LiveSession): Promise<void> {
  if (await liveRooms.add(freshRoom(session))) return
  const { _id, startsAt } = session
  const late = { status: 'planned', dueAt: _.neq(startsAt) }
  await liveRooms.changeIf(_id, late, { dueAt: startsAt, rev: _.inc(1) })
}

/** Brings what a session sells to what the file says; what it does not name is not sold there. */
async function writeSold(
  liveId: LiveId,
  sold: readonly LiveDeal[],
  running: ReadonlyMap<string, Deal>,
): Promise<void> {
  await Promise.all(sold.map((deal) => writeDeal(deal, running.get(deal._id))))
  const named = sold.map(({ _id }) => _id)
  await deals.removeAll({ liveId, kind: 'live', _id: _.nin(named) })
}

/** Somebody in the cockpit who changes the same thing at this very moment is right. */
async function writeDeal(deal: LiveDeal, known: Deal | undefined): Promise<void> {
  if (known?.kind !== 'live') {
    await deals.add(deal)
    return
  }
  const { was, rev } = known
  const isSame = Object.entries({ ...deal, was, rev }).every(
    ([field, value]) => JSON.stringify(Reflect.get(known, field)) === JSON.stringify(value),
  )
  // The same file again changes nothing.
  if (isSame) return
  const changes = difference(known, { ...deal, was, rev: rev + 1 })
  await deals.changeIf(deal._id, { rev, startsAt: known.startsAt }, changes)
}
