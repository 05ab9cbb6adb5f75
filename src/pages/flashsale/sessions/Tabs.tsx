import { ScrollView, View } from '@tarojs/components'
import { spokenTab } from '@/platform/spoken'
import type { FlashSession } from '@domain/flashsale/contract'
import { sessionPhase } from '@domain/flashsale/outlook'
import type { Instant } from '@domain/time'
import { classes } from '@/components/classes'
import { keyOf } from '@/stores/FlashsaleStore'
import { sessionPhaseText, sessionTime } from '@/text/flashsale'
import styles from './Tabs.module.scss'

/** The sessions by their time, and which of them is looked at. */
export interface TabsProps {
  readonly sessions: readonly FlashSession[]
  readonly shown: FlashSession
  readonly now: Instant
  readonly onShow: (key: string) => void
}

/** A tab’s id, by which it is scrolled into sight. */
const tabOf = (key: string): string => `session-${key}`

/** One tab a session: when it is, and where it stands. */
export function Tabs({ sessions, shown, now, onShow }: TabsProps) {
  return (
    <View className={styles.bar}>
      <ScrollView scrollX enableFlex showScrollbar={false} scrollIntoView={tabOf(keyOf(shown))}>
        <View className={styles.row}>
          {sessions.map((session) => {
            const key = keyOf(session)
            return (
              <View
                key={key}
                id={tabOf(key)}
                className={classes(styles.tab, session === shown && styles.shown)}
                ariaRole="tab"
                {...spokenTab(session === shown)}
                onClick={() => {
                  onShow(key)
                }}
              >
                <View className={styles.time}>{sessionTime(session.startsAt, now)}</View>
                <View className={styles.phase}>{sessionPhaseText[sessionPhase(session, now)]}</View>
              </View>
            )
          })}
        </View>
      </ScrollView>
    </View>
  )
}
