import { View } from '@tarojs/components'
import type { Address } from '@domain/orders/delivery'
import { Card } from '@/components/Card'
import { checkoutText } from '@/text/checkout'
import styles from './StoreChoice.module.scss'

/** Where a courier goes, and the tap that changes it. */
export interface AddressCardProps {
  readonly address: Address | null
  readonly onTap: () => void
}

/** The address of this order, or the wish for one. */
export function AddressCard({ address, onTap }: AddressCardProps) {
  return (
    <Card title={checkoutText.address} id="choose-address" onTap={onTap}>
      <View className={styles.chosen}>
        {address ? (
          <View className={styles.facts} id="address">
            <View className={styles.name}>{`${address.name} ${address.phone}`}</View>
            <View className={styles.where}>
              {[address.province, address.city, address.county, address.detail].join(' ')}
            </View>
          </View>
        ) : (
          <View className={styles.none}>{checkoutText.chooseAddress}</View>
        )}
        <View className={styles.arrow} />
      </View>
    </Card>
  )
}
