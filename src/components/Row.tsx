import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './Row.module.scss'

/** A fact with its name. */
export interface RowProps {
  readonly label: ReactNode
  readonly value: ReactNode
  readonly tone?: 'cherry' | 'leaf' | 'amber' | 'quiet'
}

/** A fact with its name: on the left what it is, on the right how it stands. */
export function Row({ label, value, tone }: RowProps) {
  return (
    <View className={styles.row}>
      <View className={styles.label}>{label}</View>
      <View className={classes(styles.value, tone && styles[tone])}>{value}</View>
    </View>
  )
}
