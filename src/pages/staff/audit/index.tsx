import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { AuditLine } from '@domain/audit/audit'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { AuditStore } from '@/stores/AuditStore'
import { useStore } from '@/stores/root'
import { auditText, changeText, deedText } from '@/text/audit'
import styles from './index.module.scss'

/** 操作记录: what everybody who works here changed, when, and why. */
export default observer(function AuditPage() {
  const { lines } = useStore(AuditStore)
  const visible = useVisible()
  const list = lines.of('all')
  const retry = () => void lines.load('all')
  useEffect(() => {
    if (visible) void lines.load('all')
  }, [visible, lines])
  usePullToRefresh(() => lines.load('all'))
  useEndOfPage(() => void lines.readMore('all'))
  if (!list.value) return <Missing loaded={list} shape="list" onRetry={retry} />
  const { rows, hasMore } = list.value
  if (rows.length === 0) return <Empty title={auditText.none} hint={auditText.noneHint} />
  return (
    <View className={styles.page}>
      <Stale loaded={list} onRetry={retry} />
      <Card id="lines">
        {rows.map((line) => (
          <Line key={line._id} line={line} />
        ))}
      </Card>
      <View className={styles.end}>{hasMore ? auditText.loading : auditText.end}</View>
    </View>
  )
})

/** What somebody did. */
function Line({ line }: { readonly line: AuditLine }) {
  const change = changeText(line)
  return (
    <View className={styles.line}>
      <View className={styles.head}>
        <View className={styles.deed}>{deedText(line)}</View>
        <View className={styles.at}>{auditText.at(line.at, now())}</View>
      </View>
      <View>{change !== '' && <View className={styles.fact}>{change}</View>}</View>
      <View>
        {line.reason !== '' && <View className={styles.note}>{auditText.reason(line.reason)}</View>}
      </View>
      <View className={styles.note}>
        {[auditText.who(line), auditText.subject(line.subject)].join(' · ')}
      </View>
    </View>
  )
}
