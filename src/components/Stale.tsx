import { View } from '@tarojs/components'
import type { Failure } from '@domain/failure'
import { sharedText } from '@/text/shared'
import styles from './Stale.module.scss'

/** What went wrong while something older is still in sight. */
export interface StaleProps {
  readonly failure: Failure
  readonly onRetry: () => void
}

/** A line above a page that could not be brought up to date; a tap tries again. */
export function Stale({ failure, onRetry }: StaleProps) {
  return (
    <View className={styles.stale} id="retry" onClick={onRetry}>
      {failure.code === 'offline' ? sharedText.offlineStale : sharedText.stale}
      <View className={styles.again}>{sharedText.again}</View>
    </View>
  )
}
