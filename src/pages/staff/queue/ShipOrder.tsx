import { View } from '@tarojs/components'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { addressText } from '@/text/addresses'
import { staffText } from '@/text/staff'
import { OrderLines } from '../OrderLines'
import { Head } from './Head'
import styles from './ShipOrder.module.scss'

/** An order that waits to be shipped. */
export function ShipOrder({ order }: { readonly order: StaffOrder }) {
  const { _id: orderId, delivery } = order
  return (
    <Card>
      <Head order={order} />
      {delivery.kind === 'courier' && (
        <View className={styles.address}>{addressText(delivery)}</View>
      )}
      <OrderLines order={order} />
      <View className={styles.action}>
        <Button
          kind="plain"
          id={`ship-${orderId}`}
          onTap={() => {
            open('handout', { orderId })
          }}
        >
          {staffText.ship}
        </Button>
      </View>
    </Card>
  )
}
