import type { ProductCard } from '@domain/catalog/contract'
import type { Product } from '@domain/catalog/product'

/** A product as a shelf shows it. */
export function cardOf(product: Product): ProductCard {
  const { _id, categoryId, name, subtitle, unit, originalPriceFen, skus, pictures } = product
  const picture = pictures[0] ?? null
  return { _id, categoryId, name, subtitle, unit, originalPriceFen, skus, picture }
}
