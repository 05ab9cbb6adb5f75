import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { PayoutView, TransferView } from '@domain/payouts/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { collect } from '@/platform/collect'
import { toast } from '@/platform/notice'
import { PayoutsStore } from '@/stores/PayoutsStore'
import { useStore } from '@/stores/root'
import { money } from '@/text/money'
import { collectText, payoutsText, transferHint, transferText, transferTone } from '@/text/payouts'
import styles from './Payout.module.scss'

/** One payout with its transfers; what waits to be confirmed has a button for it. */
export const Payout = observer(function Payout({ payout }: { readonly payout: PayoutView }) {
  const payouts = useStore(PayoutsStore)
  const { id, amountFen, paidFen, backFen, askedAt, endedAt, transfers } = payout
  return (
    <Card id={`payout-${id}`}>
      <View className={styles.head}>
        <View className={styles.title}>{money(amountFen)}</View>
        <View className={styles.note}>{payoutsText.at(askedAt, now())}</View>
      </View>
      <View>
        {paidFen > 0 && <View className={styles.paid}>{payoutsText.paid(paidFen)}</View>}
        {backFen > 0 && <View className={styles.note}>{payoutsText.back(backFen)}</View>}
      </View>
      {transfers.map((transfer) => (
        <Transfer
          key={transfer.no}
          transfer={transfer}
          onCollected={() => void payouts.check(id)}
        />
      ))}
      {endedAt === null && (
        <Button
          kind="quiet"
          id={`check-${id}`}
          busy={payouts.checking === id}
          onTap={() => void payouts.check(id)}
        >
          {payoutsText.check}
        </Button>
      )}
    </Card>
  )
})

interface TransferProps {
  readonly transfer: TransferView
  readonly onCollected: () => void
}

/** One transfer: how much, where it stands, and until when it can be confirmed. */
function Transfer({ transfer, onCollected }: TransferProps) {
  const { no, amountFen, status, confirm } = transfer
  const hint = transferHint(transfer, now())
  const take = async () => {
    if (!confirm) return
    toast(collectText[await collect(confirm)])
    onCollected()
  }
  return (
    <View className={styles.transfer} id={`transfer-${no}`}>
      <View className={styles.words}>
        <View className={styles.line}>
          <View className={styles.sum}>{money(amountFen)}</View>
          <Tag tone={transferTone[status]}>{transferText[status]}</Tag>
        </View>
        {hint !== undefined && <View className={styles.note}>{hint}</View>}
      </View>
      {confirm && (
        <View className={styles.side}>
          <Button kind="plain" id={`collect-${no}`} onTap={() => void take()}>
            {payoutsText.collect}
          </Button>
        </View>
      )}
    </View>
  )
}
