import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { skusOf } from './plan'
import { dealSku, type FileDeal } from './planDeals'

/** Goods that a deal names and the file does not have. */
export function goodsFaults(
  deal: Pick<FileDeal, 'productId' | 'skuId'>,
  place: string,
  file: ShopFile,
): FileFault[] {
  const product = file.products.find(({ id }) => id === deal.productId)
  if (!product) {
    return [{ place: `${place}.productId`, fault: `there is no product "${deal.productId}"` }]
  }
  const known = skusOf(product).some(({ id }) => id === dealSku(deal, file))
  const fault = `the product has no SKU "${deal.skuId ?? ''}"`
  return known ? [] : [{ place: `${place}.skuId`, fault }]
}
