import { View } from '@tarojs/components'
import type { LotteryView } from '@domain/lottery/contract'
import { Card } from '@/components/Card'
import { copy } from '@/platform/copy'
import { lotteryText } from '@/text/lottery'
import styles from './Proof.module.scss'

/** Everything by which the draw can be made again; each is published at its time. */
export function Proof({ commitment, listHash, seed }: LotteryView) {
  return (
    <Card title={lotteryText.proof} id="proof">
      <Published name={lotteryText.commitment} value={commitment} />
      <Published name={lotteryText.listHash} value={listHash} />
      <Published name={lotteryText.seed} value={seed} />
    </Card>
  )
}

function Published({ name, value }: { readonly name: string; readonly value: string | null }) {
  return (
    <View
      className={styles.published}
      onClick={() => {
        if (value !== null) copy(value)
      }}
    >
      <View className={styles.name}>{name}</View>
      <View className={styles.value}>{value ?? lotteryText.notYet}</View>
    </View>
  )
}
