import type { FlashProgress } from '../deals/progress'
import type { SaleId } from '../ids'
import type { Session } from '../schedule'
import type { Instant } from '../time'

/** Where a session of a flash sale stands for somebody who looks at it. */
export type SessionPhase = 'unstarted' | 'running' | 'soldOut' | 'over'

/** A session as far as its place among the others goes. */
export interface SessionLike extends Session {
  readonly saleId: SaleId
  readonly items: readonly Pick<FlashProgress, 'left'>[]
}

/** Items of a session that are for sale together. */
export interface FlashShelf extends Session {
  readonly saleId: SaleId
  /** Whether anybody at all may buy in it. */
  readonly isForAll: boolean
  readonly items: readonly FlashProgress[]
}

/** Where a session stands at `now`: sold out means that nothing at all is left in it. */
export function sessionPhase(
  { startsAt, endsAt, items }: Omit<SessionLike, 'saleId'>,
  now: Instant,
): SessionPhase {
  if (now < startsAt) return 'unstarted'
  if (now >= endsAt) return 'over'
  return items.some(({ left }) => left > 0) ? 'running' : 'soldOut'
}

/** The next session after one that is sold out: of the same sale where there is one. */
export function sessionAfter<One extends SessionLike>(
  session: SessionLike,
  sessions: readonly One[],
  now: Instant,
): One | undefined {
  const coming = soonestFirst(sessions).filter(({ startsAt }) => startsAt > now)
  return coming.find(({ saleId }) => saleId === session.saleId) ?? coming[0]
}

/** Items by their sessions, soonest first. */
export function shelvesOf(items: readonly FlashProgress[]): readonly FlashShelf[] {
  const shelves = new Map<string, FlashShelf>()
  for (const item of items) {
    const { saleId, startsAt, endsAt, audience } = item.deal
    const key = `${saleId} ${startsAt}`
    const others = shelves.get(key)?.items ?? []
    const isForAll = audience.kind === 'all'
    shelves.set(key, { saleId, startsAt, endsAt, isForAll, items: [...others, item] })
  }
  return soonestFirst([...shelves.values()])
}

/** What is worth showing first, whom it is for aside. */
const standing: Readonly<Record<SessionPhase, number>> = {
  running: 6,
  unstarted: 4,
  soldOut: 2,
  over: 0,
}

/**
 * Which session is shown first: one that runs and has something left, else what comes next; of
 * equal ones the first that is for whoever looks.
 */
export function sessionInFront<One extends Omit<SessionLike, 'saleId'>>(
  sessions: readonly One[],
  now: Instant,
  isForThem: (session: One) => boolean,
): One | undefined {
  const worth = (one: One): number => standing[sessionPhase(one, now)] + Number(isForThem(one))
  return soonestFirst(sessions)
    .filter(({ endsAt }) => now < endsAt)
    .reduce<One | undefined>(
      (best, one) => (best && worth(best) >= worth(one) ? best : one),
      undefined,
    )
}

const soonestFirst = <One extends Session>(sessions: readonly One[]): readonly One[] =>
  [...sessions].sort((one, other) => one.startsAt - other.startsAt)
