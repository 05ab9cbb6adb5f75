import { View } from '@tarojs/components'
import type { LotteryView } from '@domain/lottery/contract'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { lotteryText } from '@/text/lottery'
import styles from './Winners.module.scss'

/** The codes that won, the first prize first. */
export function Winners({ winners, ownCode }: Pick<LotteryView, 'winners' | 'ownCode'>) {
  return (
    <Card title={lotteryText.winners} id="winners">
      {winners.length === 0 && <View className={styles.none}>{lotteryText.nobody}</View>}
      {winners.map((code) => (
        <View key={code} className={styles.row}>
          <View className={styles.code}>{code}</View>
          {code === ownCode && <Tag tone="cherry">{lotteryText.you}</Tag>}
        </View>
      ))}
    </Card>
  )
}
