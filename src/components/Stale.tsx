import { View } from '@tarojs/components'
import type { Failure } from '@domain/failure'
import { sharedText } from '@/text/shared'
import type { Coming } from './coming'
import styles from './Stale.module.scss'

/** What may have gone wrong while something older is still in sight. */
export interface StaleProps {
  readonly loaded: Coming
  readonly onRetry: () => void
}

/** A line above a page that could not be brought up to date; a tap tries again. */
export function Stale({ loaded, onRetry }: StaleProps) {
  // What comes and goes has a place of its own, or the whole page would be sent again.
  return (
    <View>{loaded.state === 'failed' && <Line failure={loaded.failure} {...{ onRetry }} />}</View>
  )
}

function Line({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  return (
    <View className={styles.stale} id="retry" onClick={onRetry}>
      {failure.code === 'offline' ? sharedText.offlineStale : sharedText.stale}
      <View className={styles.again}>{sharedText.again}</View>
    </View>
  )
}
