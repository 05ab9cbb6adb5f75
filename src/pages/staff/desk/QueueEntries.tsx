import { View } from '@tarojs/components'
import type { Queue } from '@domain/fulfilment/contract'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { open } from '@/platform/go'
import { queueNames, queueText } from '@/text/staff'
import styles from './QueueEntries.module.scss'

/** What waits in each queue, with the way to it. */
export function QueueEntries({ counts }: { readonly counts: Readonly<Record<Queue, number>> }) {
  return (
    <Card>
      {queueNames.map((queue) => (
        <View
          key={queue}
          id={`queue-${queue}`}
          className={styles.entry}
          ariaRole="button"
          onClick={() => {
            open('queue', { queue })
          }}
        >
          <View className={styles.words}>
            <View className={styles.title}>{queueText[queue].title}</View>
            <View className={styles.hint}>{queueText[queue].hint}</View>
          </View>
          <View className={classes(styles.count, counts[queue] > 0 && styles.some)}>
            {counts[queue]}
          </View>
          <View className={styles.chevron} />
        </View>
      ))}
    </Card>
  )
}
