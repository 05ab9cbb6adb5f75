import { hasFailed } from '@domain/failure'
import type { KeptRoom } from '@domain/live/room'
import { end, start } from '@domain/live/running'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { liveRooms, liveSessions } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'
import { changeRoom } from './deed'
import { closeSales } from './end'
import { openSales } from './start'

/** Rooms a batch. */
const BATCH = 20

/** Starts sessions whose time has come, and ends those that nobody ended. */
export const moveRooms = jobOver({
  in: liveRooms,
  where: (now) => ({ dueAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (room, now) => (room.status === 'planned' ? startDue(room, now) : endDue(room, now)),
  trouble: (error) => log('room_waits', { reason: reasonOf(error) }),
})

async function startDue(room: KeptRoom, now: Instant): Promise<void> {
  const session = await liveSessions.get(room._id)
  if (!session) return
  await openSales(room._id, now)
  await changeRoom(room, (known) => moved(known, start(known, session, now)))
}

async function endDue(room: KeptRoom, now: Instant): Promise<void> {
  await closeSales(room._id, now)
  await changeRoom(room, (known) => moved(known, end(known, now)))
}

/** Whoever moved the room in the cockpit at the same moment was right, too. */
const moved = (known: KeptRoom, decided: ReturnType<typeof start | typeof end>): KeptRoom =>
  hasFailed(decided) ? known : { ...decided, requests: known.requests }
