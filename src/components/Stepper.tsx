import { View } from '@tarojs/components'
import { classes } from './classes'
import styles from './Stepper.module.scss'

/** A count between 1 and `most`. */
export interface StepperProps {
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** Takes one more or one less. */
export function Stepper({ value, most, onChange }: StepperProps) {
  const change = (to: number) => () => {
    if (to >= 1 && to <= most) onChange(to)
  }
  return (
    <View className={styles.stepper}>
      <View
        id="less"
        className={classes(styles.key, styles.less, value <= 1 && styles.still)}
        onClick={change(value - 1)}
        ariaRole="button"
        ariaLabel="减少一件"
      />
      <View className={styles.count}>{value}</View>
      <View
        id="more"
        className={classes(styles.key, styles.more, value >= most && styles.still)}
        onClick={change(value + 1)}
        ariaRole="button"
        ariaLabel="增加一件"
      />
    </View>
  )
}
