import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { fen } from '@domain/money'
import { LineChart } from '@/components/LineChart'
import type { TrendDays } from '@/stores/GuidesStore'
import { chartLabel, dayText, trendText, type TrendMetric } from '@/text/guides'
import { money } from '@/text/money'
import styles from './TrendChart.module.scss'

/** One figure of a guide's days. */
export interface TrendChartProps {
  readonly days: TrendDays
  readonly metric: TrendMetric
}

/** A figure day by day as a line; who can't see it finds the same figures in the table below. */
export function TrendChart({ days, metric }: TrendChartProps) {
  const isEmpty = days.every((day) => day[metric] === 0)
  const line = useMemo(
    () => ({
      names: days.map(({ day }) => dayText(day)),
      values: days.map((day) => day[metric]),
      say: sayerOf(metric),
      least: metric === 'incomeFen' ? 100 : 4,
    }),
    [days, metric],
  )
  return (
    <View>
      <LineChart id="trend-chart" line={line} label={chartLabel(days, metric)} />
      <View>{isEmpty && <View className={styles.nothing}>{trendText.nothing}</View>}</View>
    </View>
  )
}

const sayerOf = (metric: TrendMetric) => (value: number) =>
  metric === 'incomeFen' ? money(fen(Math.round(value))) : `${value}`
