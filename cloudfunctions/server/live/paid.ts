import type { DealId, LiveId } from '@domain/ids'
import { add, NOTHING, type Fen } from '@domain/money'
import { isKept, type OrderStatus } from '@domain/orders/order'
import { SECOND, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'

/** What was paid for in a session so far. */
export interface Paid {
  readonly orders: number
  readonly fen: Fen
  /** Pieces of each deal that were paid for, and did not come back. */
  readonly pieces: ReadonlyMap<DealId, number>
}

/** Paid orders of one deal, or of the shelf, that stand alike. */
interface Standing {
  readonly _id: { readonly dealId: DealId | null; readonly status: OrderStatus }
  readonly orders: number
  readonly fen: Fen
  readonly pieces: number
}

/** What this instance counted last; one session runs at a time, and few look at its cockpit. */
let counted: { readonly liveId: LiveId; readonly at: Instant; readonly paid: Paid } | undefined

/** How long a count is good for: the more orders there are, the dearer it is to count again. */
const freshFor = ({ orders: many }: Paid): number => 3 * SECOND + many

/** What was paid for in a session, as it was some seconds ago at the most. At most one SDK call. */
export async function paidIn(liveId: LiveId, now: Instant): Promise<Paid> {
  const known = counted?.liveId === liveId ? counted : undefined
  if (known && Math.abs(now - known.at) < freshFor(known.paid)) return known.paid
  const paid = sumsOf(await readStandings(liveId))
  counted = { liveId, at: now, paid }
  return paid
}

async function readStandings(liveId: LiveId): Promise<readonly Standing[]> {
  const operators = _.aggregate
  const { list } = (await orders
    .aggregate()
    .match({ 'live.id': liveId, 'payment.paidFen': _.gte(0) })
    .group({
      _id: { dealId: '$deal.id', status: '$status' },
      orders: operators.sum(1),
      fen: operators.sum('$payment.paidFen'),
      // What is bought in a deal is ordered alone.
      pieces: operators.sum(operators.arrayElemAt(['$receipt.lines.quantity', 0])),
    })
    .end()) as unknown as { list: readonly Standing[] }
  return list
}

function sumsOf(standings: readonly Standing[]): Paid {
  const pieces = new Map<DealId, number>()
  for (const { _id, pieces: more } of standings) {
    const { dealId, status } = _id
    if (dealId && isKept(status)) pieces.set(dealId, (pieces.get(dealId) ?? 0) + more)
  }
  return {
    orders: standings.reduce((sum, one) => sum + one.orders, 0),
    fen: standings.reduce((sum, { fen }) => add(sum, fen), NOTHING),
    pieces,
  }
}
