import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { LiveBrief } from '@domain/live/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { livesText } from '@/text/cockpit'
import { SessionTitle } from '../SessionTitle'
import styles from './index.module.scss'

/** The sessions of the shop, for who runs them: those that run, those to come, those gone by. */
export default observer(function LiveDeskPage() {
  const store = useStore(CockpitStore)
  const visible = useVisible()
  const { sessions } = store
  const retry = () => void store.loadSessions()
  useEffect(() => {
    if (visible) void store.loadSessions()
  }, [visible, store])
  usePullToRefresh(() => store.loadSessions())
  if (!sessions.value) return <Missing loaded={sessions} shape="list" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={sessions} onRetry={retry} />
      <View>
        {sessions.value.length === 0 && <Empty title={livesText.none} hint={livesText.noneHint} />}
      </View>
      {sessions.value.map((session) => (
        <Session key={session._id} session={session} />
      ))}
    </View>
  )
})

/** A session with the ways to its cockpit and, once it has started, to its review. */
function Session({ session }: { readonly session: LiveBrief }) {
  const { _id: liveId, title, status, hostName } = session
  return (
    <Card id={`session-${liveId}`}>
      <SessionTitle title={title} status={status} />
      <View className={styles.note}>{livesText.about(session, now())}</View>
      <View className={styles.note}>{livesText.host(hostName)}</View>
      <View className={styles.ways}>
        <View className={styles.way}>
          <Button
            kind="plain"
            id={`cockpit-${liveId}`}
            onTap={() => {
              open('cockpit', { liveId })
            }}
          >
            {livesText.toCockpit}
          </Button>
        </View>
        {status !== 'planned' && (
          <View className={styles.way}>
            <Button
              kind="plain"
              id={`review-${liveId}`}
              onTap={() => {
                open('review', { liveId })
              }}
            >
              {livesText.toReview}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
