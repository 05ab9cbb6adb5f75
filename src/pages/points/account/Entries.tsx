import { View } from '@tarojs/components'
import type { EntryView } from '@domain/points/contract'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { entryText, pointsText, signedPoints } from '@/text/points'
import { when } from '@/text/when'
import styles from './Entries.module.scss'

/** The history as far as it was read. */
export interface EntriesProps {
  /** Newest first. */
  readonly entries: readonly EntryView[]
  readonly more: boolean
}

/** Every change of the points, with a sentence that explains it. */
export function Entries({ entries, more }: EntriesProps) {
  if (entries.length === 0) {
    return (
      <Card title={pointsText.history} id="history">
        <View className={styles.nothing}>{pointsText.nothing}</View>
        <View className={styles.why}>{pointsText.nothingHint}</View>
      </Card>
    )
  }
  return (
    <View>
      <Card title={pointsText.history} id="history">
        {entries.map((entry) => (
          <Entry key={entry.no} entry={entry} />
        ))}
      </Card>
      <View className={styles.end}>{more ? pointsText.loading : pointsText.end}</View>
    </View>
  )
}

/** One entry; that of an order leads to it. */
function Entry({ entry }: { readonly entry: EntryView }) {
  const { no, points, balance, at, orderId } = entry
  const { title, why } = entryText(entry)
  const seeOrder = () => {
    if (orderId !== null) open('order', { orderId })
  }
  return (
    <View className={styles.entry} id={`entry-${no}`} onClick={seeOrder}>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.why}>{why}</View>
        <View className={styles.why}>{when(at, now())}</View>
      </View>
      <View className={styles.sums}>
        <View className={classes(styles.points, points > 0 && styles.plus)}>
          {signedPoints(points)}
        </View>
        <View className={styles.why}>{pointsText.left(balance)}</View>
      </View>
    </View>
  )
}
