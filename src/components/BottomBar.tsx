import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { classes } from './classes'
import styles from './BottomBar.module.scss'

/** Where the bar lies. */
export interface BottomBarProps {
  /** On a page of the tab bar: in a browser the tabs are part of the page, and lie below it. */
  readonly aboveTabs?: boolean
}

/** What the page is for, always within reach of the thumb. It keeps its own room in the page. */
export function BottomBar({ aboveTabs = false, children }: PropsWithChildren<BottomBarProps>) {
  return (
    <View className={styles.room}>
      <View className={classes(styles.bar, aboveTabs && styles.aboveTabs)}>
        <View className={styles.row}>{children}</View>
      </View>
    </View>
  )
}
