import type { ProductId } from '@domain/ids'
import { now } from '@/platform/clock'
import type { Home } from '@/stores/CatalogStore'
import { phaseOf } from '@domain/groupbuy/outlook'

/** The products that are in a ladder which can be joined now. */
export function productsInDeals({ deals }: Home): readonly ProductId[] {
  return deals.filter((deal) => phaseOf(deal, now()) === 'open').map((deal) => deal.product._id)
}
