import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { surfaceOf } from '@/platform/surface'
import type { TrendDays } from '@/stores/GuidesStore'
import { chartLabel, trendText, type TrendMetric } from '@/text/guides'
import { ChartCanvas } from './ChartCanvas'
import { drawTrend } from './drawTrend'
import styles from './TrendChart.module.scss'

/** One figure of a guide's days. */
export interface TrendChartProps {
  readonly days: TrendDays
  readonly metric: TrendMetric
}

const CANVAS = 'trend-chart'

/** A figure day by day as a line; who can't see it finds the same figures in the table below. */
export function TrendChart({ days, metric }: TrendChartProps) {
  const isEmpty = days.every((day) => day[metric] === 0)
  useEffect(() => {
    let isGone = false
    let clear: (() => void) | undefined
    void surfaceOf(CANVAS).then((surface) => {
      if (!isGone && surface) clear = drawTrend(surface, days, metric)
    })
    return () => {
      isGone = true
      clear?.()
    }
  }, [days, metric])
  return (
    <View>
      <View className={styles.chart} ariaRole="img" ariaLabel={chartLabel(days, metric)}>
        <ChartCanvas id={CANVAS} className={styles.canvas} />
      </View>
      <View>{isEmpty && <View className={styles.nothing}>{trendText.nothing}</View>}</View>
    </View>
  )
}
