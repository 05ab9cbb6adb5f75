import type { LiveGoods } from '@domain/live/contract'

/**
 * What something that is sold in a session is called: its product, and the variant where it has any
 * that the product's own name does not tell.
 */
export function goodsName({ product: { name, skuName } }: Pick<LiveGoods, 'product'>): string {
  return skuName === '' || name.endsWith(skuName) ? name : `${name} ${skuName}`
}
