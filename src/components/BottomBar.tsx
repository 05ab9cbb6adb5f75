import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './BottomBar.module.scss'

/** What the page is for, always within reach of the thumb. It keeps its own room in the page. */
export function BottomBar({ children }: PropsWithChildren) {
  return (
    <View className={styles.room}>
      <View className={styles.bar}>
        <View className={styles.row}>{children}</View>
      </View>
    </View>
  )
}
