import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { ProductCard } from '@domain/catalog/contract'
import type { ProductId } from '@domain/ids'
import { toast } from '@/platform/notice'
import { useEndOfPage } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import type { Found } from '@/stores/SearchStore'
import { cartText } from '@/text/cart'
import { catalogText } from '@/text/catalog'
import { explain } from '@/text/failures'
import { ProductRow } from './ProductRow'
import styles from './ProductList.module.scss'

/** What was found, and how to read on. */
export interface ProductListProps {
  readonly found: Found
  /** Those that are in a deal one can buy in. */
  readonly inDeals: readonly ProductId[]
  readonly onMore: () => void
}

/** So many products at first, and so many more at the end of the page. */
const ROWS = 8

/** Products one below the other, more of them at the end of the page. */
export function ProductList({ found, inDeals, onMore }: ProductListProps) {
  const { cart } = useStores()
  const [shown, setShown] = useState(ROWS)
  const { products, more } = found
  const hasMore = more || shown < products.length
  const showMore = () => {
    if (shown < products.length) setShown(shown + ROWS)
    else if (more) onMore()
  }
  useEndOfPage(showMore)
  const add = useCallback(
    async ({ _id: productId, skus: [sku] }: ProductCard) => {
      if (!sku) return
      const refusal = await cart.add([{ productId, skuId: sku.id, quantity: 1 }])
      toast(refusal ? explain(refusal) : cartText.added)
    },
    [cart],
  )
  return (
    <View>
      {products.slice(0, shown).map((product) => (
        <ProductRow
          key={product._id}
          product={product}
          isInDeal={inDeals.includes(product._id)}
          onAdd={add}
        />
      ))}
      {/* A tap helps where the screen is so tall that it has no end to scroll to. */}
      <View className={styles.end} id="more-products" onClick={showMore}>
        {hasMore ? catalogText.more : catalogText.end}
      </View>
    </View>
  )
}
