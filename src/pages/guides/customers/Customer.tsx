import { View } from '@tarojs/components'
import type { CustomerRow } from '@domain/guides/contract'
import { Avatar } from '@/components/Avatar'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { customersText } from '@/text/guides'
import styles from './Customer.module.scss'

/** A customer as they show themselves, when they were here, and what they bought. */
export function Customer({ row }: { readonly row: CustomerRow }) {
  const { key, nickname, avatar, boundUntil } = row
  return (
    <View className={styles.customer} id={`customer-${key}`}>
      <Avatar file={avatar} />
      <View className={styles.words}>
        <View className={styles.head}>
          <View className={styles.name}>{nickname === '' ? customersText.nobody : nickname}</View>
          {boundUntil !== null && boundUntil > now() && (
            <Tag tone="leaf">{customersText.bound(boundUntil)}</Tag>
          )}
        </View>
        <View className={styles.note}>{customersText.visits(row, now())}</View>
        <View className={styles.note}>{customersText.orders(row, now())}</View>
      </View>
    </View>
  )
}
