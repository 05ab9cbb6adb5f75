import { View } from '@tarojs/components'
import type { CommissionEntry } from '@domain/commission/entry'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { change, creditText, entryText, payableText } from '@/text/commission'
import { when } from '@/text/when'
import styles from './Entries.module.scss'

/** The ledger of one order, line by line: what was reckoned, by which rate, and what came of it. */
export function Entries({ entries }: { readonly entries: readonly CommissionEntry[] }) {
  return (
    <Card title={creditText.entries} id="entries">
      {entries.map((entry) => (
        <Entry key={entry._id} entry={entry} />
      ))}
    </Card>
  )
}

function Entry({ entry }: { readonly entry: CommissionEntry }) {
  const { amountFen, at, payableAt } = entry
  const { title, why } = entryText(entry)
  return (
    <View className={styles.entry}>
      <View className={styles.head}>
        <View className={styles.title}>{title}</View>
        <View className={classes(styles.sum, amountFen > 0 && styles.plus)}>
          {change(amountFen)}
        </View>
      </View>
      <View className={styles.why}>{why}</View>
      <View
        className={styles.why}
      >{`${when(at, now())} 记账，${payableText(payableAt, now())}`}</View>
    </View>
  )
}
