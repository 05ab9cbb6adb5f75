import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useCallback, useEffect, useReducer } from 'react'
import type { LiveId } from '@domain/ids'
import { explainedGoods, liveStatusOf } from '@domain/live/outlook'
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
import { Announcements } from './Announcements'
import { Coupons } from './Coupons'
import { Ended } from './Ended'
import { Explained } from './Explained'
import { Goods } from './Goods'
import { Head } from './Head'
import { Lotteries } from './Lotteries'
import { useExplainedExposure, useTracking } from './useTracking'
import { useWays } from './useWays'
import styles from './index.module.scss'

/** How often to ask what is new: soon while things move, seldom while they do not. */
const PACE = {
  planned: { fromSeconds: 10, toSeconds: 60 },
  live: { fromSeconds: 3, toSeconds: 12 },
  ended: { fromSeconds: 60, toSeconds: 60 },
} as const

/** 直播间: what goes on beside the stream, and everything that is sold in it. */
export default observer(function RoomPage() {
  const { liveId = '' } = usePageValues()
  const { live } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = live.sessions.of(liveId)
  const view = loaded.value
  const { isStreaming, watch, isTold, dismiss } = useChannels(view?.channels)
  const status = view && liveStatusOf(view, isStreaming, now())
  const { clicked, exposed } = useTracking(liveId)
  const { onLook, onBuy } = useWays(liveId, clicked)
  const load = () => live.sessions.load(liveId)
  const target = { kind: 'live', id: liveId as LiveId } as const

  useEffect(() => {
    if (visible) void live.sessions.load(liveId)
  }, [visible, liveId, live])
  const isAwaited = status !== 'ended' || view?.lotteries.some(({ status: at }) => at !== 'drawn')
  usePoll(view && isAwaited ? () => live.refresh(liveId) : undefined, PACE[status ?? 'planned'])
  usePullToRefresh(load)
  useVisit({ page: 'room', subject: liveId, liveId })
  useExplainedExposure(view, exposed)
  const sharing = useSharing(
    () => ({
      title: view ? roomText.shareTitle(view.session.title) : liveText.title,
      address: addressOf('room', { liveId }),
      target,
    }),
    { toMoments: true },
  )
  const onTimeOver = useCallback(() => {
    lookAtTheClock()
    void live.refresh(liveId)
  }, [live, liveId])

  if (!view || !status) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="ladder" />
    )
  }
  const explained = explainedGoods(view)
  const toSession = {
    text: roomText.programme,
    onTap: () => {
      open('live', { liveId })
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
      <Head view={view} status={status} onTimeOver={onTimeOver} />
      <Announcements told={view.room.announcements} />
      <View>
        {status === 'live' && (
          <Explained
            {...{ goods: explained, status, onLook, onBuy }}
            moves={explained ? live.movesOf(explained.dealId) : 0}
          />
        )}
        {status === 'ended' && <Ended />}
      </View>
      <View>
        <Lotteries lotteries={view.lotteries} onTimeOver={onTimeOver} />
      </View>
      <View className={styles.coupons}>
        <Coupons view={view} />
      </View>
      <Goods {...{ view, status, onLook, onBuy, exposed }} />
      <PosterEntry target={target} />
      <SessionBar
        {...{ view, status, sharing, watch }}
        other={status === 'ended' ? undefined : toSession}
      />
      {!channelsLive.canOpen && <HowToWatch isTold={isTold} dismiss={dismiss} />}
    </View>
  )
})
