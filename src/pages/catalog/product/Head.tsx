import { Text, View } from '@tarojs/components'
import type { StockedSku } from '@domain/catalog/contract'
import type { PriceTag } from '@domain/catalog/priceTag'
import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import type { SeenProduct } from '@/stores/CatalogStore'
import { catalogText } from '@/text/catalog'
import { rateText } from '@/text/receipt'
import styles from './Head.module.scss'

/** A product, the variant of it that is chosen, and what a piece of that costs now. */
export interface HeadProps {
  readonly product: SeenProduct['product']
  readonly sku: StockedSku
  readonly tag: PriceTag
  /** What brings the price down is over. */
  readonly onTimeOver: () => void
}

/** What it costs and why, what it is called, and what is left of it. */
export function Head({ product, sku, tag, onTimeOver }: HeadProps) {
  const { name, subtitle, unit, skus } = product
  const { markdown } = tag
  return (
    <View className={styles.head}>
      <View className={styles.prices} id="price">
        <Price fen={tag.unitFen} size="hero" />
        <Text className={styles.unit}>
          {skus.length > 1 ? ` ${sku.name}` : catalogText.perUnit(unit)}
        </Text>
        {struckFen(product, sku, tag) > tag.unitFen && (
          <Price fen={struckFen(product, sku, tag)} struck />
        )}
        <View className={styles.left}>
          {sku.left > 0 ? (
            catalogText.stock(sku.left, unit)
          ) : (
            <Tag tone="plain">{catalogText.soldOut}</Tag>
          )}
        </View>
      </View>
      <View>
        {markdown && (
          <View className={styles.markdown} id="markdown">
            <Tag tone="cherry">{`${markdown.name} ${rateText(markdown.discountBps)}`}</Tag>
            {markdown.endsAt !== null && (
              <Countdown until={markdown.endsAt} now={now} onEnd={onTimeOver} />
            )}
          </View>
        )}
      </View>
      <View className={styles.name}>{name}</View>
      <View className={styles.subtitle}>{subtitle}</View>
    </View>
  )
}

/**
 * The price that is drawn through: the shop's own one where something brings it down, else the
 * original one. That belongs to the first variant; beside another one it would be untrue.
 */
function struckFen(
  { skus, originalPriceFen }: HeadProps['product'],
  sku: StockedSku,
  tag: PriceTag,
) {
  if (tag.markdown) return tag.baseFen
  return sku.id === skus[0]?.id && originalPriceFen !== null ? originalPriceFen : tag.unitFen
}
