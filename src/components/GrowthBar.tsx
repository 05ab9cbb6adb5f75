import { View } from '@tarojs/components'
import type { Growth } from '@domain/members/growth'
import { missingText, spentText } from '@/text/members'
import styles from './GrowthBar.module.scss'

/** The way to the next level as a bar; its figures stand below it in words. */
export function GrowthBar({ growth }: { readonly growth: Growth }) {
  const { next, spentFen } = growth
  const share = next ? Math.floor((spentFen / next.level.spendFen) * 100) : 100
  // Who spent anything has come some way, and who is not there yet has not.
  const width = Math.min(next ? 98 : 100, spentFen > 0 ? Math.max(2, share) : share)
  return (
    <View>
      <View className={styles.bar}>
        <View className={styles.grown} style={{ width: `${width}%` }} />
      </View>
      <View className={styles.words}>
        <View className={styles.missing} id="missing">
          {missingText(growth)}
        </View>
        <View>{spentText(growth)}</View>
      </View>
    </View>
  )
}
