import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Store } from '@domain/catalog/product'
import { Sheet } from '@/components/Sheet'
import { catalogText } from '@/text/catalog'
import { StoreList } from '../StoreList'
import styles from './Stores.module.scss'

/** Where the goods are picked up; a tap tells addresses and hours. */
export function Stores({ stores }: { readonly stores: readonly Store[] }) {
  const [open, setOpen] = useState(false)
  if (stores.length === 0) return null
  return (
    <View>
      <View
        className={styles.line}
        id="stores"
        ariaRole="button"
        onClick={() => {
          setOpen(true)
        }}
      >
        <View className={styles.pin} />
        <View className={styles.count}>{catalogText.pickUpAt(stores)}</View>
        <View className={styles.names}>{stores.map((store) => store.name).join(' · ')}</View>
        <View className={styles.chevron} />
      </View>
      <Sheet
        title={catalogText.storesTitle}
        open={open}
        onClose={() => {
          setOpen(false)
        }}
      >
        <StoreList stores={stores} />
      </Sheet>
    </View>
  )
}
