import { Text, View } from '@tarojs/components'
import type { StockedSku } from '@domain/catalog/contract'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import type { SeenProduct } from '@/stores/CatalogStore'
import { catalogText } from '@/text/catalog'
import styles from './Head.module.scss'

/** A product and the variant of it that is chosen. */
export interface HeadProps {
  readonly product: SeenProduct['product']
  readonly sku: StockedSku
}

/** What it costs, what it is called, and what is left of it. */
export function Head({ product, sku }: HeadProps) {
  const { name, subtitle, unit, originalPriceFen, skus } = product
  // The struck price belongs to the first variant; beside another one it would be untrue.
  const struckFen = sku.id === skus[0]?.id ? originalPriceFen : null
  return (
    <View className={styles.head}>
      <View className={styles.prices}>
        <Price fen={sku.priceFen} size="hero" />
        <Text className={styles.unit}>
          {skus.length > 1 ? ` ${sku.name}` : catalogText.perUnit(unit)}
        </Text>
        {struckFen !== null && struckFen > sku.priceFen && <Price fen={struckFen} struck />}
        <View className={styles.left}>
          {sku.left > 0 ? (
            catalogText.stock(sku.left, unit)
          ) : (
            <Tag tone="plain">{catalogText.soldOut}</Tag>
          )}
        </View>
      </View>
      <View className={styles.name}>{name}</View>
      <View className={styles.subtitle}>{subtitle}</View>
    </View>
  )
}
