import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { NOTHING, type Fen } from '@domain/money'
import { payoutPart } from '@domain/payouts/payout'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { confirm, toast } from '@/platform/notice'
import { PayoutsStore } from '@/stores/PayoutsStore'
import { useStore } from '@/stores/root'
import { debtText } from '@/text/commission'
import { explain } from '@/text/failures'
import { leastFen, payoutsText } from '@/text/payouts'
import styles from './Asking.module.scss'

/** What can be paid out, and whether a payout is under way: there is one at a time. */
export interface AskingProps {
  readonly payableFen: Fen
  readonly isUnderway: boolean
}

/** The payable sum and the button that asks for it; a debt is said in its place. */
export const Asking = observer(function Asking({ payableFen, isUnderway }: AskingProps) {
  const payouts = useStore(PayoutsStore)
  const part = payoutPart(payableFen)
  const ask = async () => {
    if (!(await confirm(payoutsText.question(part)))) return
    const refusal = await payouts.ask(part)
    toast(refusal ? explain(refusal) : payoutsText.asked)
  }
  const isShort = payableFen < leastFen
  return (
    <Card>
      <View className={styles.label}>{payoutsText.payable}</View>
      <View className={styles.sum} id="payable">
        <Price fen={payableFen < 0 ? NOTHING : payableFen} size="hero" plain />
      </View>
      <View>
        {payableFen < 0 && (
          <View className={styles.debt} id="debt">
            <View className={styles.debtTitle}>{debtText.title(payableFen)}</View>
            <View>{debtText.why}</View>
          </View>
        )}
      </View>
      <Button
        id="ask"
        disabled={isShort || isUnderway}
        busy={payouts.asking}
        onTap={() => void ask()}
      >
        {isUnderway ? payoutsText.underway : isShort ? payoutsText.short : payoutsText.ask(part)}
      </Button>
      <View className={styles.rule}>{payoutsText.rule}</View>
    </Card>
  )
})
