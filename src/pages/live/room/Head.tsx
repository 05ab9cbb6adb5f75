import { View } from '@tarojs/components'
import type { LiveView } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import { Countdown } from '@/components/Countdown'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { liveText, startsInText } from '@/text/live'
import { roomText, statusLabel } from '@/text/liveRoom'
import styles from './Head.module.scss'

/** Whose room it is, and where its session stands. */
export interface HeadProps {
  readonly view: LiveView
  readonly status: LiveStatus
  readonly onTimeOver: () => void
}

const tones = { planned: 'amber', live: 'cherry', ended: 'plain' } as const

/** The head of a room, in two lines: the stream itself is elsewhere, and needs the eyes. */
export function Head({ view, status, onTimeOver }: HeadProps) {
  const { session, room, hostName } = view
  return (
    <View className={styles.head}>
      <View className={styles.line}>
        <Tag tone={tones[status]}>{statusLabel[status]}</Tag>
        <View className={styles.title} id="title">
          {session.title}
        </View>
      </View>
      <View className={styles.facts}>
        <View>{hostName === null ? '' : liveText.host(hostName)}</View>
        <View id="time">
          {status === 'planned' ? (
            <Countdown
              until={session.startsAt}
              now={now}
              onEnd={onTimeOver}
              format={startsInText}
            />
          ) : status === 'live' ? (
            roomText.endsAbout(session.endsAt, now())
          ) : (
            roomText.endedAt(room.endedAt ?? session.endsAt, now())
          )}
        </View>
      </View>
    </View>
  )
}
