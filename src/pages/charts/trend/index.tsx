import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Card } from '@/components/Card'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { GuidesStore } from '@/stores/GuidesStore'
import { useStore } from '@/stores/root'
import { trendMetrics, trendText, type TrendMetric } from '@/text/guides'
import { GuideMissing } from '@/components/GuideMissing'
import { Chips } from '../Chips'
import { Figures } from './Figures'
import { TrendChart } from './TrendChart'
import styles from './index.module.scss'

const spans = ['7', '30'] as const

/** 数据趋势: visitors, orders and income day by day, as a chart and as figures. */
export default observer(function TrendPage() {
  const [metric, setMetric] = useState<TrendMetric>('visitors')
  const [span, setSpan] = useState<(typeof spans)[number]>('7')
  const { trends } = useStore(GuidesStore)
  const visible = useVisible()
  const loaded = trends.of(span)
  const retry = () => void trends.load(span)
  useEffect(() => {
    if (visible) void trends.load(span)
  }, [visible, span, trends])
  usePullToRefresh(() => trends.load(span))
  if (!loaded.value) return <GuideMissing loaded={loaded} shape="signs" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Tabs names={trendText.metrics} tabs={trendMetrics} chosen={metric} onChoose={setMetric} />
      <Card>
        <Chips id="span" names={trendText.spans} chips={spans} chosen={span} onChoose={setSpan} />
        <TrendChart days={loaded.value} metric={metric} />
      </Card>
      <Figures days={loaded.value} />
    </View>
  )
})
