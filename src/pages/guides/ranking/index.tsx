import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Stale } from '@/components/Stale'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { GuidesStore } from '@/stores/GuidesStore'
import { useStore } from '@/stores/root'
import { GuideMissing } from '@/components/GuideMissing'
import { Board } from './Board'
import { Goals } from './Goals'
import styles from './index.module.scss'

/** 排行与目标: how the guides of the store stand this month, and how far the caller's goals are. */
export default observer(function RankingPage() {
  const guides = useStore(GuidesStore)
  const visible = useVisible()
  const { ranking } = guides
  const retry = () => void guides.loadRanking()
  useEffect(() => {
    if (visible) void guides.loadRanking()
  }, [visible, guides])
  usePullToRefresh(() => guides.loadRanking())
  if (!ranking.value) return <GuideMissing loaded={ranking} shape="points" onRetry={retry} />
  const { rows, goals } = ranking.value
  return (
    <View className={styles.page}>
      <Stale loaded={ranking} onRetry={retry} />
      <View>{goals.length > 0 && <Goals goals={goals} />}</View>
      <Board rows={rows} />
    </View>
  )
})
