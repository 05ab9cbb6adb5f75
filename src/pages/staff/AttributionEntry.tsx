import { View } from '@tarojs/components'
import type { OrderId } from '@domain/ids'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { staffAttributionText } from '@/text/staffGuides'
import styles from './AttributionEntry.module.scss'

/** The way from an order to whom it is credited to. */
export function AttributionEntry({ orderId }: { readonly orderId: OrderId }) {
  return (
    <Card
      id="to-attribution"
      onTap={() => {
        open('attribution', { orderId })
      }}
    >
      <View className={styles.entry}>
        <View className={styles.name}>{staffAttributionText.entry}</View>
        <View className={styles.chevron} />
      </View>
    </Card>
  )
}
