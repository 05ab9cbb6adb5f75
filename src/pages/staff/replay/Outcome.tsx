import { View } from '@tarojs/components'
import type { ReplayedOrder } from '@domain/attribution/contract'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import type { Replayed } from '@/stores/StaffAttributionStore'
import { money } from '@/text/money'
import { replayText } from '@/text/staffGuides'
import { when } from '@/text/when'
import styles from './Outcome.module.scss'

/** Changed orders shown at once: it is a trial, not a ledger. */
const MOST_SHOWN = 50

/** What a rule would have come to: how many orders, and each that would be somebody else's. */
export function Outcome({ replayed }: { readonly replayed: Replayed }) {
  const { orders, changed, isPartial } = replayed
  return (
    <Card title={replayText.result(orders, changed.length)} id="outcome">
      <View>{isPartial && <View className={styles.note}>{replayText.partial}</View>}</View>
      {changed.slice(0, MOST_SHOWN).map((order) => (
        <Changed key={order.orderId} order={order} />
      ))}
    </Card>
  )
}

function Changed({ order }: { readonly order: ReplayedOrder }) {
  const { orderId, placedAt, paidFen, before, after } = order
  const nameOf = ({ guideId, name }: ReplayedOrder['before']) =>
    guideId === null ? replayText.nobody : name
  return (
    <View
      className={styles.row}
      id={`changed-${orderId}`}
      ariaRole="button"
      onClick={() => {
        open('attribution', { orderId })
      }}
    >
      <View className={styles.words}>
        <View>{replayText.fromTo(nameOf(before), nameOf(after))}</View>
        <View className={styles.note}>{when(placedAt, now())}</View>
      </View>
      <View className={styles.sum}>{money(paidFen)}</View>
    </View>
  )
}
