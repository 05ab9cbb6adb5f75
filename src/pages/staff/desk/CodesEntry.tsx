import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { staffText } from '@/text/staff'
import styles from './QueueEntries.module.scss'

/** The way to the codes that stores hang up at their counters. */
export function CodesEntry() {
  return (
    <Card>
      <View
        id="store-codes"
        className={styles.entry}
        ariaRole="button"
        onClick={() => {
          open('storeCodes', {})
        }}
      >
        <View className={styles.words}>
          <View className={styles.title}>{staffText.codes}</View>
          <View className={styles.hint}>{staffText.codesHint}</View>
        </View>
        <View className={styles.chevron} />
      </View>
    </Card>
  )
}
