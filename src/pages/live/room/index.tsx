import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { explainedGoods } from '@domain/live/outlook'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { Stale } from '@/components/Stale'
import { open, usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { useStores } from '@/stores/root'
import { roomText } from '@/text/liveRoom'
import { HowToWatch } from '../HowToWatch'
import { SessionBar } from '../SessionBar'
import { useSession } from '../useSession'
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
  const session = useSession(liveId, 'room')
  const { loaded, view, status, target, onTimeOver, onRetry } = session
  const { clicked, exposed } = useTracking(liveId)
  const { onLook, onBuy } = useWays(liveId, clicked)

  const isAwaited = status !== 'ended' || view?.lotteries.some(({ status: at }) => at !== 'drawn')
  usePoll(view && isAwaited ? () => live.refresh(liveId) : undefined, PACE[status ?? 'planned'])
  useExplainedExposure(view, exposed)

  if (!view || !status) return <Missing loaded={loaded} shape="ladder" onRetry={onRetry} />
  const explained = explainedGoods(view)
  const toSession = {
    text: roomText.programme,
    onTap: () => {
      open('live', { liveId })
    },
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={onRetry} />
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
        {...{ ...session, view, status }}
        other={status === 'ended' ? undefined : toSession}
      />
      <HowToWatch {...session} />
    </View>
  )
})
