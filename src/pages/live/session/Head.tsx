import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import type { LiveView } from '@/stores/LiveStore'
import { liveText } from '@/text/live'
import styles from './Head.module.scss'

/** What a session is, and how long it is until it begins. */
export interface HeadProps {
  readonly view: LiveView
  readonly onTimeOver: () => void
}

/** The session's title, its time, and who hosts it. */
export function Head({ view: { session, hostName }, onTimeOver }: HeadProps) {
  const { title, startsAt, endsAt } = session
  const isAhead = now() < startsAt
  const isRunning = !isAhead && now() < endsAt
  return (
    <Card>
      <View className={styles.title} id="title">
        {title}
      </View>
      <View className={styles.time} id="time">
        {isAhead ? liveText.starts(startsAt, now()) : isRunning ? liveText.running : liveText.over}
      </View>
      {isAhead && <Countdown until={startsAt} now={now} onEnd={onTimeOver} />}
      {isRunning && <View className={styles.note}>{liveText.runningHint(endsAt, now())}</View>}
      {hostName !== null && <View className={styles.note}>{liveText.host(hostName)}</View>}
    </Card>
  )
}
