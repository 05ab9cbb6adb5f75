import { fail, type Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import type { RoomNews, RoomView } from '@domain/live/contract'
import type { KeptRoom } from '@domain/live/room'
import { liveRooms } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { figuresOf } from './figures'

/** What the phone has seen of a room. */
interface Polling {
  readonly liveId: LiveId
  readonly rev: number
  readonly mark: string
}

/** What is new in a room since it was asked for last. Two SDK calls at most, mostly one. */
export async function pollRoom(
  { liveId, rev, mark }: Polling,
  { now }: Caller,
): Promise<RoomNews | Failure<'live_unknown'>> {
  const [room] = await liveRooms.find({ _id: liveId }, { fields: { requests: false } })
  if (!room) return fail('live_unknown')
  const figures = await figuresOf(room, now)
  return {
    room: room.rev === rev ? null : viewOf(room),
    figures: figures.mark === mark ? null : figures,
  }
}

/** A room as its viewers see it. */
export function viewOf(room: Omit<KeptRoom, 'requests'>): RoomView {
  const { status, startedAt, endedAt, explaining, shown } = room
  const { announcements, drops, lotteries, rev } = room
  const told = { announcements, drops, lotteries }
  return { status, startedAt, endedAt, explaining, shown, ...told, rev }
}
