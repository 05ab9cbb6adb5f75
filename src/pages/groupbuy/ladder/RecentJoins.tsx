import { Text, View } from '@tarojs/components'
import type { RecentJoin } from '@domain/groupbuy/contract'
import type { Instant } from '@domain/time'
import { Card } from '@/components/Card'
import { groupbuyText } from '@/text/groupbuy'
import { ago } from '@/text/when'
import styles from './RecentJoins.module.scss'

/** Who joined just now: real neighbours, named so that only they know it is them. */
export interface RecentJoinsProps {
  readonly recent: readonly RecentJoin[]
  readonly now: Instant
}

/** The newest joins, each with its store and when it was. */
export function RecentJoins({ recent, now }: RecentJoinsProps) {
  return (
    <Card title={groupbuyText.recentTitle}>
      {recent.length === 0 && <View className={styles.none}>{groupbuyText.recentNone}</View>}
      {recent.map((join) => (
        <View key={`${join.alias} ${join.paidAt}`} className={styles.join}>
          <Text className={styles.alias}>{join.alias}</Text>
          <Text className={styles.store}>{join.storeName}</Text>
          {join.quantity > 1 && <Text className={styles.store}>{`×${join.quantity}`}</Text>}
          <Text className={styles.when}>{ago(join.paidAt, now)}</Text>
        </View>
      ))}
    </Card>
  )
}
