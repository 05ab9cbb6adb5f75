import { View } from '@tarojs/components'
import type { TrendDay } from '@domain/guides/contract'
import { Card } from '@/components/Card'
import type { TrendDays } from '@/stores/GuidesStore'
import {
  dayText,
  figureText,
  sumsOf,
  trendMetrics,
  trendText,
  type TrendMetric,
} from '@/text/guides'
import styles from './Figures.module.scss'

/** The figures that the chart draws, the latest day first, with their sums. */
export function Figures({ days }: { readonly days: TrendDays }) {
  return (
    <Card title={trendText.table} id="figures">
      <View className={styles.head}>
        <View className={styles.cell}>{trendText.day}</View>
        {trendMetrics.map((metric) => (
          <View key={metric} className={styles.cell}>
            {trendText.metrics[metric]}
          </View>
        ))}
      </View>
      <Line name={trendText.sums} day={sumsOf(days)} id="sums" />
      {[...days].reverse().map((day) => (
        <Line key={day.day} name={dayText(day.day)} day={day} />
      ))}
    </Card>
  )
}

interface LineProps {
  readonly id?: string
  readonly name: string
  readonly day: Pick<TrendDay, TrendMetric>
}

function Line({ id, name, day }: LineProps) {
  return (
    <View className={styles.line} id={id}>
      <View className={styles.cell}>{name}</View>
      {trendMetrics.map((metric) => (
        <View key={metric} className={styles.cell}>
          {figureText(day, metric)}
        </View>
      ))}
    </View>
  )
}
