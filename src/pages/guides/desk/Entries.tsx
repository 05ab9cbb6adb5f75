import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { open } from '@/platform/go'
import { deskText } from '@/text/guides'
import styles from './Entries.module.scss'

const entries = ['material', 'customers', 'trend', 'ranking', 'income', 'payouts'] as const

/** The ways to everything else of a guide. */
export function Entries() {
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
            <View className={styles.text}>{deskText.entries[page]}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
