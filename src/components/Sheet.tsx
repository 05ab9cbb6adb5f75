import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { sharedText } from '@/text/shared'
import { classes } from './classes'
import styles from './Sheet.module.scss'

/** What slides up from below. */
export interface SheetProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
}

/**
 * A sheet from the bottom of the screen; a tap beside it or on 关闭 puts it away. What is on it lies
 * ready in the page: opening it sends the view no more than a class.
 */
export function Sheet({ title, open, onClose, children }: PropsWithChildren<SheetProps>) {
  return (
    <View className={classes(styles.sheet, !open && styles.away)}>
      <View className={styles.veil} onClick={onClose} catchMove />
      <View className={styles.panel} ariaRole="dialog" ariaLabel={title}>
        <View className={styles.head}>
          <View className={styles.title}>{title}</View>
          <View
            className={styles.close}
            id="close"
            onClick={onClose}
            ariaRole="button"
            ariaLabel={sharedText.close}
          />
        </View>
        <View className={styles.body}>{children}</View>
      </View>
    </View>
  )
}
