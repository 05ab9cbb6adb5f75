import type { Product } from '@domain/catalog/product'
import type { Guide } from '@domain/guides/guide'
import type { LiveBrief } from '@domain/live/contract'
import type { LiveRoom } from '@domain/live/room'
import type { LiveSession } from '@domain/live/session'
import { _ } from '../kit/cloud'
import { liveSessions } from '../kit/collections'

/** Sessions that are shown; of more, those that are longest gone by are left out. */
const MOST_SESSIONS = 60

/** A session with what its brief is made of. */
export interface BriefReading extends Pick<LiveSession, '_id' | 'title' | 'startsAt' | 'endsAt'> {
  readonly sold: number
  readonly rooms: readonly LiveRoom[]
  readonly hosts: readonly Guide[]
  readonly firsts: readonly Product[]
}

/** What is sold in a session, prizes left out. */
const sold = _.aggregate.filter({
  input: '$products',
  as: 'one',
  cond: _.aggregate.neq(['$$one.role', 'lottery']),
})

/** Sessions that run, those to come, soonest first, then those gone by. One SDK call. */
export async function listSessions(): Promise<{ readonly sessions: readonly LiveBrief[] }> {
  const { list } = (await liveSessions
    .aggregate()
    .sort({ startsAt: -1 })
    .limit(MOST_SESSIONS)
    .addFields({
      firstKey: _.aggregate.arrayElemAt(['$products.productId', 0]),
      sold: _.aggregate.size(sold),
    })
    .lookup({ from: 'live_rooms', localField: '_id', foreignField: '_id', as: 'rooms' })
    .lookup({ from: 'guides', localField: 'hostId', foreignField: '_id', as: 'hosts' })
    .lookup({ from: 'products', localField: 'firstKey', foreignField: '_id', as: 'firsts' })
    .project({ products: 0, 'rooms.requests': 0 })
    .end()) as unknown as { list: readonly BriefReading[] }
  const sessions = list.flatMap((reading) => briefOf(reading) ?? [])
  return { sessions: [...sessions].sort(inTurn) }
}

/** A session among others; nothing as long as it has no room. */
export function briefOf(reading: BriefReading): LiveBrief | undefined {
  const { _id, title, startsAt, endsAt, sold: products, rooms, hosts, firsts } = reading
  const [room] = rooms
  if (!room) return undefined
  const hostName = hosts[0]?.name ?? null
  const picture = firsts[0]?.pictures[0] ?? null
  return { _id, title, startsAt, endsAt, status: room.status, hostName, picture, products }
}

const turns: Readonly<Record<LiveBrief['status'], number>> = { live: 0, planned: 1, ended: 2 }

/** What runs comes first, then what comes soonest, then what went by last. */
export function inTurn(one: LiveBrief, other: LiveBrief): number {
  const turn = turns[one.status] - turns[other.status]
  if (turn !== 0) return turn
  return one.status === 'ended' ? other.startsAt - one.startsAt : one.startsAt - other.startsAt
}
