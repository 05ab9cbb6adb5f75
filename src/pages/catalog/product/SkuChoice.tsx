import { View } from '@tarojs/components'
import type { StockedSku } from '@domain/catalog/contract'
import type { SkuId } from '@domain/ids'
import { classes } from '@/components/classes'
import { catalogText } from '@/text/catalog'
import { money } from '@/text/money'
import styles from './SkuChoice.module.scss'

/** The variants of a product. */
export interface SkuChoiceProps {
  readonly skus: readonly StockedSku[]
  readonly chosen: StockedSku
  readonly onChoose: (skuId: SkuId) => void
}

/** The variants to choose from, each with its price; one that is sold out says so. */
export function SkuChoice({ skus, chosen, onChoose }: SkuChoiceProps) {
  return (
    <View className={styles.skus} ariaRole="radiogroup">
      {skus.map(({ id, name, priceFen, left }) => (
        <View
          key={id}
          id={`sku-${id}`}
          className={classes(
            styles.sku,
            id === chosen.id && styles.chosen,
            left === 0 && styles.gone,
          )}
          ariaRole="radio"
          onClick={() => {
            onChoose(id)
          }}
        >
          {`${name} ${left === 0 ? catalogText.soldOut : money(priceFen)}`}
        </View>
      ))}
    </View>
  )
}
