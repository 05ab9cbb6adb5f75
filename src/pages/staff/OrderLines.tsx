import { View } from '@tarojs/components'
import { piecesOf } from '@domain/orders/receipt'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { piecesGranted } from '@domain/aftersale/afterSale'
import { Picture } from '@/components/Picture'
import { staffText } from '@/text/staff'
import styles from './OrderLines.module.scss'

/** What is to be packed: pieces that were granted back are left out. */
export function OrderLines({ order }: { readonly order: StaffOrder }) {
  const lines = order.receipt.lines.map((line, index) => ({
    ...line,
    quantity: line.quantity - piecesGranted(order, index),
  }))
  return (
    <View>
      {lines
        .filter(({ quantity }) => quantity > 0)
        .map(({ product, sku, quantity }) => (
          <View key={sku.id} className={styles.line}>
            <Picture file={product.picture} tint={product.categoryId} size="small" />
            <View className={styles.words}>
              <View>{product.name}</View>
              {sku.name !== product.unit && <View className={styles.sku}>{sku.name}</View>}
            </View>
            <View className={styles.count}>{`×${quantity}`}</View>
          </View>
        ))}
      <View className={styles.sum}>{staffText.pieces(piecesOf(lines))}</View>
      {order.note !== '' && <View className={styles.note}>{staffText.note(order.note)}</View>}
    </View>
  )
}
