import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './Card.module.scss'

/** A piece of paper on the ground of the page. */
export interface CardProps {
  readonly title?: string
  readonly id?: string
  readonly onTap?: () => void
}

/**
 * A piece of paper on the ground of the page, with its margins; a tappable one says where it
 * leads.
 */
export function Card({ title, id, onTap, children }: PropsWithChildren<CardProps>) {
  return (
    <View className={styles.card} id={id} onClick={onTap}>
      {title !== undefined && <View className={styles.title}>{title}</View>}
      {children}
    </View>
  )
}
