import { View } from '@tarojs/components'
import type { OwnJoin } from '@domain/groupbuy/contract'
import { stepsReached } from '@domain/groupbuy/ladder'
import { NOTHING } from '@domain/money'
import { isKept } from '@domain/orders/order'
import type { RefundStatus } from '@domain/orders/refund'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Row } from '@/components/Row'
import { open } from '@/platform/go'
import { groupbuyText } from '@/text/groupbuy'
import { refundStatusText } from '@/text/refunds'
import type { LadderView } from '@domain/groupbuy/contract'
import { expectedRefundFen, peopleOf } from '@domain/groupbuy/outlook'
import styles from './OwnJoins.module.scss'

/** What the caller has in this ladder: one part an order, from paying to the refund. */
export function OwnJoins({ view }: { readonly view: LadderView }) {
  const joins = view.own.filter(({ status }) => status !== 'cancelled' && status !== 'expired')
  if (joins.length === 0) return null
  return (
    <Card title={groupbuyText.ownTitle}>
      {joins.map((join) => (
        <View key={join.orderId} className={styles.join} id={`own-${join.orderId}`}>
          <OwnJoinFacts view={view} join={join} />
          <View
            className={styles.link}
            ariaRole="button"
            onClick={() => {
              open('order', { orderId: join.orderId })
            }}
          >
            {groupbuyText.seeOrder}
          </View>
        </View>
      ))}
    </Card>
  )
}

interface OwnJoinProps {
  readonly view: LadderView
  readonly join: OwnJoin
}

function OwnJoinFacts({ view, join }: OwnJoinProps) {
  if (join.status === 'unpaid') return <View className={styles.wait}>{groupbuyText.ownUnpaid}</View>
  return (
    <View>
      <Row
        label={groupbuyText.ownPaid(join.quantity, view.product.unit)}
        value={<Price fen={join.paidFen} plain />}
      />
      {join.dueFen !== null && (
        <Row label={groupbuyText.ownDue} value={<Price fen={join.dueFen} plain />} />
      )}
      {join.refundFen > 0 ? (
        <ActualRefund join={join} />
      ) : join.dueFen === null ? (
        <ExpectedRefund view={view} join={join} />
      ) : (
        <View className={styles.calm}>{groupbuyText.ownNoRefund}</View>
      )}
      <View className={styles.alias}>{groupbuyText.ownAlias(join.alias)}</View>
    </View>
  )
}

function ExpectedRefund({ view, join }: OwnJoinProps) {
  const { ladder } = view.deal
  const people = peopleOf(view)
  const mayFail = ladder.belowFirstStep === 'refund-all' && stepsReached(ladder, people) === 0
  const backFen = expectedRefundFen(join, ladder, people)
  if (backFen === NOTHING)
    return <View className={styles.quiet}>{groupbuyText.ownExpectedNone}</View>
  return (
    <View className={styles.expected} id="expected-refund">
      <View className={styles.expectedLabel}>
        {mayFail ? groupbuyText.ownExpectedAll : groupbuyText.ownExpected}
      </View>
      <Price fen={backFen} size="title" plain />
    </View>
  )
}

function ActualRefund({ join }: { readonly join: OwnJoin }) {
  const state = join.refundStatus as RefundStatus | null
  return (
    <View className={styles.refund} id="own-refund">
      <View className={styles.refundHead}>
        <View className={styles.refundLabel}>
          {isKept(join.status) ? groupbuyText.ownRefund : groupbuyText.ownRefundAll}
        </View>
        <Price fen={join.refundFen} size="hero" plain />
      </View>
      {state !== null && <View className={styles.state}>{refundStatusText[state]}</View>}
      {join.refundNo !== null && (
        <View className={styles.number}>{`${groupbuyText.ownRefundNo} ${join.refundNo}`}</View>
      )}
    </View>
  )
}
