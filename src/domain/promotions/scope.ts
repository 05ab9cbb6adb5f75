import type { CategoryId, ProductId } from '../ids'

/** What a promotion is for: everything, whole shelves, or single products. */
export interface Scope {
  readonly kind: 'all' | 'category' | 'product'
  /** Of categories or products; empty for everything. */
  readonly ids: readonly string[]
}

/** What a scope looks at. */
export interface Scoped {
  readonly id: ProductId
  readonly categoryId: CategoryId
}

/** Whether a product is one of those that a promotion is for. */
export function inScope(scope: Scope, product: Scoped): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'category':
      return scope.ids.includes(product.categoryId)
    case 'product':
      return scope.ids.includes(product.id)
  }
}
