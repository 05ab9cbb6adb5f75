import { View } from '@tarojs/components'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { now } from '@/platform/clock'
import { staffText } from '@/text/staff'
import styles from './Head.module.scss'

/** Who ordered, and since when it waits. */
export function Head({ order }: { readonly order: StaffOrder }) {
  const { name, phone } = order.delivery
  return (
    <View className={styles.head}>
      <View className={styles.who}>{`${name} ${phone}`}</View>
      <View className={styles.when}>{staffText.placedAt(order.placedAt, now())}</View>
    </View>
  )
}
