import { View } from '@tarojs/components'
import type { Courier, Parcel } from '@domain/orders/delivery'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { copy } from '@/platform/copy'
import { courierText } from '@/text/couriers'
import { addressText } from '@/text/addresses'
import { momentText, ordersText } from '@/text/orders'
import { when } from '@/text/when'
import styles from './Shipping.module.scss'

/** Where the goods are sent, and the parcel once it is on its way. */
export function Shipping({ delivery }: { readonly delivery: Courier }) {
  const { name, phone, parcel } = delivery
  return (
    <Card title={ordersText.address}>
      <View className={styles.person}>{`${name} ${phone}`}</View>
      <View className={styles.where} id="address">
        {addressText(delivery)}
      </View>
      <View>{parcel && <ParcelFacts parcel={parcel} />}</View>
    </Card>
  )
}

function ParcelFacts({ parcel }: { readonly parcel: Parcel }) {
  return (
    <View className={styles.parcel} id="parcel">
      <Row label={ordersText.parcel} value={courierText[parcel.company]} />
      <Row label={ordersText.parcelNumber} value={parcel.number} />
      <Row label={momentText('ship', 'courier')} value={when(parcel.shippedAt, now())} />
      <View
        id="copy-parcel"
        className={styles.copy}
        ariaRole="button"
        onClick={() => {
          copy(parcel.number)
        }}
      >
        {ordersText.copyParcel}
      </View>
    </View>
  )
}
