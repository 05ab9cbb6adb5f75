import { View } from '@tarojs/components'
import styles from './Bar.module.scss'

/** A figure as a bar, as long as its share of the largest one; its words stand beside it. */
export function Bar({ is, most }: { readonly is: number; readonly most: number }) {
  const share = most > 0 ? Math.round((is / most) * 100) : 0
  // What is little is still more than nothing.
  const width = is > 0 ? Math.max(1, share) : 0
  return (
    <View className={styles.bar}>
      <View className={styles.filled} style={{ width: `${width}%` }} />
    </View>
  )
}
