import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { Announcement } from '@domain/live/room'
import { SECOND, shopTime } from '@domain/time'
import { classes } from '@/components/classes'
import { useSeats } from '@/components/useSeats'
import { roomText } from '@/text/liveRoom'
import styles from './Announcements.module.scss'

/** So many of what was told last. */
const NEWEST = 3

/** What the shop told the room, the newest first. */
export function Announcements({ told }: { readonly told: readonly Announcement[] }) {
  const newest = useMemo(() => told.slice(0, NEWEST), [told])
  const rows = useSeats(newest, nameOf)
  return (
    <View className={classes(styles.told, told.length === 0 && styles.away)} id="announcements">
      <View className={styles.title}>{roomText.announcements}</View>
      {rows.map((one, row) => (
        <View key={row} className={styles.one} style={{ order: newestFirst(one) }}>
          <Text className={styles.at}>{shopTime(one.at, 'HH:mm')}</Text>
          <Text className={styles.words}>{one.words}</Text>
        </View>
      ))}
    </View>
  )
}

const nameOf = ({ words, at }: Announcement): string => `${at} ${words}`

/** The place in the column, by seconds: milliseconds are more than a style can count. */
const newestFirst = ({ at }: Announcement): string => String(-Math.floor(at / SECOND))
