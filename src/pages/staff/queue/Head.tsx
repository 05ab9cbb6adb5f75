import { View } from '@tarojs/components'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { shipsAtOf } from '@domain/orders/handout'
import { now } from '@/platform/clock'
import { preSaleText } from '@/text/preSale'
import { staffText } from '@/text/staff'
import styles from './Head.module.scss'

/** Who ordered, since when it waits, and what a pre-sale promised. */
export function Head({ order }: { readonly order: StaffOrder }) {
  const { name, phone } = order.delivery
  const shipsAt = shipsAtOf(order)
  return (
    <View className={styles.head}>
      <View className={styles.who}>{`${name} ${phone}`}</View>
      <View className={styles.when}>{staffText.placedAt(order.placedAt, now())}</View>
      {shipsAt !== undefined && (
        <View className={styles.promised}>{preSaleText.promised(shipsAt)}</View>
      )}
    </View>
  )
}
