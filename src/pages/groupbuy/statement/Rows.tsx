import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { PublicRow } from '@domain/groupbuy/contract'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { money } from '@/text/money'
import { groupbuyText } from '@/text/groupbuy'
import styles from './Rows.module.scss'

/** The rows that were read so far. */
export interface RowsProps {
  readonly rows: readonly PublicRow[]
  readonly ownAlias: string | null
  readonly more: boolean
}

/** Every order, one row each, the caller's own marked. */
export function Rows({ rows, ownAlias, more }: RowsProps) {
  return (
    <Card title={groupbuyText.statementRows}>
      <View className={styles.hint}>{groupbuyText.statementRowsHint}</View>
      {rows.map((row, index) => (
        // Rows are never moved or removed once they are published, so their place is their key.
        <StatementLine key={index} row={row} own={row.alias === ownAlias} />
      ))}
      <View className={styles.end}>
        {more ? groupbuyText.statementLoading : groupbuyText.statementEnd}
      </View>
    </Card>
  )
}

interface StatementLineProps {
  readonly row: PublicRow
  readonly own: boolean
}

const StatementLine = memo(function StatementLine({ row, own }: StatementLineProps) {
  return (
    <View className={`${styles.row} ${own ? styles.own : ''}`} id={own ? 'own-row' : undefined}>
      <View className={styles.line}>
        <View className={styles.who}>
          {own && <Tag tone="leaf">{groupbuyText.statementOwn}</Tag>}
          <Text className={styles.alias}>{row.alias}</Text>
          <Text className={styles.quantity}>{`×${row.quantity}`}</Text>
        </View>
        <View className={row.refundFen > 0 ? styles.refund : styles.none}>
          {row.refundFen > 0
            ? groupbuyText.statementBack(money(row.refundFen))
            : groupbuyText.statementNoRefund}
        </View>
      </View>
      <View className={styles.detail}>
        <Text>{groupbuyText.statementLine(money(row.paidFen), money(row.dueFen))}</Text>
      </View>
      {row.refundNo !== null && <View className={styles.number}>{row.refundNo}</View>}
    </View>
  )
})
