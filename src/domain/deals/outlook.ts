import type { Instant } from '../time'
import { joinable, type DealBase } from './deal'

/** Where a deal that ends by its time alone stands for somebody who looks at it. */
export type DealPhase = 'unstarted' | 'open' | 'soldOut' | 'over'

/** Where a deal stands at `now`; the cloud decides again when somebody buys. */
export function dealPhase(
  { deal, left }: { readonly deal: Pick<DealBase, 'startsAt' | 'endsAt'>; readonly left: number },
  now: Instant,
): DealPhase {
  const refusal = joinable(deal, now)
  if (refusal) return refusal.code === 'deal_unstarted' ? 'unstarted' : 'over'
  return left > 0 ? 'open' : 'soldOut'
}
