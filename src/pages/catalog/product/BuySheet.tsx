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
import { open as openPage } from '@/platform/go'
import type { SeenProduct } from '@/stores/CatalogStore'
import { catalogText } from '@/text/catalog'
import { SkuChoice } from './SkuChoice'
import styles from './BuySheet.module.scss'

/** What is about to be bought. */
export interface BuySheetProps {
  readonly product: SeenProduct['product']
  readonly sku: StockedSku
  readonly open: boolean
  readonly onChoose: (skuId: SkuId) => void
  readonly onClose: () => void
}

/** Which variant, how many, and on to the checkout. */
export function BuySheet({ product, sku, open, onChoose, onClose }: BuySheetProps) {
  const [wanted, setWanted] = useState(1)
  const most = Math.min(sku.left, MOST_PIECES)
  const quantity = Math.max(1, Math.min(wanted, most))
  const isSoldOut = sku.left === 0
  const checkOut = () => {
    onClose()
    openPage('checkout', { productId: product._id, skuId: sku.id, quantity })
  }
  return (
    <Sheet title={catalogText.sheetTitle} open={open} onClose={onClose}>
      <View className={styles.head}>
        <Picture
          file={product.pictures[0] ?? null}
          tint={product.categoryId}
          size="medium"
          alt={product.name}
        />
        <View className={styles.words}>
          <View className={styles.name}>{product.name}</View>
          <Price fen={sku.priceFen} size="title" />
          <View className={styles.left}>
            {isSoldOut ? catalogText.soldOutHint : catalogText.stock(sku.left, product.unit)}
          </View>
        </View>
      </View>
      <SkuChoice skus={product.skus} chosen={sku} onChoose={onChoose} />
      <View className={styles.quantity}>
        <View>{catalogText.quantity}</View>
        <Stepper value={quantity} most={most} onChange={setWanted} />
      </View>
      <Row
        label={catalogText.total}
        value={<Price fen={times(sku.priceFen, quantity)} size="title" />}
      />
      <View className={styles.go}>
        <Button id="checkout" disabled={isSoldOut} onTap={checkOut}>
          {isSoldOut ? catalogText.soldOut : catalogText.toCheckout}
        </Button>
      </View>
    </Sheet>
  )
}
