import { View } from '@tarojs/components'
import type { Receipt } from '@domain/orders/receipt'
import { ReceiptStory } from '@/components/ReceiptStory'
import { cartText } from '@/text/cart'
import styles from './CartReceipt.module.scss'

/** How the sum of the chosen lines comes about; freight comes with the way of delivery. */
export function CartReceipt({ receipt }: { readonly receipt: Receipt }) {
  return (
    <View>
      <ReceiptStory receipt={receipt} total={cartText.total} open goodsOnly />
      <View className={styles.hint}>{cartText.beforeFreight}</View>
    </View>
  )
}
