import { View } from '@tarojs/components'
import type { Level, LevelWindow } from '@domain/members/level'
import type { LevelChange } from '@domain/members/member'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { levelChangeText, levelsText } from '@/text/levels'
import { when } from '@/text/when'
import styles from './History.module.scss'

/** Changes of level, and what their words depend on. */
export interface HistoryProps {
  /** Newest first. */
  readonly changes: readonly LevelChange[]
  readonly levels: readonly Level[]
  readonly span: LevelWindow
}

/** Every step up or down with the figures that explain it. */
export function History({ changes, levels, span }: HistoryProps) {
  return (
    <Card title={levelsText.history} id="history">
      {changes.length === 0 && <View className={styles.why}>{levelsText.noHistory}</View>}
      {changes.map((change) => {
        const { title, why } = levelChangeText(change, { levels, span })
        return (
          <View key={`${change.at} ${change.to}`} className={styles.change}>
            <View className={styles.head}>
              <View className={styles.title}>{title}</View>
              <View className={styles.at}>{when(change.at, now())}</View>
            </View>
            <View className={styles.why}>{why}</View>
          </View>
        )
      })}
    </Card>
  )
}
