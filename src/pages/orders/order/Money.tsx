import { View } from '@tarojs/components'
import { add, subtract, type Fen } from '@domain/money'
import type { OrderView } from '@domain/orders/contract'
import type { Payment } from '@domain/orders/order'
import type { Refund } from '@domain/orders/refund'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { copy } from '@/platform/copy'
import { ordersText } from '@/text/orders'
import { refundReasonText, refundStatusText } from '@/text/refunds'
import { when } from '@/text/when'
import styles from './Money.module.scss'

/** What came in and what went back. */
export interface MoneyProps {
  readonly order: OrderView
  readonly payment: Payment
}

/** Money in and money back side by side, and every refund with its number and state. */
export function Money({ order: { refunds }, payment }: MoneyProps) {
  const backFen = add(...refunds.map((refund) => refund.amountFen))
  return (
    <Card>
      <View className={styles.sides}>
        <Side label={ordersText.moneyIn} fen={payment.paidFen} id="money-in" />
        <Side label={ordersText.moneyBack} fen={backFen} id="money-back" back />
        <Side
          label={ordersText.moneyKept}
          fen={subtract(payment.paidFen, backFen)}
          id="money-kept"
        />
      </View>
      {refunds.map((refund) => (
        <RefundFacts key={refund.no} refund={refund} id={idOf(refund)} />
      ))}
    </Card>
  )
}

interface SideProps {
  readonly label: string
  readonly fen: Fen
  readonly id: string
  readonly back?: boolean
}

function Side({ label, fen, id, back = false }: SideProps) {
  return (
    <View className={`${styles.side} ${back && fen > 0 ? styles.back : ''}`} id={id}>
      <View className={styles.label}>{label}</View>
      <Price fen={fen} size="title" plain />
    </View>
  )
}

/** After-sale refunds are several; each is told by the end of its number, e.g. `refund-s1`. */
const idOf = ({ reason, no }: Refund): string =>
  `refund-${reason === 'after-sale' ? no.slice(no.lastIndexOf('-') + 1) : reason}`

function RefundFacts({ refund, id }: { readonly refund: Refund; readonly id: string }) {
  const { status, succeededAt } = refund
  return (
    <View className={styles.refund} id={id}>
      <View className={styles.refundHead}>
        <View>{refundReasonText[refund.reason]}</View>
        <Price fen={refund.amountFen} plain />
      </View>
      <Row
        label={ordersText.refundState}
        value={refundStatusText[status]}
        tone={status === 'succeeded' ? 'leaf' : 'amber'}
      />
      <Row
        label={succeededAt === null ? ordersText.requestedAt : ordersText.succeededAt}
        value={when(succeededAt ?? refund.requestedAt, now())}
      />
      <Row
        label={ordersText.refundNo}
        value={
          <View
            id="copy-refund-no"
            onClick={() => {
              copy(refund.no)
            }}
          >
            {refund.no}
          </View>
        }
      />
    </View>
  )
}
