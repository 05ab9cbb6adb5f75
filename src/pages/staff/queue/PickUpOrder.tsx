import { View } from '@tarojs/components'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Card } from '@/components/Card'
import { OrderLines } from '../OrderLines'
import { Head } from './Head'
import styles from './ShipOrder.module.scss'

/** An order that waits to be picked up: what to have ready. Only its code hands it out. */
export function PickUpOrder({ order }: { readonly order: StaffOrder }) {
  const { delivery } = order
  return (
    <Card>
      <Head order={order} />
      {delivery.kind === 'pick-up' && <View className={styles.address}>{delivery.storeName}</View>}
      <OrderLines order={order} />
    </Card>
  )
}
