import { View } from '@tarojs/components'
import type { LiveBrief } from '@domain/live/contract'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { liveText, liveTimeText, startsInText } from '@/text/live'
import { classes } from './classes'
import { Countdown } from './Countdown'
import styles from './LiveCard.module.scss'
import { Picture } from './Picture'
import { Pill } from './Pill'

/** A session among others. */
export interface LiveCardProps {
  readonly live: LiveBrief
  readonly onTimeOver: () => void
  readonly onOpen?: () => void
}

/** A live session in short: whether it runs, comes or is over; a tap leads to where it is. */
export function LiveCard({ live, onTimeOver, onOpen }: LiveCardProps) {
  const { _id: liveId, title, status, startsAt, hostName, picture, products } = live
  const facts = [hostName === null ? '' : liveText.host(hostName), liveText.goods(products)]
  return (
    <View
      className={styles.live}
      id={`live-${liveId}`}
      onClick={() => {
        onOpen?.()
        open(status === 'planned' ? 'live' : 'room', { liveId })
      }}
    >
      <Picture file={picture} tint={liveId} size="medium" />
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={classes(styles.time, status === 'ended' && styles.over)}>
          {status === 'planned' && now() < startsAt ? (
            <Countdown until={startsAt} now={now} onEnd={onTimeOver} format={startsInText} />
          ) : (
            liveTimeText(live, now())
          )}
        </View>
        <View className={styles.facts}>{facts.filter(Boolean).join(' · ')}</View>
      </View>
      <Pill words={liveText.ways[status]} bright={status === 'live'} />
    </View>
  )
}
