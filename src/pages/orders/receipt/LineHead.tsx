import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DealOffer, PricedLine } from '@domain/orders/receipt'
import { Picture } from '@/components/Picture'
import { Tag } from '@/components/Tag'
import { receiptText } from '@/text/receipt'
import styles from './LineHead.module.scss'

/** A line of a basket and what stands at its right, e.g. its count. */
export interface LineHeadProps {
  readonly line: PricedLine
  readonly aside: ReactNode
}

/**
 * What is bought: the picture, the name, the variant, and the deal it belongs to. A product without
 * variants has one that is called like its unit, which says nothing.
 */
export function LineHead({ line, aside }: LineHeadProps) {
  const { product, sku, deal } = line
  return (
    <View className={styles.line}>
      <Picture file={product.picture} tint={product.categoryId} size="small" alt={product.name} />
      <View className={styles.words}>
        <View className={styles.name}>{product.name}</View>
        <View className={styles.facts}>
          {deal && <Tag tone="cherry">{nameOf(deal)}</Tag>}
          {sku.name !== product.unit && <View className={styles.sku}>{sku.name}</View>}
        </View>
      </View>
      <View className={styles.aside}>{aside}</View>
    </View>
  )
}

/** A deal of the points mall and a prize are called like their product, which says nothing. */
function nameOf({ kind, name }: DealOffer): string {
  if (kind === 'mall') return receiptText.mall
  return kind === 'prize' ? receiptText.prize : name
}
