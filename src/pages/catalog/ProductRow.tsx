import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { ProductCard } from '@domain/catalog/contract'
import { lowestPrice } from '@domain/catalog/product'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { open } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import styles from './ProductRow.module.scss'

/** A product in a list. */
export interface ProductRowProps {
  readonly product: ProductCard
  readonly isInDeal: boolean
  /** Puts one into the cart; a product with variants is opened instead. */
  readonly onAdd: (product: ProductCard) => void
}

/** One product of a list. It stays as it is while the rest of the page moves. */
export const ProductRow = memo(function ProductRow({ product, isInDeal, onAdd }: ProductRowProps) {
  const { _id: productId, categoryId, name, subtitle, unit, picture, originalPriceFen } = product
  const { priceFen, varies } = lowestPrice(product)
  const struckFen = varies || originalPriceFen === null ? priceFen : originalPriceFen
  const see = () => {
    open('product', { productId })
  }
  return (
    <View className={styles.row}>
      <View className={styles.goods} id={`product-${productId}`} onClick={see}>
        <Picture file={picture} tint={categoryId} size="medium" />
        <View className={styles.words}>
          <View className={styles.name}>{name}</View>
          <View className={styles.subtitle}>{subtitle}</View>
          {isInDeal && <Tag tone="cherry">{catalogText.inDeal}</Tag>}
          <View className={styles.prices}>
            <Price fen={priceFen} />
            <Text className={styles.unit}>
              {varies ? catalogText.fromPrice : catalogText.perUnit(unit)}
            </Text>
            {struckFen > priceFen && <Price fen={struckFen} size="note" struck />}
          </View>
        </View>
      </View>
      <View
        className={styles.add}
        id={`add-${productId}`}
        ariaRole="button"
        ariaLabel={catalogText.addOf(name)}
        onClick={() => {
          if (product.skus.length > 1) see()
          else onAdd(product)
        }}
      />
    </View>
  )
})
