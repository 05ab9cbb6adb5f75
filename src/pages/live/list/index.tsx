import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { LiveBrief } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import { Empty } from '@/components/Empty'
import { LiveCard } from '@/components/LiveCard'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { addressOf, openTab } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { liveText } from '@/text/live'
import styles from './index.module.scss'

/** How often to look whether a session has begun or ended. */
const PACE = { fromSeconds: 15, toSeconds: 90 }

/** The live sessions of the shop: those that run, those to come, and those gone by. */
export default observer(function LivesPage() {
  const { live } = useStores()
  const visible = useVisible()
  const { list } = live
  const sessions = list.value?.sessions

  useCartBadge()
  useEffect(() => {
    if (visible) void live.loadList()
  }, [visible, live])
  usePoll(sessions ? () => live.refreshList() : undefined, PACE)
  usePullToRefresh(() => live.loadList())
  useSharing(() => ({
    title: liveText.title,
    address: addressOf('lives', {}),
    target: { kind: 'home' },
  }))

  const retry = () => void live.loadList()
  if (!sessions) return <Missing loaded={list} shape="list" onRetry={retry} />
  const onTimeOver = () => void live.refreshList()
  return (
    <View className={styles.page}>
      <Stale loaded={list} onRetry={retry} />
      {sessions.length === 0 ? (
        <Empty title={liveText.none} hint={liveText.noneHint} action={lookElsewhere} />
      ) : (
        parts.map(({ status, title }) => (
          <Part
            key={status}
            title={title}
            sessions={sessions.filter(isAt(status))}
            onTimeOver={onTimeOver}
          />
        ))
      )}
    </View>
  )
})

const parts = [
  { status: 'live', title: liveText.running },
  { status: 'planned', title: liveText.coming },
  { status: 'ended', title: liveText.past },
] as const satisfies readonly { readonly status: LiveStatus; readonly title: string }[]

const isAt =
  (wanted: LiveStatus) =>
  ({ status }: LiveBrief): boolean =>
    status === wanted

interface PartProps {
  readonly title: string
  readonly sessions: readonly LiveBrief[]
  readonly onTimeOver: () => void
}

function Part({ title, sessions, onTimeOver }: PartProps) {
  return (
    <View>
      {sessions.length > 0 && <View className={styles.title}>{title}</View>}
      {sessions.map((one) => (
        <LiveCard key={one._id} live={one} onTimeOver={onTimeOver} />
      ))}
    </View>
  )
}

const lookElsewhere = {
  text: liveText.toShelf,
  onTap: () => {
    openTab('shelf')
  },
}
