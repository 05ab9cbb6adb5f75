import { View } from '@tarojs/components'
import type { LotteryView } from '@domain/lottery/contract'
import { lotteryStateOf } from '@domain/lottery/outlook'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Picture } from '@/components/Picture'
import { Pill } from '@/components/Pill'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { lotteryStateText, lotteryText } from '@/text/lottery'
import { ClosesIn } from '../ClosesIn'
import styles from './Lotteries.module.scss'

/** The lotteries of a room, the newest first. */
export interface LotteriesProps {
  readonly lotteries: readonly LotteryView[]
  readonly onTimeOver: () => void
}

/** A line for each lottery: what can be won, how it stands; a tap leads to it. */
export function Lotteries({ lotteries, onTimeOver }: LotteriesProps) {
  if (lotteries.length === 0) return null
  return (
    <Card title={lotteryText.title}>
      {lotteries.map((one) => (
        <Line key={one._id} lottery={one} onTimeOver={onTimeOver} />
      ))}
    </Card>
  )
}

function Line({ lottery, onTimeOver }: { lottery: LotteryView; onTimeOver: () => void }) {
  const { _id: lotteryId, productName, prizes, picture } = lottery
  const state = lotteryStateOf(lottery, now())
  return (
    <View
      className={styles.line}
      id={`lottery-${lotteryId}`}
      onClick={() => {
        open('lottery', { lotteryId })
      }}
    >
      <Picture file={picture} tint={lotteryId} size="small" />
      <View className={styles.words}>
        <View className={styles.name}>{`${productName} ${lotteryText.prizes(prizes)}`}</View>
        <View className={styles.state}>
          <View className={classes(state === 'won' && styles.won)}>{lotteryStateText[state]}</View>
          <View>
            <ClosesIn lottery={lottery} state={state} onTimeOver={onTimeOver} />
          </View>
        </View>
      </View>
      <Pill words={goOf[state]} />
    </View>
  )
}

const { see, result, claim, enter } = lotteryText.ways
const goOf = {
  ...{ open: enter, entered: see, sealing: see, won: claim },
  ...{ claimed: result, lapsed: result, lost: result, missed: result },
} as const
