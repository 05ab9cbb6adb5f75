import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Stale } from '@/components/Stale'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { GuidesStore } from '@/stores/GuidesStore'
import { useStore, useStores } from '@/stores/root'
import { GuideMissing } from '@/components/GuideMissing'
import { Entries } from './Entries'
import { Stages } from './Stages'
import { Today } from './Today'
import styles from './index.module.scss'

/** Customers come at any time; a workbench that lies open looks after them. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** 导购工作台: what today brought, where all the commission stands, and the ways to the rest. */
export default observer(function DeskPage() {
  const guides = useStore(GuidesStore)
  const { attribution } = useStores()
  const visible = useVisible()
  const { desk } = guides
  const isGuide = desk.value !== undefined
  const retry = () => void guides.loadDesk()

  useEffect(() => {
    if (visible) void guides.loadDesk()
  }, [visible, guides])
  useEffect(() => {
    if (isGuide) attribution.joinChain()
  }, [isGuide, attribution])
  usePoll(isGuide ? () => guides.refreshDesk() : undefined, PACE)
  usePullToRefresh(() => guides.loadDesk())

  if (!desk.value) return <GuideMissing loaded={desk} shape="guide" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={desk} onRetry={retry} />
      <Today desk={desk.value} />
      <Stages desk={desk.value} />
      <Entries />
    </View>
  )
})
