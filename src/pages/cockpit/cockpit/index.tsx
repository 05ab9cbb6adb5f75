import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useWidePage } from '@/platform/wide'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { Board } from './Board'
import styles from './index.module.scss'

/** Orders come in while one talks; a session that is yet to come moves slowly. */
const livePace = { fromSeconds: 3, toSeconds: 6 }
const quietPace = { fromSeconds: 10, toSeconds: 30 }

/** 中控台: where a session is run, on a phone or a tablet. */
export default observer(function CockpitPage() {
  const { liveId = '' } = usePageValues()
  const { cockpits } = useStore(CockpitStore)
  const visible = useVisible()
  const loaded = cockpits.of(liveId)
  const retry = () => void cockpits.load(liveId)
  const isLive = loaded.value?.room.status === 'live'
  useWidePage()
  useEffect(() => {
    if (visible) void cockpits.load(liveId)
  }, [visible, liveId, cockpits])
  usePoll(loaded.value ? () => cockpits.refresh(liveId) : undefined, isLive ? livePace : quietPace)
  usePullToRefresh(() => cockpits.load(liveId))
  if (!loaded.value) return <Missing loaded={loaded} shape="guide" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Board cockpit={loaded.value} />
    </View>
  )
})
