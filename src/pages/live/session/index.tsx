import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { LiveId } from '@domain/ids'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { PosterEntry } from '@/components/PosterEntry'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { addressOf, usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { liveText } from '@/text/live'
import { Head } from './Head'
import { Programme } from './Programme'
import styles from './index.module.scss'

/** A live session: when it is, who hosts it, and what will be shown. */
export default observer(function SessionPage() {
  const { liveId = '' } = usePageValues()
  const { live } = useStores()
  const visible = useVisible()
  const loaded = live.sessions.of(liveId)
  const view = loaded.value
  const load = () => live.sessions.load(liveId)
  const target = { kind: 'live', id: liveId as LiveId } as const

  useEffect(() => {
    if (visible) void live.sessions.load(liveId)
  }, [visible, liveId, live])
  usePullToRefresh(load)
  const sharing = useSharing(
    () => ({
      title: view ? liveText.shareTitle(view.session.title) : liveText.title,
      address: addressOf('live', { liveId }),
      target,
    }),
    { toMoments: true },
  )

  if (!view) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="ladder" />
    )
  }
  return (
    <View className={styles.page}>
      <View>
        {loaded.state === 'failed' && (
          <Stale failure={loaded.failure} onRetry={() => void load()} />
        )}
      </View>
      <Head view={view} onTimeOver={() => void load()} />
      <Card title={liveText.programme}>
        <Programme products={view.products} />
      </Card>
      <PosterEntry target={target} />
      <BottomBar>
        <Button id="share" {...sharing}>
          {liveText.share}
        </Button>
      </BottomBar>
    </View>
  )
})
