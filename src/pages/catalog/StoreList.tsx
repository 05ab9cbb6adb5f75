import { View } from '@tarojs/components'
import type { Store } from '@domain/catalog/product'
import { dial } from '@/platform/dial'
import { catalogText } from '@/text/catalog'
import styles from './StoreList.module.scss'

/** The shop's counters with address, hours and a number to call. */
export function StoreList({ stores }: { readonly stores: readonly Store[] }) {
  return (
    <View>
      {stores.map(({ id, name, address, hours, phone }) => (
        <View key={id} className={styles.store}>
          <View className={styles.words}>
            <View className={styles.name}>{name}</View>
            {/* Two lines in one: the first screen of home carries all of them. */}
            <View className={styles.where}>{`${address}\n${hours}`}</View>
          </View>
          <View
            id={`call-${id}`}
            className={styles.call}
            ariaRole="button"
            onClick={() => {
              dial(phone)
            }}
          >
            {catalogText.call}
          </View>
        </View>
      ))}
    </View>
  )
}
