import { View } from '@tarojs/components'
import { spokenCheck } from '@/platform/spoken'
import type { StockedSku } from '@domain/catalog/contract'
import type { SkuId } from '@domain/ids'
import { classes } from '@/components/classes'
import { tagOf, type SeenProduct } from '@/stores/CatalogStore'
import { catalogText } from '@/text/catalog'
import { money } from '@/text/money'
import styles from './SkuChoice.module.scss'

/** The variants of a product. */
export interface SkuChoiceProps {
  readonly view: SeenProduct
  readonly chosen: StockedSku
  readonly onChoose: (skuId: SkuId) => void
}

/** The variants to choose from, each with what it costs now and what is left of it. */
export function SkuChoice({ view, chosen, onChoose }: SkuChoiceProps) {
  const { skus, unit } = view.product
  return (
    <View className={styles.skus} ariaRole="radiogroup">
      {skus.map((sku) => (
        <View
          key={sku.id}
          id={`sku-${sku.id}`}
          className={classes(
            styles.sku,
            sku.id === chosen.id && styles.chosen,
            sku.left === 0 && styles.gone,
          )}
          ariaRole="radio"
          {...spokenCheck(sku.id === chosen.id)}
          onClick={() => {
            onChoose(sku.id)
          }}
        >
          {`${sku.name} ${money(tagOf(view, sku).unitFen)}`}
          <View className={styles.left}>{catalogText.stock(sku.left, unit)}</View>
        </View>
      ))}
    </View>
  )
}
