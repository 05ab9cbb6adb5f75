import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useWidePage } from '@/platform/wide'
import { ReviewStore } from '@/stores/ReviewStore'
import { useStore } from '@/stores/root'
import { Brought } from './Brought'
import { Funnel } from './Funnel'
import { Given } from './Given'
import { Head } from './Head'
import { Minutes } from './Minutes'
import { Notes } from './Notes'
import { Products } from './Products'
import { Sums } from './Sums'
import styles from './index.module.scss'

/** 复盘: what a session came to, beside the one before it, and what to do better. */
export default observer(function ReviewPage() {
  const { liveId = '' } = usePageValues()
  const { reviews } = useStore(ReviewStore)
  const visible = useVisible()
  const loaded = reviews.of(liveId)
  const retry = () => void reviews.load(liveId)
  useWidePage()
  useEffect(() => {
    if (visible) void reviews.load(liveId)
  }, [visible, liveId, reviews])
  usePullToRefresh(() => reviews.load(liveId))
  if (!loaded.value) return <Missing loaded={loaded} shape="guide" onRetry={retry} />
  const { figures } = loaded.value.review
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <View className={styles.columns}>
        <View className={styles.column}>
          <Head view={loaded.value} />
          <Sums figures={figures} before={loaded.value.before?.figures} />
          <Funnel figures={figures} />
          <Notes view={loaded.value} />
        </View>
        <View className={styles.column}>
          <Minutes minutes={figures.minutes} />
          <Products products={figures.products} />
          <Brought figures={figures} />
          <Given figures={figures} />
        </View>
      </View>
    </View>
  )
})
