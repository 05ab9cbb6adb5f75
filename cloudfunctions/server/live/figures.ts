import { available, type StockPool } from '@domain/holds/hold'
import type { LiveId } from '@domain/ids'
import type { LiveFigures } from '@domain/live/contract'
import type { LiveDeal } from '@domain/live/deal'
import { SECOND, type Duration, type Instant } from '@domain/time'
import { deals } from '../kit/collections'
import { markOf } from '../kit/ids'
import { withoutHolds } from '../deals/progress'

/** What moves about the goods of a session, with a short name for how it stands. */
export interface Figures {
  readonly mark: string
  readonly goods: readonly LiveFigures[]
}

interface Remembered {
  readonly figures: Figures
  readonly rev: number
  readonly at: Instant
}

/** Figures are counted anew after so long: nobody follows them faster. */
const FRESH = (3 * SECOND) as Duration

/** Sessions that an instance remembers figures of. */
const MOST_REMEMBERED = 20

/**
 * What this instance counted last, so that a thousand viewers who ask in the same second cost one
 * aggregation. It is for display alone: what can be bought, and for how much, the deal and its
 * pools decide each time.
 */
const remembered = new Map<LiveId, Remembered>()

/**
 * Price, stock and offer of all that a session sells, at most some seconds old, and newer than the
 * last thing that was done in the room. At most one SDK call.
 */
export async function figuresOf(
  { _id: liveId, rev }: { readonly _id: LiveId; readonly rev: number },
  now: Instant,
): Promise<Figures> {
  const known = remembered.get(liveId)
  if (known?.rev === rev && Math.abs(now - known.at) < FRESH) return known.figures
  const figures = figuresIn(await readFigures(liveId))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(liveId, { figures, rev, at: now })
  return figures
}

/** Names figures in short; the same ones have the same name. */
export function figuresIn(goods: readonly LiveFigures[]): Figures {
  const told = goods.map(({ dealId, priceFen, left, isOffered }) => ({
    ...{ dealId, priceFen, left, isOffered },
  }))
  return { mark: markOf(told), goods: told }
}

type FiguresReading = Pick<LiveDeal, '_id' | 'priceFen' | 'isOffered'> & {
  readonly pools: readonly Pick<StockPool, 'available'>[]
}

async function readFigures(liveId: LiveId): Promise<LiveFigures[]> {
  const { list } = (await deals
    .aggregate()
    .match({ liveId, kind: 'live' })
    .sort({ rank: 1 })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly FiguresReading[] }
  return list.map(({ _id: dealId, priceFen, isOffered, pools }) => ({
    ...{ dealId, priceFen, isOffered },
    left: available(pools),
  }))
}
