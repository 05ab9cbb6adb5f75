import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { auditText } from '@/text/audit'
import { staffText } from '@/text/staff'
import { guideEntries } from '@/text/staffGuides'
import styles from './QueueEntries.module.scss'

const entries = [
  { id: 'to-live-desk', page: 'liveDesk', title: staffText.liveDesk, hint: staffText.liveDeskHint },
  { id: 'store-codes', page: 'storeCodes', title: staffText.codes, hint: staffText.codesHint },
  { id: 'to-guides', page: 'guides', ...guideEntries.guides },
  { id: 'to-payees', page: 'payees', ...guideEntries.payees },
  { id: 'to-replay', page: 'replay', ...guideEntries.replay },
  { id: 'to-audit', page: 'audit', title: auditText.title, hint: auditText.entryHint },
] as const

/** The ways to what is seldom needed: lives, codes of stores, all about guides. */
export function MoreEntries() {
  return (
    <Card>
      {entries.map(({ id, page, title, hint }) => (
        <View
          key={id}
          id={id}
          className={styles.entry}
          ariaRole="button"
          onClick={() => {
            open(page, {})
          }}
        >
          <View className={styles.words}>
            <View className={styles.title}>{title}</View>
            <View className={styles.hint}>{hint}</View>
          </View>
          <View className={styles.chevron} />
        </View>
      ))}
    </Card>
  )
}
