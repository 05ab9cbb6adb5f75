import { View } from '@tarojs/components'
import type { OrderView } from '@domain/orders/contract'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { copy } from '@/platform/copy'
import { ordersText } from '@/text/orders'
import styles from './Facts.module.scss'

/** The numbers that one is asked for on the telephone. */
export function Facts({ order }: { readonly order: OrderView }) {
  return (
    <Card>
      <Row label={ordersText.number} value={order._id} />
      <View>
        {order.payment && (
          <Row label={ordersText.transaction} value={order.payment.transactionId} />
        )}
      </View>
      {order.note !== '' && <Row label={ordersText.note} value={order.note} />}
      <View
        id="copy-number"
        className={styles.copy}
        ariaRole="button"
        onClick={() => {
          copy(order._id)
        }}
      >
        {ordersText.copyNumber}
      </View>
    </Card>
  )
}
