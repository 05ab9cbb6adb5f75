import { joinable } from '@domain/deals/deal'
import type { DealsProgress } from '@domain/deals/progress'
import { phaseOf } from '@domain/groupbuy/outlook'
import type { ProductId } from '@domain/ids'
import { now } from '@/platform/clock'

/** The products that are in a deal which one can buy in now. */
export function productsInDeals({ ladders, teams, flash }: DealsProgress): readonly ProductId[] {
  const open = [
    ...ladders.filter((ladder) => phaseOf(ladder, now()) === 'open'),
    ...[...teams, ...flash].filter(({ deal, left }) => left > 0 && !joinable(deal, now())),
  ]
  return open.map(({ product }) => product._id)
}
