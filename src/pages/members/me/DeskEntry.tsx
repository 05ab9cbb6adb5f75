import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import styles from './DeskEntry.module.scss'

/** A desk where work is done for the shop. */
export interface DeskEntryProps {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** What waits there. */
  readonly waiting?: string
  readonly onTap: () => void
}

/** The way to a desk, for who works there. */
export function DeskEntry({ id, title, hint, waiting, onTap }: DeskEntryProps) {
  return (
    <Card id={id} onTap={onTap}>
      <View className={styles.entry}>
        <View className={styles.words}>
          <View className={styles.title}>{title}</View>
          <View className={styles.hint}>{hint}</View>
        </View>
        {waiting !== undefined && <View className={styles.waiting}>{waiting}</View>}
        <View className={styles.chevron} />
      </View>
    </Card>
  )
}
