import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { Receipt } from '@domain/orders/receipt'
import { mallPoints } from '@domain/orders/savings'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Price } from '@/components/Price'
import { useStores } from '@/stores/root'
import { isUnsure } from '@/stores/wishes'
import { explain } from '@/text/failures'
import { checkoutText } from '@/text/checkout'
import { receiptText } from '@/text/receipt'
import styles from './SubmitBar.module.scss'

/** The sum and the button; above it why the last try was refused. */
export interface SubmitBarProps {
  /** From the tap until the cashier is left. */
  readonly busy: boolean
  readonly onSubmit: () => void
}

/** What is to be paid, and the button that places the order and opens the cashier. */
export const SubmitBar = observer(function SubmitBar({ busy, onSubmit }: SubmitBarProps) {
  const { checkout } = useStores()
  const { quote, receipt, refusal, placing } = checkout
  const points = receipt ? mallPoints(receipt) : 0
  const trouble = refusal ?? (quote.state === 'failed' ? quote.failure : undefined)
  return (
    <View>
      {trouble && (
        <View className={styles.troubleRoom}>
          <View className={styles.trouble} id="refusal">
            {explain(trouble)}
            <View className={styles.calm}>
              {isUnsure(trouble) ? checkoutText.unsure : checkoutText.movedHint}
            </View>
          </View>
        </View>
      )}
      <BottomBar>
        <View className={styles.sum}>
          <View className={styles.label}>{checkoutText.payable}</View>
          {receipt && <Price fen={receipt.payableFen} size="hero" />}
          {points > 0 && <View className={styles.points}>{receiptText.andPoints(points)}</View>}
        </View>
        <View className={styles.main}>
          <Button id="submit" busy={busy} disabled={quote.state === 'failed'} onTap={onSubmit}>
            {placing ? checkoutText.placing : busy ? checkoutText.paying : submitText(receipt)}
          </Button>
        </View>
      </BottomBar>
    </View>
  )
})

/** Nobody is sent to a cashier with nothing to pay. */
function submitText(receipt: Receipt | undefined): string {
  if (receipt?.payableFen !== 0) return checkoutText.submit
  return mallPoints(receipt) > 0 ? checkoutText.redeem : checkoutText.submitFree
}
