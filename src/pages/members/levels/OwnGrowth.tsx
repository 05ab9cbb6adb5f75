import { View } from '@tarojs/components'
import type { Growth } from '@domain/members/growth'
import { shopTime } from '@domain/time'
import { Card } from '@/components/Card'
import { GrowthBar } from '@/components/GrowthBar'
import { countedText, levelsText } from '@/text/levels'
import styles from './OwnGrowth.module.scss'

/** Where the caller stands, what is missing to the next level, and how it is counted. */
export function OwnGrowth({ growth }: { readonly growth: Growth }) {
  const { level, span, reckonAt, spentFen } = growth
  return (
    <Card>
      {level && (
        <View className={styles.level} id="own-level">
          {level.name}
        </View>
      )}
      <GrowthBar growth={growth} />
      <View className={styles.counted}>
        {countedText[span]}
        {span === 'last-3-months' &&
          reckonAt !== null &&
          spentFen > 0 &&
          levelsText.falls(shopTime(reckonAt, 'M月D日'))}
      </View>
    </Card>
  )
}
