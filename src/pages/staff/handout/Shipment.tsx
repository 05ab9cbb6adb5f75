import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { StaffOrder } from '@domain/fulfilment/contract'
import type { Courier, Parcel } from '@domain/orders/delivery'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Row } from '@/components/Row'
import { Skeleton } from '@/components/Skeleton'
import { Trouble } from '@/components/Trouble'
import { now } from '@/platform/clock'
import { copy } from '@/platform/copy'
import { replace, setTitle } from '@/platform/go'
import { useStores } from '@/stores/root'
import { addressText, labelText } from '@/text/addresses'
import { courierText } from '@/text/couriers'
import { staffText } from '@/text/staff'
import { OrderLines } from '../OrderLines'
import { ParcelForm } from './ParcelForm'
import styles from './Shipment.module.scss'

/** An order of the queue on its way into a parcel. */
export const Shipment = observer(function Shipment({ orderId }: { readonly orderId: string }) {
  const { staff } = useStores()
  const queue = staff.queue('ship')
  const order = staff.order(orderId)
  useEffect(() => {
    setTitle(staffText.shipTitle)
    // Who comes here first, e.g. after a reload, has no queue in hand yet.
    if (!staff.order(orderId)) void staff.loadQueue('ship')
  }, [staff, orderId])

  if (order) return <Packing order={order} />
  if (queue.state === 'failed') {
    return <Trouble failure={queue.failure} onRetry={() => void staff.loadQueue('ship')} />
  }
  if (queue.state === 'loading') return <Skeleton kind="order" />
  return <Empty title={staffText.gone} action={{ text: staffText.nextOrder, onTap: toQueue }} />
})

const toQueue = () => {
  replace('queue', { queue: 'ship' })
}

function Packing({ order }: { readonly order: StaffOrder }) {
  const { delivery, status } = order
  if (delivery.kind !== 'courier') return <Empty title={staffText.gone} />
  return (
    <View>
      <Label delivery={delivery} />
      <Card title={staffText.goodsTitle}>
        <OrderLines order={order} />
      </Card>
      {delivery.parcel && <Shipped parcel={delivery.parcel} />}
      {status === 'paid' && <ParcelForm orderId={order._id} />}
      {status !== 'paid' && !delivery.parcel && <Empty title={staffText.gone} />}
    </View>
  )
}

/** To whom and where, and a tap that copies it for a courier's own form. */
function Label({ delivery }: { readonly delivery: Courier }) {
  return (
    <Card title={staffText.addressTitle}>
      <View className={styles.who}>{`${delivery.name} ${delivery.phone}`}</View>
      <View className={styles.address}>{addressText(delivery)}</View>
      <View
        id="copy-address"
        className={styles.copy}
        ariaRole="button"
        onClick={() => {
          copy(labelText(delivery))
        }}
      >
        {staffText.copyAddress}
      </View>
    </Card>
  )
}

function Shipped({ parcel: { company, number, shippedAt } }: { readonly parcel: Parcel }) {
  return (
    <Card title={staffText.shipped}>
      <View id="shipped">
        <Row label={courierText[company]} value={number} />
        <Row label={staffText.shippedAt(shippedAt, now())} value="" />
      </View>
      <View className={styles.next}>
        <Button kind="plain" id="next-order" onTap={toQueue}>
          {staffText.nextOrder}
        </Button>
      </View>
    </Card>
  )
}
