import { View } from '@tarojs/components'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { staffAttributionText } from '@/text/staffGuides'
import { OrderLines } from '../OrderLines'
import { Head } from './Head'
import styles from './ShipOrder.module.scss'

/** An order that waits to be picked up: what to have ready. Only its code hands it out. */
export function PickUpOrder({ order }: { readonly order: StaffOrder }) {
  const { _id: orderId, delivery } = order
  return (
    <Card>
      <Head order={order} />
      {delivery.kind === 'pick-up' && <View className={styles.address}>{delivery.storeName}</View>}
      <OrderLines order={order} />
      <View className={styles.action}>
        <Button
          kind="quiet"
          id={`whose-${orderId}`}
          onTap={() => {
            open('attribution', { orderId })
          }}
        >
          {staffAttributionText.entry}
        </Button>
      </View>
    </Card>
  )
}
