import { View } from '@tarojs/components'
import type { AfterSale } from '@domain/aftersale/afterSale'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Price } from '@/components/Price'
import { Row } from '@/components/Row'
import { Tag } from '@/components/Tag'
import { Thumbnails } from '@/components/Thumbnails'
import { now } from '@/platform/clock'
import { afterSaleText, reasonText } from '@/text/aftersale'
import { money } from '@/text/money'
import { statusText } from '@/text/orderStatus'
import { staffText } from '@/text/staff'
import { when } from '@/text/when'
import styles from './RequestCase.module.scss'

/** What a shopper asks back, why, and what they show. */
export interface RequestCaseProps {
  readonly order: StaffOrder
  readonly asked: AfterSale
}

/** A request as staff weighs it: pieces and sums, the reason, the words and the pictures. */
export function RequestCase({ order, asked }: RequestCaseProps) {
  const { no, pieces, goodsFen, reason, words, pictures, requestedAt } = asked
  return (
    <View id={`case-${order._id}-${no}`}>
      <View className={styles.head}>
        <View className={styles.title}>{`${staffText.asks(no)} · ${reasonText[reason]}`}</View>
        <Tag tone="plain">{statusText(order.status, order.delivery.kind)}</Tag>
      </View>
      {pieces.map(({ line, quantity, amountFen }) => (
        <Row
          key={line}
          label={order.receipt.lines[line]?.product.name}
          value={`×${quantity} ${money(amountFen)}`}
        />
      ))}
      {words !== '' && <View className={styles.words}>{words}</View>}
      <Thumbnails files={pictures} />
      <Row label={afterSaleText.requestedAt} value={when(requestedAt, now())} />
      <View className={styles.sum}>
        <View>{staffText.back}</View>
        <Price fen={goodsFen} size="title" />
      </View>
    </View>
  )
}
