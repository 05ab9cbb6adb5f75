import { View } from '@tarojs/components'
import type { Readiness as Line } from '@domain/live/readiness'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { readinessText, readyText } from '@/text/cockpit'
import styles from './Readiness.module.scss'

/** What has to be ready before the start: each line tells where it stands and what it needs. */
export function Readiness({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Card title={readyText.title} id="readiness">
      {lines.map((line) => {
        const { title, says } = readinessText(line)
        return (
          <View key={line.kind} className={styles.line} id={`ready-${line.kind}`}>
            <View className={styles.words}>
              <View className={styles.title}>{title}</View>
              <View className={styles.says}>{says}</View>
            </View>
            <Tag tone={line.isReady ? 'leaf' : 'amber'}>
              {line.isReady ? readyText.isReady : readyText.isNot}
            </Tag>
          </View>
        )
      })}
    </Card>
  )
}
