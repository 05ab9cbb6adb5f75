import { View } from '@tarojs/components'
import type { LotteryView } from '@domain/lottery/contract'
import type { LotteryState } from '@domain/lottery/outlook'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Picture } from '@/components/Picture'
import { lotteryStateText, lotteryText } from '@/text/lottery'
import { ClosesIn } from '../ClosesIn'
import styles from './Head.module.scss'

/** What can be won, and how it stands for the caller. */
export interface HeadProps {
  readonly lottery: LotteryView
  readonly state: LotteryState
  readonly onTimeOver: () => void
}

/** The prize, how long one may enter, what came of it, and the caller's own code. */
export function Head({ lottery, state, onTimeOver }: HeadProps) {
  const { _id: lotteryId, productName, prizes, picture, ownCode } = lottery
  const isGood = state === 'won' || state === 'claimed'
  return (
    <Card>
      <View className={styles.line}>
        <Picture file={picture} tint={lotteryId} size="medium" />
        <View className={styles.words}>
          <View className={styles.name} id="prize">
            {productName}
          </View>
          <View className={styles.note}>{lotteryText.free(prizes)}</View>
          <View className={styles.note}>
            <ClosesIn lottery={lottery} state={state} onTimeOver={onTimeOver} />
          </View>
        </View>
      </View>
      <View className={classes(styles.state, isGood && styles.good)} id="state">
        {lotteryStateText[state]}
      </View>
      <View>
        {ownCode !== null && (
          <View className={styles.own} id="own-code">
            <View className={styles.note}>{lotteryText.ownCode}</View>
            <View className={styles.code}>{ownCode}</View>
          </View>
        )}
      </View>
    </Card>
  )
}
