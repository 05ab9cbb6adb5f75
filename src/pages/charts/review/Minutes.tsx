import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { MinuteFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { LineChart } from '@/components/LineChart'
import {
  minuteFigure,
  minuteMetrics,
  minutesLabel,
  minuteText,
  reviewText,
  type MinuteMetric,
} from '@/text/review'
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
      <View className={styles.metrics} ariaRole="radiogroup">
        {minuteMetrics.map((one) => (
          <View
            key={one}
            id={`metric-${one}`}
            className={classes(styles.metric, one === metric && styles.chosen)}
            ariaRole="radio"
            onClick={() => {
              setMetric(one)
            }}
          >
            {reviewText.metrics[one]}
          </View>
        ))}
      </View>
      <LineChart id="minute-chart" line={line} label={minutesLabel(minutes, metric)} />
      <View className={styles.note} id="minutes-label">
        {minutes.length === 0 ? reviewText.noMinutes : minutesLabel(minutes, metric)}
      </View>
    </Card>
  )
}
