import { View } from '@tarojs/components'
import type { Store } from '@domain/catalog/product'
import type { PickUp } from '@domain/orders/delivery'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { dial } from '@/platform/dial'
import { ordersText } from '@/text/orders'
import styles from './PickUpStore.module.scss'

/** Where and by whom the goods are picked up. */
export interface PickUpStoreProps {
  readonly delivery: PickUp
  /** Null when the store is not the shop's any more; its name stays on the order. */
  readonly store: Store | null
}

/** The store with its hours and its telephone, and the name to give there. */
export function PickUpStore({ delivery, store }: PickUpStoreProps) {
  return (
    <Card title={ordersText.store}>
      <View className={styles.store}>
        <View className={styles.facts}>
          <View className={styles.name}>{delivery.storeName}</View>
          {store && (
            <View className={styles.where}>
              <View>{store.address}</View>
              <View>{ordersText.hours(store.hours)}</View>
            </View>
          )}
        </View>
        {store && (
          <View
            id="call-store"
            className={styles.call}
            ariaRole="button"
            onClick={() => {
              dial(store.phone)
            }}
          >
            {store.phone}
          </View>
        )}
      </View>
      <Row label={ordersText.person} value={`${delivery.name} ${delivery.phone}`} />
    </Card>
  )
}
