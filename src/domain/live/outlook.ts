import { after, MINUTE, type Instant } from '../time'
import type { LiveGoods, LiveView } from './contract'
import { EARLY_START, latestEnd, type LiveRoom, type LiveStatus } from './room'
import type { LiveSession } from './session'

/** What of a session tells whether it runs. */
export interface LiveTimes {
  readonly session: Pick<LiveSession, 'startsAt' | 'endsAt'>
  readonly room: Pick<LiveRoom, 'status'>
}

/**
 * Where a session stands for who looks at it. 视频号 knows at once that its stream is on, the room
 * only when somebody of the shop or the timer has said so; a stream at another time is another one.
 */
export function liveStatusOf(
  { session, room }: LiveTimes,
  isStreaming: boolean | undefined,
  now: Instant,
): LiveStatus {
  if (room.status !== 'planned' || isStreaming !== true) return room.status
  const earliest = session.startsAt - EARLY_START
  return now >= earliest && now < latestEnd(session) ? 'live' : 'planned'
}

/** Whether something can be bought in a room, or why not. */
export type GoodsState = 'unstarted' | 'open' | 'off' | 'soldOut' | 'over'

/** How something that is sold in a room stands; the cloud decides again when somebody buys. */
export function goodsState(
  { isOffered, left }: Pick<LiveGoods, 'isOffered' | 'left'>,
  status: LiveStatus,
): GoodsState {
  if (status === 'planned') return 'unstarted'
  if (status === 'ended') return 'over'
  if (!isOffered) return 'off'
  return left > 0 ? 'open' : 'soldOut'
}

/** What a viewer sees of the goods: a backup only once it was brought in. */
export function shownGoods({ goods, room }: Pick<LiveView, 'goods' | 'room'>): LiveGoods[] {
  return goods.filter(
    ({ role, isOffered, dealId }) =>
      role === 'main' ||
      isOffered ||
      room.shown[dealId] !== undefined ||
      room.explaining?.dealId === dealId,
  )
}

/** What is explained right now. */
export function explainedGoods({ goods, room }: Pick<LiveView, 'goods' | 'room'>) {
  return goods.find(({ dealId }) => dealId === room.explaining?.dealId)
}

/** When something of the run-of-show will be explained, by its place: as it is planned. */
export const plannedAt = (
  { startsAt, minutesPerProduct }: Pick<LiveSession, 'startsAt' | 'minutesPerProduct'>,
  place: number,
): Instant => after(startsAt, place * minutesPerProduct * MINUTE)
