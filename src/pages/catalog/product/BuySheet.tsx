import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StockedSku } from '@domain/catalog/contract'
import type { SkuId } from '@domain/ids'
import { times } from '@domain/money'
import { MOST_PIECES } from '@domain/orders/order'
import { Button } from '@/components/Button'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Row } from '@/components/Row'
import { Sheet } from '@/components/Sheet'
import { Stepper } from '@/components/Stepper'
import { tagOf, type SeenProduct } from '@/stores/CatalogStore'
import { catalogText } from '@/text/catalog'
import { SkuChoice } from './SkuChoice'
import styles from './BuySheet.module.scss'

/** What the sheet was opened for: to put it into the cart, or to buy it at once. */
export type Purpose = 'add' | 'buy'

/** What is about to be bought. */
export interface BuySheetProps {
  readonly view: SeenProduct
  readonly sku: StockedSku
  /** Nothing while the sheet is away. */
  readonly purpose: Purpose | undefined
  readonly onChoose: (skuId: SkuId) => void
  readonly onClose: () => void
  readonly onDone: (purpose: Purpose, quantity: number) => void
}

/** Which variant and how many, then into the cart or on to the checkout. */
export function BuySheet({ view, sku, purpose, onChoose, onClose, onDone }: BuySheetProps) {
  const { product } = view
  const [wanted, setWanted] = useState(1)
  const most = Math.min(sku.left, MOST_PIECES)
  const quantity = Math.max(1, Math.min(wanted, most))
  const isSoldOut = sku.left === 0
  const { unitFen } = tagOf(view, sku)
  const done = purpose === 'add' ? catalogText.addToCart : catalogText.toCheckout
  return (
    <Sheet title={catalogText.sheetTitle} open={purpose !== undefined} onClose={onClose}>
      <View className={styles.head}>
        <Picture
          file={product.pictures[0] ?? null}
          tint={product.categoryId}
          size="medium"
          alt={product.name}
        />
        <View className={styles.words}>
          <View className={styles.name}>{product.name}</View>
          <Price fen={unitFen} size="title" />
          <View className={styles.left}>
            {isSoldOut ? catalogText.soldOutHint : catalogText.stock(sku.left, product.unit)}
          </View>
        </View>
      </View>
      <SkuChoice view={view} chosen={sku} onChoose={onChoose} />
      <View className={styles.quantity}>
        <View>{catalogText.quantity}</View>
        <Stepper value={quantity} most={most} onChange={setWanted} />
      </View>
      <Row
        label={catalogText.total}
        value={<Price fen={times(unitFen, quantity)} size="title" />}
      />
      <View className={styles.go}>
        <Button
          id="checkout"
          disabled={isSoldOut}
          onTap={() => {
            if (purpose) onDone(purpose, quantity)
          }}
        >
          {isSoldOut ? catalogText.soldOut : done}
        </Button>
      </View>
    </Sheet>
  )
}
