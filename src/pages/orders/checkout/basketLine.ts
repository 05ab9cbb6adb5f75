import type { InputOf } from '@domain/api'
import { isId, type DealId, type ProductId, type SkuId } from '@domain/ids'
import { MOST_PIECES } from '@domain/orders/order'

/** The line that an address asks for; nothing when it names no product. */
export function basketLine(
  values: Readonly<Record<string, string | undefined>>,
): InputOf<'orders.quote'>['lines'][number] | undefined {
  const { productId = '', skuId = '', dealId = '' } = values
  if (!isId(productId) || !isId(skuId)) return undefined
  const wished = Number(values.quantity ?? 1)
  const quantity = Number.isInteger(wished) ? Math.min(MOST_PIECES, Math.max(1, wished)) : 1
  return {
    productId: productId as ProductId,
    skuId: skuId as SkuId,
    quantity,
    ...(isId(dealId) ? { dealId: dealId as DealId } : {}),
  }
}
