import { View } from '@tarojs/components'
import type { OrderView } from '@domain/orders/contract'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { ordersText } from '@/text/orders'
import { when } from '@/text/when'
import { pointsOf } from './points'
import styles from './Timeline.module.scss'

/** The order's story with its dates. */
export function Timeline({ order }: { readonly order: OrderView }) {
  return (
    <Card title={ordersText.timeline}>
      {pointsOf(order).map(({ at, words }, index) => (
        <View key={`${words} ${at}`} className={`${styles.point} ${index ? '' : styles.newest}`}>
          <View className={styles.dot} />
          <View className={styles.words}>{words}</View>
          <View className={styles.at}>{when(at, now())}</View>
        </View>
      ))}
    </Card>
  )
}
