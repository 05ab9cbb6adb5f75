import type { Product, Shop } from '@domain/catalog/product'
import type { Guide } from '@domain/guides/guide'
import type { LiveBrief } from '@domain/live/contract'
import type { LiveRoom } from '@domain/live/room'
import type { LiveSession } from '@domain/live/session'
import { after, DAY, type Instant } from '@domain/time'
import { _, stages } from '../kit/cloud'
import { shops } from '../kit/collections'
import { briefOf, inTurn } from './list'

/** A session that is over stays on the first page this long, to be looked back at. */
const SHOWN_AFTER_END = 2 * DAY

/** Sessions that are looked at for the one to show: what runs late, what ended, and the next. */
const MOST_SESSIONS = 6

type SessionReading = Pick<
  LiveSession,
  '_id' | 'title' | 'startsAt' | 'endsAt' | 'hostId' | 'products'
>

/** The shop with its sessions of these days. */
export interface FrontReading extends Shop {
  readonly sessions: readonly SessionReading[]
  readonly rooms: readonly LiveRoom[]
  readonly hosts: readonly Guide[]
}

/** The shop, and its live sessions from two days ago on. One SDK call. */
export async function readFront(now: Instant): Promise<FrontReading | undefined> {
  const shown = ['_id', 'title', 'startsAt', 'endsAt', 'hostId', 'products.productId']
  const fields = [...shown, 'products.role'].map((field) => [field, 1] as const)
  const these = stages()
    .match({ endsAt: _.gt(after(now, -SHOWN_AFTER_END)) })
    .sort({ startsAt: 1 })
    .limit(MOST_SESSIONS)
    .project(Object.fromEntries(fields))
    .done()
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .lookup({ from: 'live_sessions', pipeline: these, as: 'sessions' })
    .lookup({ from: 'live_rooms', localField: 'sessions._id', foreignField: '_id', as: 'rooms' })
    .lookup({ from: 'guides', localField: 'sessions.hostId', foreignField: '_id', as: 'hosts' })
    .project({ 'rooms.requests': 0 })
    .end()) as unknown as { list: readonly FrontReading[] }
  return list[0]
}

/** The session to show in front: what runs, else what comes soonest, else what went by last. */
export function frontOf(front: FrontReading, goods: readonly Product[]): LiveBrief | null {
  const briefs = front.sessions.flatMap(({ products, ...session }) => {
    const [first] = products
    return (
      briefOf({
        ...session,
        sold: products.filter(({ role }) => role !== 'lottery').length,
        rooms: front.rooms.filter(({ _id }) => _id === session._id),
        hosts: front.hosts.filter(({ _id }) => _id === session.hostId),
        firsts: goods.filter(({ _id }) => _id === first?.productId),
      }) ?? []
    )
  })
  return [...briefs].sort(inTurn)[0] ?? null
}
