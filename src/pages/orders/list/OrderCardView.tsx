import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { OrderCard } from '@domain/orders/contract'
import { isKept } from '@domain/orders/order'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { money } from '@/text/money'
import { orderListText, ordersText } from '@/text/orders'
import { cardDealText, statusText, statusTone } from '@/text/orderStatus'
import { when } from '@/text/when'
import { CardAction } from './CardAction'
import styles from './OrderCardView.module.scss'

/** An order in the list. */
export interface OrderCardViewProps {
  readonly card: OrderCard
  /** The time to pay is over: the list is not right any more. */
  readonly onTimeOver: () => void
}

/** Lines that a card shows; the others are counted. */
const LINES = 3

/** One order: what it is, how it stands, what it costs or gave back, and what can be done. */
export const OrderCardView = memo(
  function OrderCardView({ card, onTimeOver }: OrderCardViewProps) {
    const { orderId, status, lines } = card
    return (
      <Card>
        <View
          id={`order-${orderId}`}
          onClick={() => {
            open('order', { orderId })
          }}
        >
          <View className={styles.head}>
            <Text className={styles.quiet}>{when(card.placedAt, now())}</Text>
            <View className={styles.tags}>
              {card.isAsking && <Tag tone="amber">{orderListText.asking}</Tag>}
              <Tag tone={statusTone[status]}>{statusText(status, card.delivery)}</Tag>
            </View>
          </View>
          {lines.slice(0, LINES).map((line) => (
            <Line key={line.skuId} line={line} />
          ))}
          {lines.length > LINES && (
            <View className={styles.deal}>{orderListText.more(lines.length)}</View>
          )}
          {card.deal && <View className={styles.deal}>{cardDealText(card.deal, now())}</View>}
        </View>
        <Foot card={card} onTimeOver={onTimeOver} />
      </Card>
    )
  },
  // The list is read anew as a whole; a card whose order did not move need not be drawn again.
  (one, other) => JSON.stringify(one.card) === JSON.stringify(other.card),
)

function Line({ line }: { readonly line: OrderCard['lines'][number] }) {
  return (
    <View className={styles.line}>
      <Picture file={line.picture} size="small" alt={line.name} />
      <View className={styles.words}>
        <View className={styles.name}>{line.name}</View>
        {line.skuName !== '' && <View className={styles.quiet}>{line.skuName}</View>}
      </View>
      <Text className={styles.quiet}>{`×${line.quantity}`}</Text>
    </View>
  )
}

/** What came back of an order: money, points, and a coupon that it did not use up. */
function backOf({ status, refundedFen, pointsBack, hasCoupon }: OrderCard): readonly string[] {
  return [
    ...(refundedFen > 0 ? [orderListText.refunded(money(refundedFen))] : []),
    ...(pointsBack > 0 ? [orderListText.pointsBack(pointsBack)] : []),
    ...(hasCoupon && !isKept(status) && status !== 'unpaid' ? [orderListText.couponBack] : []),
  ]
}

function Foot({ card, onTimeOver }: OrderCardViewProps) {
  const { status, payBefore, payableFen, points } = card
  const back = backOf(card)
  const isPaid = status !== 'unpaid' && status !== 'cancelled' && status !== 'expired'
  return (
    <View className={styles.foot}>
      <View className={styles.left}>
        <View className={styles.sum}>
          <Text className={styles.quiet}>{isPaid ? ordersText.paid : ordersText.payable}</Text>
          <Price fen={payableFen} plain={status !== 'unpaid'} />
          {points > 0 && <Text className={styles.quiet}>{orderListText.points(points)}</Text>}
        </View>
        {status === 'unpaid' && (
          <View className={styles.wait}>
            {orderListText.payLeft}
            <Countdown
              until={payBefore}
              now={now}
              onEnd={onTimeOver}
              format={ordersText.leftToPay}
            />
          </View>
        )}
        {back.length > 0 && <View className={styles.back}>{back.join('，')}</View>}
      </View>
      <CardAction card={card} />
    </View>
  )
}
