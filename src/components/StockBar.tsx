import { View } from '@tarojs/components'
import styles from './StockBar.module.scss'

/** How much there was and what is left of it. */
export interface StockBarProps {
  readonly left: number
  readonly stock: number
}

/** What is left as a thin bar; its figures stand beside it in words. */
export function StockBar({ left, stock }: StockBarProps) {
  const share = stock > 0 ? Math.round((left / stock) * 100) : 0
  // The last piece can still be had, so it can still be seen.
  const width = left > 0 ? Math.max(4, share) : 0
  return (
    <View className={styles.bar}>
      <View className={styles.left} style={{ width: `${width}%` }} />
    </View>
  )
}
