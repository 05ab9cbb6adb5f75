import { View } from '@tarojs/components'
import type { AuditLine } from '@domain/audit/audit'
import { shopTime } from '@domain/time'
import { Card } from '@/components/Card'
import { auditText, changeText, deedText } from '@/text/audit'
import { logText } from '@/text/cockpit'
import styles from './Log.module.scss'

/** As many as one looks back at while a session runs; all of them are in the review. */
const MOST_SHOWN = 20

/** What was done in the session, by whom and when, the newest first. */
export function Log({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <Card title={logText.title} id="log">
      <View>{lines.length === 0 && <View className={styles.none}>{logText.none}</View>}</View>
      {lines.slice(0, MOST_SHOWN).map((line) => (
        <View key={line._id} className={styles.line}>
          <View className={styles.at}>{shopTime(line.at, 'HH:mm:ss')}</View>
          <View className={styles.words}>
            <View>{[deedText(line), changeText(line)].join(' ')}</View>
            <View className={styles.who}>
              {[auditText.who(line), line.reason].filter((one) => one !== '').join(' · ')}
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}
