import { Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import type { ProductCard } from '@domain/catalog/contract'
import { lowestPrice } from '@domain/catalog/product'
import type { ProductId } from '@domain/ids'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { open } from '@/platform/go'
import { useEndOfPage } from '@/platform/refresh'
import { catalogText } from '@/text/catalog'
import styles from './Shelf.module.scss'

/** The products of a shelf. */
export interface ShelfProps {
  readonly products: readonly ProductCard[]
  /** Those that are in a ladder which can be joined. */
  readonly inDeals: readonly ProductId[]
}

/** One row is below the fold already; so many more products come at each end of the page. */
const FIRST_ROW = 2
const SHELF_PAGE = 6

/** Products two by two, more of them at the end of the page. */
export function Shelf({ products, inDeals }: ShelfProps) {
  const [shown, setShown] = useState(FIRST_ROW)
  const hasMore = shown < products.length
  useEndOfPage(() => {
    if (hasMore) setShown(shown + SHELF_PAGE)
  })
  return (
    <View>
      <View className={styles.shelf}>
        {products.slice(0, shown).map((product) => (
          <Tile key={product._id} product={product} isInDeal={inDeals.includes(product._id)} />
        ))}
      </View>
      {products.length > 0 && (
        <View className={styles.end}>{hasMore ? catalogText.more : catalogText.end}</View>
      )}
    </View>
  )
}

interface TileProps {
  readonly product: ProductCard
  readonly isInDeal: boolean
}

/** One product. It stays as it is while the rest of the page moves. */
const Tile = memo(function Tile({ product, isInDeal }: TileProps) {
  const { _id: productId, categoryId, name, subtitle, unit, picture, originalPriceFen } = product
  const { priceFen, varies } = lowestPrice(product)
  return (
    <View
      className={styles.tile}
      id={`product-${productId}`}
      onClick={() => {
        open('product', { productId })
      }}
    >
      <Picture file={picture} tint={categoryId} size="fill" />
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.subtitle}>
          {isInDeal && <Tag tone="cherry">{catalogText.inDeal}</Tag>}
          {isInDeal ? ` ${subtitle}` : subtitle}
        </View>
        <View className={styles.prices}>
          <Price fen={priceFen} />
          <Text className={styles.unit}>
            {varies ? catalogText.fromPrice : catalogText.perUnit(unit)}
          </Text>
          {originalPriceFen !== null && !varies && originalPriceFen > priceFen && (
            <Price fen={originalPriceFen} size="note" struck />
          )}
        </View>
      </View>
    </View>
  )
})
