import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CartLine } from '@domain/cart/contract'
import { MOST_PIECES } from '@domain/orders/order'
import { Mark } from '@/components/Mark'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Stepper } from '@/components/Stepper'
import { open } from '@/platform/go'
import { useStores } from '@/stores/root'
import { cartText } from '@/text/cart'
import styles from './CartRow.module.scss'

/** A line of the cart that can be ordered. */
export interface CartRowProps {
  readonly kept: CartLine
  /** While the cart is being edited: whether it is to be deleted. */
  readonly isMarked: boolean | undefined
  readonly onMark: (skuId: CartLine['skuId']) => void
}

/** One line: what it is, what a piece costs on the shelf, and how many. */
export const CartRow = observer(function CartRow({ kept, isMarked, onMark }: CartRowProps) {
  const { cart } = useStores()
  const { productId, skuId, quantity, left, line } = kept
  if (!line) return null
  const { product, sku } = line
  const isEditing = isMarked !== undefined
  const isChosen = isMarked ?? cart.isChosen(kept)
  return (
    <View className={styles.row}>
      <Mark
        id={`choose-${skuId}`}
        label={cartText.mark(product.name, isChosen)}
        checked={isChosen}
        onTap={() => {
          if (isEditing) onMark(skuId)
          else cart.choose([kept], !cart.isChosen(kept))
        }}
      />
      <View
        className={styles.goods}
        id={`line-${skuId}`}
        onClick={() => {
          open('product', { productId })
        }}
      >
        <Picture file={product.picture} tint={product.categoryId} size="medium" />
        <View className={styles.words}>
          <View className={styles.name}>{product.name}</View>
          {sku.name !== product.unit && <View className={styles.sku}>{sku.name}</View>}
          <View className={styles.price}>
            <Price fen={sku.priceFen} />
          </View>
        </View>
      </View>
      <View className={styles.count} id={`count-${skuId}`}>
        <Stepper
          value={quantity}
          most={Math.min(left, MOST_PIECES)}
          of={skuId}
          onChange={(count) => {
            cart.setQuantity(kept, count)
          }}
        />
      </View>
    </View>
  )
})
