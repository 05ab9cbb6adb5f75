import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { openTab } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import { levelsText } from '@/text/levels'
import { History } from './History'
import { LevelCard } from './LevelCard'
import { OwnGrowth } from './OwnGrowth'
import styles from './index.module.scss'

/** What each level brings, where the caller stands, and how that came about. */
export default observer(function LevelsPage() {
  const { members } = useStores()
  const loaded = members.levels
  useEffect(() => {
    void members.loadLevels()
  }, [members])
  usePullToRefresh(() => members.loadLevels())
  const retry = () => void members.loadLevels()
  if (!loaded.value) return <Missing loaded={loaded} shape="levels" onRetry={retry} />
  const { growth, levels, history } = loaded.value
  if (!growth) {
    return <Empty title={levelsText.none} hint={levelsText.noneHint} action={goShopping} />
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <OwnGrowth growth={growth} />
      {levels.map((benefits) => (
        <LevelCard
          key={benefits.level.id}
          benefits={benefits}
          span={growth.span}
          isOwn={benefits.level.id === growth.level?.id}
        />
      ))}
      <History changes={history} levels={levels.map(({ level }) => level)} span={growth.span} />
    </View>
  )
})

const goShopping = {
  text: levelsText.look,
  onTap: () => {
    openTab('home')
  },
}
