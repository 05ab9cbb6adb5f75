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
import { explain } from '@/text/failures'
import { staffText } from '@/text/staff'
import { AttributionEntry } from '../AttributionEntry'
import { OrderLines } from '../OrderLines'
import { ParcelForm } from './ParcelForm'
import styles from './Shipment.module.scss'

/** An order of the queue on its way into a parcel. */
export const Shipment = observer(function Shipment({ orderId }: { readonly orderId: string }) {
  const { staff } = useStores()
  const seen = staff.byId.of(orderId)
  useEffect(() => {
    setTitle(staffText.shipTitle)
    // What the queue told of it may be some time ago: somebody else may have shipped it.
    void staff.byId.load(orderId)
  }, [staff, orderId])

  if (seen.value) return <Packing order={seen.value} />
  if (seen.state !== 'failed') return <Skeleton kind="order" />
  if (seen.failure.code !== 'order_unknown') {
    return <Trouble failure={seen.failure} onRetry={() => void staff.byId.load(orderId)} />
  }
  return <Gone title={explain(seen.failure)} />
})

const toQueue = () => {
  replace('queue', { queue: 'ship' })
}

/** Says that there is nothing to ship here, with the way back to what there is. */
function Gone({ title = staffText.gone }: { readonly title?: string }) {
  const action = { text: staffText.nextOrder, onTap: toQueue, id: 'next-order' }
  return <Empty title={title} action={action} />
}

function Packing({ order }: { readonly order: StaffOrder }) {
  const { delivery, status } = order
  if (delivery.kind !== 'courier') return <Gone />
  return (
    <View>
      <Label delivery={delivery} />
      <Card title={staffText.goodsTitle}>
        <OrderLines order={order} />
      </Card>
      <AttributionEntry orderId={order._id} />
      {delivery.parcel && <Shipped parcel={delivery.parcel} />}
      {status === 'paid' && <ParcelForm orderId={order._id} />}
      {status !== 'paid' && !delivery.parcel && <Gone />}
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
