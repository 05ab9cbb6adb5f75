import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { MinuteFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { LineChart } from '@/components/LineChart'
import {
  minuteFigure,
  minuteMetrics,
  minutesLabel,
  minuteText,
  reviewText,
  type MinuteMetric,
} from '@/text/review'
import { Chips } from '../Chips'
import styles from './Minutes.module.scss'

/** The session minute by minute, as a line: one figure at a time. */
export function Minutes({ minutes }: { readonly minutes: readonly MinuteFigures[] }) {
  const [metric, setMetric] = useState<MinuteMetric>('paidFen')
  const line = useMemo(
    () => ({
      names: minutes.map(({ at }) => minuteText(at)),
      values: minutes.map((minute) => minute[metric]),
      say: (value: number) => minuteFigure(metric, value),
      least: metric === 'paidFen' ? 100 : 4,
    }),
    [minutes, metric],
  )
  return (
    <Card title={reviewText.minutes} id="minutes">
      <Chips
        id="metric"
        names={reviewText.metrics}
        chips={minuteMetrics}
        chosen={metric}
        onChoose={setMetric}
      />
      <LineChart id="minute-chart" line={line} label={minutesLabel(minutes, metric)} />
      <View className={styles.note} id="minutes-label">
        {minutes.length === 0 ? reviewText.noMinutes : minutesLabel(minutes, metric)}
      </View>
    </Card>
  )
}
