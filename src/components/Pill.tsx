import { View } from '@tarojs/components'
import { classes } from './classes'
import styles from './Pill.module.scss'

/** Where a tap on the card leads, in a word or two. */
export interface PillProps {
  readonly words: string
  /** Whether it stands out: what it leads to goes on right now. */
  readonly bright?: boolean
}

/** Tells where a tap on the card around it leads; it is not tapped itself. */
export function Pill({ words, bright = false }: PillProps) {
  return <View className={classes(styles.pill, bright && styles.bright)}>{words}</View>
}
