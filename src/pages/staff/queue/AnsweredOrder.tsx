import { View } from '@tarojs/components'
import { isAnswered, type AfterSale } from '@domain/aftersale/afterSale'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { afterSaleText, requestStatusText, requestSum } from '@/text/aftersale'
import { when } from '@/text/when'
import { Head } from './Head'
import { RequestCase } from './RequestCase'
import styles from './RequestsOrder.module.scss'

/** An order whose requests were answered: what was asked, what was said, and what went back. */
export function AnsweredOrder({ order }: { readonly order: StaffOrder }) {
  return (
    <Card>
      <Head order={order} />
      {order.afterSales.filter(isAnswered).map((asked) => (
        <View key={asked.no} className={styles.request}>
          <RequestCase order={order} asked={asked} />
          <View id={`answer-${order._id}-${asked.no}`}>
            <Answer asked={asked} />
          </View>
        </View>
      ))}
    </Card>
  )
}

function Answer({ asked }: { readonly asked: AfterSale }) {
  const { status, answer, answeredAt } = asked
  const isGranted = status === 'approved'
  return (
    <View>
      <Row
        label={requestStatusText[status]}
        value={isGranted ? requestSum(asked) : answer}
        tone={isGranted ? 'leaf' : 'quiet'}
      />
      {answeredAt !== null && (
        <Row label={afterSaleText.answeredAt} value={when(answeredAt, now())} />
      )}
    </View>
  )
}
