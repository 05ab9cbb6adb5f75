import { View } from '@tarojs/components'
import type { LiveView } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import { liveText, startsInText } from '@/text/live'
import { roomText } from '@/text/liveRoom'
import styles from './Head.module.scss'

/** What a session is, and how long it is until it begins. */
export interface HeadProps {
  readonly view: LiveView
  readonly status: LiveStatus
  readonly onTimeOver: () => void
}

/** The session's title, its time, and who hosts it. */
export function Head({ view, status, onTimeOver }: HeadProps) {
  const { session, room, hostName, coHostName } = view
  const { title, startsAt, endsAt } = session
  const crew = [
    hostName === null ? '' : liveText.host(hostName),
    coHostName === null ? '' : roomText.coHost(coHostName),
  ].filter(Boolean)
  const ends =
    status === 'ended'
      ? roomText.endedAt(room.endedAt ?? endsAt, now())
      : roomText.endsAbout(endsAt, now())
  return (
    <Card>
      <View className={styles.title} id="title">
        {title}
      </View>
      <View className={classes(styles.time, status === 'ended' && styles.over)} id="time">
        {status === 'planned' ? roomText.starts(startsAt, now()) : statusWords[status]}
      </View>
      <View className={styles.note}>
        {status === 'planned' && now() < startsAt ? (
          <Countdown until={startsAt} now={now} onEnd={onTimeOver} format={startsInText} />
        ) : (
          ends
        )}
      </View>
      {crew.length > 0 && (
        <View className={styles.note} id="crew">
          {crew.join(' · ')}
        </View>
      )}
    </Card>
  )
}

const statusWords = { live: liveText.running, ended: roomText.overTitle } as const
