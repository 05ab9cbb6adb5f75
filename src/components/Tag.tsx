import { Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { classes } from './classes'
import styles from './Tag.module.scss'

/** cherry: an offer. leaf: money saved or back. amber: something is awaited. plain: a fact. */
export type Tone = 'cherry' | 'leaf' | 'amber' | 'plain'

/** A word on a small label. */
export function Tag({ tone, children }: PropsWithChildren<{ readonly tone: Tone }>) {
  return <Text className={classes(styles.tag, styles[tone])}>{children}</Text>
}
