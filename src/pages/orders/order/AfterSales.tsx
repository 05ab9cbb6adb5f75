import { View } from '@tarojs/components'
import type { AfterSale } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { open } from '@/platform/go'
import {
  afterSaleText,
  reasonText,
  requestStatusText,
  requestSum,
  requestTone,
} from '@/text/aftersale'
import styles from './AfterSales.module.scss'

/** Every request for money back, newest first; a tap shows it whole. */
export function AfterSales({ order }: { readonly order: OrderView }) {
  return (
    <Card title={afterSaleText.title}>
      {[...order.afterSales].reverse().map((asked) => (
        <Request key={asked.no} asked={asked} orderId={order._id} />
      ))}
    </Card>
  )
}

function Request({ asked, orderId }: { readonly asked: AfterSale; readonly orderId: string }) {
  const { no, status, reason, answer } = asked
  return (
    <View
      className={styles.request}
      id={`after-sale-${no}`}
      ariaRole="button"
      onClick={() => {
        open('aftersale', { orderId, no: String(no) })
      }}
    >
      <View className={styles.head}>
        <View>{`${afterSaleText.request(no)} · ${reasonText[reason]}`}</View>
        <Tag tone={requestTone[status]}>{requestStatusText[status]}</Tag>
      </View>
      <View className={styles.facts}>{`${afterSaleText.back} ${requestSum(asked)}`}</View>
      {answer !== '' && (
        <View className={styles.facts}>{`${afterSaleText.answer}：${answer}`}</View>
      )}
    </View>
  )
}
