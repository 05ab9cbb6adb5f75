import { View } from '@tarojs/components'
import { Picture } from '@/components/Picture'
import { open } from '@/platform/go'
import type { LiveView } from '@/stores/LiveStore'
import { liveText } from '@/text/live'
import styles from './Programme.module.scss'

/** What will be shown, in its order. Prizes of lotteries are not for sale, and not listed. */
export function Programme({ products }: Pick<LiveView, 'products'>) {
  const shown = products.filter(({ role }) => role !== 'lottery')
  if (shown.length === 0) return <View className={styles.note}>{liveText.none}</View>
  return (
    <View>
      <View className={styles.note}>{liveText.programmeHint}</View>
      {shown.map(({ productId, card }) => (
        <View
          key={productId}
          id={`product-${productId}`}
          className={styles.row}
          ariaRole="link"
          onClick={() => {
            open('product', { productId })
          }}
        >
          <Picture file={card.picture} tint={card.categoryId} size="small" />
          <View className={styles.name}>{card.name}</View>
        </View>
      ))}
    </View>
  )
}
