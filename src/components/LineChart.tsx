import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { surfaceOf } from '@/platform/surface'
import { ChartCanvas } from './ChartCanvas'
import { drawLine, type Line } from './drawLine'
import styles from './LineChart.module.scss'

/** A figure that goes along a time, and what it says to who can't see it. */
export interface LineChartProps {
  readonly id: string
  /** The same object as long as nothing changed: another one is drawn anew. */
  readonly line: Line
  readonly label: string
}

/** A figure as a line. */
export function LineChart({ id, line, label }: LineChartProps) {
  useEffect(() => {
    let isGone = false
    let clear: (() => void) | undefined
    void surfaceOf(id).then((surface) => {
      if (!isGone && surface) clear = drawLine(surface, line)
    })
    return () => {
      isGone = true
      clear?.()
    }
  }, [id, line])
  return (
    <View className={styles.chart} ariaRole="img" ariaLabel={label}>
      <ChartCanvas id={id} className={styles.canvas} />
    </View>
  )
}
