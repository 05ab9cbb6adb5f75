import { View } from '@tarojs/components'
import { classes } from './classes'
import styles from './Stepper.module.scss'

/** A count between `least`, which is 1 unless said otherwise, and `most`. */
export interface StepperProps {
  readonly value: number
  readonly least?: number
  readonly most: number
  readonly onChange: (value: number) => void
  /** What is counted, where a page has several steppers: part of the ids of its keys. */
  readonly of?: string
}

/** Takes one more or one less. */
export function Stepper({ value, least = 1, most, onChange, of }: StepperProps) {
  const suffix = of === undefined ? '' : `-${of}`
  const change = (to: number) => () => {
    if (to >= least && to <= most) onChange(to)
  }
  return (
    <View className={styles.stepper}>
      <View
        id={`less${suffix}`}
        className={classes(styles.key, value <= least && styles.still)}
        onClick={change(value - 1)}
        ariaRole="button"
        ariaLabel="减少一件"
      />
      <View className={styles.count}>{value}</View>
      <View
        id={`more${suffix}`}
        className={classes(styles.key, styles.more, value >= most && styles.still)}
        onClick={change(value + 1)}
        ariaRole="button"
        ariaLabel="增加一件"
      />
    </View>
  )
}
