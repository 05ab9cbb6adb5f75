import { View } from '@tarojs/components'
import type { RankRow } from '@domain/guides/contract'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { rankingText } from '@/text/guides'
import { money } from '@/text/money'
import styles from './Board.module.scss'

/** The guides of the store by what their customers paid this month. */
export function Board({ rows }: { readonly rows: readonly RankRow[] }) {
  const isEmpty = rows.every(({ orders, newMembers }) => orders + newMembers === 0)
  return (
    <Card title={rankingText.title(now())} id="board">
      <View>{isEmpty && <View className={styles.nothing}>{rankingText.none}</View>}</View>
      {rows.map((row, index) => (
        <View
          key={row.guideId}
          className={classes(styles.row, row.isSelf && styles.self)}
          id={`rank-${row.guideId}`}
        >
          <View className={classes(styles.place, index < 3 && !isEmpty && styles.top)}>
            {index + 1}
          </View>
          <View className={styles.words}>
            <View className={styles.head}>
              <View className={styles.name}>{row.name}</View>
              {row.isSelf && <Tag tone="cherry">{rankingText.self}</Tag>}
            </View>
            <View className={styles.note}>{rankingText.counts(row)}</View>
          </View>
          <View className={styles.sum}>{money(row.paidFen)}</View>
        </View>
      ))}
    </Card>
  )
}
