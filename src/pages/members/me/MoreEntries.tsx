import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import styles from './MoreEntries.module.scss'

const entries = ['signs', 'mall', 'couponCenter', 'levels'] as const

/** The ways to what comes with being a member. */
export function MoreEntries() {
  return (
    <Card>
      <View className={styles.entries}>
        {entries.map((page) => (
          <View
            key={page}
            className={styles.entry}
            id={`to-${page}`}
            ariaRole="button"
            onClick={() => {
              open(page, {})
            }}
          >
            <View className={classes(styles.icon, styles[page])} />
            <View className={styles.text}>{membersText.more[page]}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
