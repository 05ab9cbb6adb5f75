import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import type { LiveId } from '@domain/ids'
import { liveStatusOf } from '@domain/live/outlook'
import { Card } from '@/components/Card'
import { PosterEntry } from '@/components/PosterEntry'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { channelsLive } from '@/platform/channels'
import { now } from '@/platform/clock'
import { addressOf, open, usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { useVisit } from '@/stores/tracking'
import { liveText } from '@/text/live'
import { roomText } from '@/text/liveRoom'
import { HowToWatch } from '../HowToWatch'
import { SessionBar } from '../SessionBar'
import { useChannels } from '../useChannels'
import { Head } from './Head'
import { Invitation } from './Invitation'
import { Programme } from './Programme'
import styles from './index.module.scss'

/** How often to look whether it has begun or ended. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** A live session: when it is, who hosts it, what will be shown; reserving it, and going in. */
export default observer(function SessionPage() {
  const { liveId = '', link } = usePageValues()
  const { live, attribution } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = live.sessions.of(liveId)
  const view = loaded.value
  const { isStreaming, watch, isTold, dismiss } = useChannels(view?.channels)
  const status = view && liveStatusOf(view, isStreaming, now())
  const load = () => live.sessions.load(liveId)
  const target = { kind: 'live', id: liveId as LiveId } as const

  useEffect(() => {
    if (visible) void live.sessions.load(liveId)
  }, [visible, liveId, live])
  usePoll(view && status !== 'ended' ? () => live.refresh(liveId) : undefined, PACE)
  usePullToRefresh(load)
  useVisit({ page: 'session', subject: liveId, liveId })
  const sharing = useSharing(
    () => ({
      title: view ? roomText.shareTitle(view.session.title) : liveText.title,
      address: addressOf('live', { liveId }),
      target,
    }),
    { toMoments: true },
  )
  // Who has invited is known once the cloud was told of the link: behind useSharing, which tells
  // it.
  useEffect(() => {
    if (link === undefined) return
    void attribution.tellOpenings().then(() => live.sessions.refresh(liveId))
  }, [link, liveId, attribution, live])

  if (!view || !status) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="ladder" />
    )
  }
  const onTimeOver = () => {
    lookAtTheClock()
    void live.refresh(liveId)
  }
  const toRoom = {
    text: status === 'live' ? roomText.buyAlong : roomText.toRoom,
    onTap: () => {
      open('room', { liveId })
    },
  }
  return (
    <View className={styles.page}>
      {/* What comes and goes has a place of its own, or the whole page would be sent again. */}
      <View>
        {loaded.state === 'failed' && (
          <Stale failure={loaded.failure} onRetry={() => void load()} />
        )}
      </View>
      <View>{view.invitedBy && <Invitation by={view.invitedBy} />}</View>
      <Head view={view} status={status} onTimeOver={onTimeOver} />
      <Card title={roomText.programme}>
        <Programme view={view} />
      </Card>
      <PosterEntry target={target} />
      <SessionBar
        {...{ view, status, sharing, watch }}
        other={status === 'planned' ? undefined : toRoom}
      />
      {!channelsLive.canOpen && <HowToWatch isTold={isTold} dismiss={dismiss} />}
    </View>
  )
})
