import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { after, type Instant } from '@domain/time'
import { EARLY_START } from '@domain/live/room'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { confirm } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { cockpitQuestions, cockpitText } from '@/text/cockpit'
import { SessionTitle } from '../SessionTitle'
import { Ticking } from '../Ticking'
import { useReached } from '../useReached'
import type { BoardProps } from './Board'
import styles from './Head.module.scss'
import { useAct } from './useAct'

const roles = ['host', 'coHost', 'technician'] as const

/** Where the session stands, what it has sold so far, who runs it; starting and ending it. */
export function Head({ cockpit }: BoardProps) {
  const { session, room, crew, paid } = cockpit
  return (
    <Card id="head">
      <SessionTitle title={session.title} status={room.status} large />
      <View className={styles.time} id="time">
        <Time cockpit={cockpit} />
      </View>
      <View className={styles.sums}>
        <View className={styles.sum}>
          <View className={styles.note}>{cockpitText.paid}</View>
          <View id="paid">
            <Price fen={paid.fen} size="hero" />
          </View>
        </View>
        <View className={styles.sum}>
          <View className={styles.note}>{cockpitText.orders}</View>
          <View className={styles.count} id="paid-orders">
            {paid.orders}
          </View>
        </View>
      </View>
      <View className={styles.crew} id="crew">
        {roles.map((role) => (
          <View key={role} className={styles.person}>
            {`${cockpitText.crew[role]} ${crew[role] ?? cockpitText.nobody}`}
          </View>
        ))}
      </View>
      <Ways cockpit={cockpit} />
    </Card>
  )
}

/** How long it is until the start, how long it runs, or how long it ran. */
function Time({ cockpit: { session, room } }: BoardProps) {
  const { startsAt } = session
  const { startedAt, endedAt } = room
  const say = (at: Instant) =>
    startedAt === null ? cockpitText.startsIn(startsAt - at) : cockpitText.running(at - startedAt)
  if (startedAt !== null && endedAt !== null) {
    return <View>{cockpitText.ran(startedAt, endedAt)}</View>
  }
  return (
    <View className={styles.row}>
      <Ticking say={say} />
      <View>{startedAt === null ? cockpitText.startsAt(startsAt, now()) : ''}</View>
    </View>
  )
}

/** Starting, ending, and the way to the review. */
const Ways = observer(function Ways({ cockpit }: BoardProps) {
  const store = useStore(CockpitStore)
  const { session, room, readiness } = cockpit
  const act = useAct(session._id)
  const from = after(session.startsAt, -1 * EARLY_START)
  const mayStart = useReached(from)
  const start = async () => {
    const waiting = readiness.filter(({ isReady }) => !isReady).length
    if (await confirm(cockpitQuestions.start(waiting))) await act('start', {}, cockpitText.started)
  }
  const end = async () => {
    if (await confirm(cockpitQuestions.end)) await act('end', {}, cockpitText.ended)
  }
  return (
    <View className={styles.ways}>
      {room.status === 'planned' && (
        <View className={styles.way}>
          <Button
            id="start"
            disabled={!mayStart}
            busy={store.isUnderWay('start')}
            onTap={() => void start()}
          >
            {cockpitText.start}
          </Button>
          <View className={styles.reason}>{mayStart ? '' : cockpitText.early(from, now())}</View>
        </View>
      )}
      {room.status === 'live' && (
        <View className={styles.way}>
          <Button kind="plain" id="end" busy={store.isUnderWay('end')} onTap={() => void end()}>
            {cockpitText.end}
          </Button>
        </View>
      )}
      {room.status !== 'planned' && (
        <View className={styles.way}>
          <Button
            kind={room.status === 'ended' ? 'primary' : 'plain'}
            id="review"
            onTap={() => {
              open('review', { liveId: session._id })
            }}
          >
            {cockpitText.review}
          </Button>
        </View>
      )}
    </View>
  )
})
