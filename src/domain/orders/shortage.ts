import { variantOf } from '../catalog/product'
import { fail, type Failure } from '../failure'
import type { BasketLine } from './pricing/line'

/** Refuses a line that asks for more than there is: it says which line, and what is left. */
export function shortage(
  { product, sku }: Pick<BasketLine, 'product' | 'sku'>,
  left: number,
): Failure<'stock_short'> {
  const { name } = product
  return fail('stock_short', { skuId: sku.id, name, variant: variantOf(sku, product), left })
}
