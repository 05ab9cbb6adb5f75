import { View } from '@tarojs/components'
import type { LiveStatus } from '@domain/live/room'
import { classes } from '@/components/classes'
import { Tag, type Tone } from '@/components/Tag'
import { liveStatusText } from '@/text/cockpit'
import styles from './SessionTitle.module.scss'

const statusTone: Readonly<Record<LiveStatus, Tone>> = {
  planned: 'amber',
  live: 'cherry',
  ended: 'plain',
}

/** A session by its title. */
export interface SessionTitleProps {
  readonly title: string
  readonly status: LiveStatus
  /** Whether the page is about this session alone. */
  readonly large?: boolean
}

/** The title of a session with where it stands. */
export function SessionTitle({ title, status, large = false }: SessionTitleProps) {
  return (
    <View className={styles.row}>
      <View className={classes(styles.title, large && styles.large)}>{title}</View>
      <Tag tone={statusTone[status]}>{liveStatusText[status]}</Tag>
    </View>
  )
}
