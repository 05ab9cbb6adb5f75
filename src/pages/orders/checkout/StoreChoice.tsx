import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { Store } from '@domain/catalog/product'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Sheet } from '@/components/Sheet'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import styles from './StoreChoice.module.scss'

/** Where the goods are picked up; a tap lets another store be chosen. */
export const StoreChoice = observer(function StoreChoice({
  stores,
}: {
  readonly stores: readonly Store[]
}) {
  const { checkout } = useStores()
  const [open, setOpen] = useState(false)
  const chosen = stores.find((store) => store.id === checkout.delivery.storeId)
  const choose = (storeId: string) => {
    checkout.fill({ storeId })
    setOpen(false)
  }
  return (
    <View>
      <Card
        title={checkoutText.store}
        id="choose-store"
        onTap={() => {
          setOpen(true)
        }}
      >
        <View className={styles.chosen}>
          {chosen ? (
            <StoreFacts store={chosen} />
          ) : (
            <View className={styles.none}>{checkoutText.chooseStore}</View>
          )}
          <View className={styles.arrow} />
        </View>
      </Card>
      <Sheet
        title={checkoutText.chooseStore}
        open={open}
        onClose={() => {
          setOpen(false)
        }}
      >
        {stores.map((store) => (
          <View
            key={store.id}
            id={`store-${store.id}`}
            className={classes(styles.option, store === chosen && styles.picked)}
            ariaRole="button"
            onClick={() => {
              choose(store.id)
            }}
          >
            <StoreFacts store={store} />
            <View className={styles.mark} />
          </View>
        ))}
      </Sheet>
    </View>
  )
})

function StoreFacts({ store }: { readonly store: Store }) {
  return (
    <View className={styles.facts}>
      <View className={styles.name}>{store.name}</View>
      <View className={styles.where}>{`${store.address} · ${store.hours}`}</View>
    </View>
  )
}
