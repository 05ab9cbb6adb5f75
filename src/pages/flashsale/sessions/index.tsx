import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { hasFailed } from '@domain/failure'
import { sessionAfter, sessionPhase } from '@domain/flashsale/outlook'
import { classes } from '@/components/classes'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { addressOf, openTab, usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { keyOf, type Reminded } from '@/stores/FlashsaleStore'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { explain } from '@/text/failures'
import { flashsaleText, remindedText } from '@/text/flashsale'
import { SessionPane } from './SessionPane'
import { Tabs } from './Tabs'
import { isOpenToCaller, useShown } from './useShown'
import styles from './index.module.scss'

/** How often to look what is left: soon while things go, seldom while they do not. */
const PACE = { fromSeconds: 4, toSeconds: 20 }

/** Flash sales: the sessions that run and come, and what is sold in each. */
export default observer(function SessionsPage() {
  const named = usePageValues()
  const { flashsale } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = flashsale.sessions
  const sessions = loaded.value?.sessions.filter(({ endsAt }) => now() < endsAt) ?? []
  const { session, wasLookedAt, show } = useShown(sessions, named)
  const phase = session && sessionPhase(session, now())
  const isRunning = phase === 'running' || phase === 'soldOut'

  useEffect(() => {
    if (visible) void flashsale.load()
  }, [visible, flashsale])
  usePoll(isRunning ? () => flashsale.refresh() : undefined, PACE)
  usePullToRefresh(() => flashsale.load())
  useSharing(
    () => ({
      title: flashsaleText.shareTitle(session?.name ?? flashsaleText.title),
      address: addressOf('sessions', session ? { saleId: session.saleId } : {}),
      target: { kind: 'home' },
    }),
    { toMoments: true },
  )

  const retry = () => void flashsale.load()
  if (!loaded.value) return <Missing loaded={loaded} shape="list" onRetry={retry} />
  const { reminderTemplateId } = loaded.value
  const onTimeOver = () => {
    lookAtTheClock()
    void flashsale.refresh()
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      {session && phase ? (
        <View>
          <Tabs sessions={sessions} shown={session} now={now()} onShow={show} />
          {sessions.map((one) => (
            <View key={keyOf(one)} className={classes(one !== session && styles.away)}>
              {wasLookedAt(one) && (
                <SessionPane
                  session={one}
                  isShown={one === session}
                  nextAt={sessionAfter(one, sessions.filter(isOpenToCaller), now())?.startsAt}
                  onRemind={
                    reminderTemplateId === null
                      ? undefined
                      : () => void flashsale.remind(one, reminderTemplateId).then(tell)
                  }
                  isReminding={flashsale.isReminding(one)}
                  onTimeOver={onTimeOver}
                />
              )}
            </View>
          ))}
        </View>
      ) : (
        <Empty title={flashsaleText.none} hint={flashsaleText.noneHint} action={lookElsewhere} />
      )}
    </View>
  )
})

/** Says what came of the wish to be reminded. */
function tell(reminded: Reminded): void {
  toast(hasFailed(reminded) ? explain(reminded) : remindedText[reminded.consent])
}

const lookElsewhere = { text: flashsaleText.look, onTap: () => openTab('shelf') }
