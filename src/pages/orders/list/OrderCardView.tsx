import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { instant } from '@domain/time'
import type { OrderCard } from '@domain/orders/contract'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { money } from '@/text/money'
import { ordersText, statusText, statusTone } from '@/text/orders'
import { when } from '@/text/when'
import styles from './OrderCardView.module.scss'

/** An order in the list. */
export interface OrderCardViewProps {
  readonly card: OrderCard
  /** The time to pay is over: the list is not right any more. */
  readonly onTimeOver: () => void
}

/** One order: what it is, how it stands, and what it costs or gave back. */
export const OrderCardView = memo(
  function OrderCardView({ card, onTimeOver }: OrderCardViewProps) {
    const { orderId, status, lines } = card
    const isPaid = status === 'paid' || status === 'refunding' || status === 'refunded'
    const see = () => {
      open('order', { orderId })
    }
    return (
      <Card id={`order-${orderId}`} onTap={see}>
        <View className={styles.head}>
          <Text className={styles.quiet}>{when(card.placedAt, now())}</Text>
          <Tag tone={statusTone[status]}>{statusText[status]}</Tag>
        </View>
        {lines.map((line, index) => (
          <View key={index} className={styles.line}>
            <Picture file={line.picture} size="small" alt={line.name} />
            <View className={styles.words}>
              <View className={styles.name}>{line.name}</View>
              {line.skuName !== '' && <View className={styles.quiet}>{line.skuName}</View>}
            </View>
            <Text className={styles.quiet}>{`×${line.quantity}`}</Text>
          </View>
        ))}
        {card.deal && <View className={styles.deal}>{dealState(card.deal)}</View>}
        <View className={styles.foot}>
          <View className={styles.left}>
            {status === 'unpaid' && (
              <View className={styles.wait}>
                {ordersText.payLeft}
                <Countdown
                  until={card.payBefore}
                  now={now}
                  onEnd={onTimeOver}
                  format={ordersText.leftToPay}
                />
              </View>
            )}
            {card.refundedFen > 0 && (
              <View className={styles.back}>{ordersText.refunded(money(card.refundedFen))}</View>
            )}
          </View>
          <Text className={styles.quiet}>{isPaid ? ordersText.paid : ordersText.payable}</Text>
          <Price fen={card.payableFen} plain={status !== 'unpaid'} />
          {status === 'unpaid' && <View className={styles.pay}>{ordersText.pay}</View>}
        </View>
      </Card>
    )
  },
  // The list is read anew as a whole; a card whose order did not move need not be drawn again.
  (one, other) => JSON.stringify(one.card) === JSON.stringify(other.card),
)

function dealState(deal: NonNullable<OrderCard['deal']>): string {
  const endsAt = instant(deal.endsAt)
  if (deal.settled) return ordersText.dealSettled
  return now() < endsAt ? ordersText.dealEnds(endsAt, now()) : ordersText.dealClosing
}
