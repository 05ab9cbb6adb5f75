import type { DealId } from '../ids'
import { after, MINUTE, type Instant } from '../time'
import type { LiveRoom } from './room'
import type { LiveProduct, LiveSession } from './session'

/** Where a product of the run-of-show stands. */
export type ShowState = 'waiting' | 'explaining' | 'explained' | 'skipped'

type Shown = Pick<LiveRoom, 'explaining' | 'shown'>

/** Where something that is sold in a session stands in its run-of-show. */
export function showState(dealId: DealId, { explaining, shown }: Shown): ShowState {
  if (explaining?.dealId === dealId) return 'explaining'
  return shown[dealId] ?? 'waiting'
}

/**
 * What is to be explained next, in the order of the run-of-show: main products that were neither
 * explained nor skipped. Backups come only where somebody brings them in.
 */
export function comingUp<Product extends Pick<LiveProduct, 'role'>>(
  products: readonly (Product & { readonly dealId: DealId | null })[],
  room: Shown,
): (Product & { readonly dealId: DealId })[] {
  return products.flatMap((product) => {
    const { role, dealId } = product
    const isNext = role === 'main' && dealId !== null && showState(dealId, room) === 'waiting'
    return isNext ? [{ ...product, dealId }] : []
  })
}

/** Until when the product that is explained now has its time; null while nothing is explained. */
export function explainUntil(
  { explaining }: Shown,
  { minutesPerProduct }: Pick<LiveSession, 'minutesPerProduct'>,
): Instant | null {
  return explaining && after(explaining.since, minutesPerProduct * MINUTE)
}
