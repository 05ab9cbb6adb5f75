import { fen, subtract, type Fen } from '../money'
import type { Instant } from '../time'
import { joinable } from '../deals/deal'
import type { LadderProgress } from '../deals/progress'
import type { OwnJoin } from './contract'
import { dueFen, finalPrice, type Ladder } from './ladder'

/** Where a ladder stands for somebody who looks at it; the cloud decides again when they join. */
export type Phase = 'unstarted' | 'open' | 'soldOut' | 'closing' | 'settling' | 'settled'

/** Where a ladder stands at `now`. */
export function phaseOf(
  { deal, left }: Pick<LadderProgress, 'deal' | 'left'>,
  now: Instant,
): Phase {
  if (deal.status === 'settling' || deal.status === 'settled') return deal.status
  const refusal = joinable(deal, now)
  if (refusal) return refusal.code === 'deal_unstarted' ? 'unstarted' : 'closing'
  return left > 0 ? 'open' : 'soldOut'
}

/** Who counts: while it runs the cloud's hint, after the close what was counted. */
export function peopleOf({ deal, people }: Pick<LadderProgress, 'deal' | 'people'>): number {
  return deal.outcome?.people ?? people
}

/** What would come back of a paid order if the ladder closed with so many people. */
export function expectedRefundFen(
  join: Pick<OwnJoin, 'paidFen' | 'quantity'>,
  ladder: Ladder,
  people: number,
): Fen {
  const unitFen = fen(Math.floor(join.paidFen / join.quantity))
  return subtract(join.paidFen, dueFen(unitFen, join.quantity, finalPrice(ladder, people)))
}
