import { Text, View } from '@tarojs/components'
import type { RecentJoin } from '@domain/groupbuy/contract'
import { SECOND, type Instant } from '@domain/time'
import { Card } from '@/components/Card'
import { useSeats } from '@/components/useSeats'
import { groupbuyText } from '@/text/groupbuy'
import { when } from '@/text/when'
import styles from './RecentJoins.module.scss'

/** Who joined just now: real neighbours, named so that only they know it is them. */
export interface RecentJoinsProps {
  readonly recent: readonly RecentJoin[]
  readonly now: Instant
}

/** The newest joins, each with its store and when it was. */
export function RecentJoins({ recent, now }: RecentJoinsProps) {
  const rows = useSeats(recent, nameOf)
  return (
    <Card title={groupbuyText.recentTitle}>
      {recent.length === 0 && <View className={styles.none}>{groupbuyText.recentNone}</View>}
      <View className={styles.joins}>
        {rows.map((join, row) => (
          <View key={row} className={styles.join} style={{ order: newestFirst(join) }}>
            <Text className={styles.alias}>{join.alias}</Text>
            <Text className={styles.store}>{storeAndCount(join)}</Text>
            <Text className={styles.when}>{when(join.paidAt, now)}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

const nameOf = (join: RecentJoin): string => `${join.alias} ${join.paidAt}`

/** The place in the column, by seconds: milliseconds are more than a style can count. */
const newestFirst = ({ paidAt }: RecentJoin): string => String(-Math.floor(paidAt / SECOND))

const storeAndCount = ({ storeName, quantity }: RecentJoin): string =>
  quantity > 1 ? `${storeName} ×${quantity}` : storeName
