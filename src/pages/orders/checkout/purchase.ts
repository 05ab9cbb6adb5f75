import type { CartLine } from '@domain/cart/contract'
import {
  isId,
  type DealId,
  type LiveId,
  type ProductId,
  type SkuId,
  type TeamId,
} from '@domain/ids'
import { MOST_PIECES } from '@domain/orders/order'
import type { WantedLine } from '@/stores/CheckoutStore'

/** The line that an address asks for; nothing when it names no product. */
export function lineOf(
  values: Readonly<Record<string, string | undefined>>,
): WantedLine | undefined {
  const { productId = '', skuId = '', dealId = '', teamId = '' } = values
  if (!isId(productId) || !isId(skuId)) return undefined
  const wished = Number(values.quantity ?? 1)
  const quantity = Number.isInteger(wished) ? Math.min(MOST_PIECES, Math.max(1, wished)) : 1
  return {
    productId: productId as ProductId,
    skuId: skuId as SkuId,
    quantity,
    ...(isId(dealId) ? { dealId: dealId as DealId } : {}),
    ...(isId(teamId) ? { teamId: teamId as TeamId } : {}),
  }
}

/** The live session from whose room an address comes. */
export const liveOf = ({ liveId = '' }: { readonly liveId?: string | undefined }) =>
  isId(liveId) ? (liveId as LiveId) : undefined

/** What was chosen of the cart, as an order asks for it. */
export function linesOf(chosen: readonly CartLine[]): readonly WantedLine[] {
  return chosen.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity }))
}
