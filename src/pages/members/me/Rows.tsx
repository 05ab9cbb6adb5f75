import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import styles from './Rows.module.scss'

const rows = ['wallet', 'profile', 'settings'] as const

/** The ways to what is seldom needed. */
export function Rows() {
  return (
    <Card>
      <View className={styles.rows}>
        {rows.map((page) => (
          <View
            key={page}
            className={styles.row}
            id={`row-${page}`}
            ariaRole="button"
            onClick={() => {
              open(page, {})
            }}
          >
            <View className={styles.name}>{membersText.rows[page]}</View>
            <View className={styles.chevron} />
          </View>
        ))}
      </View>
    </Card>
  )
}
