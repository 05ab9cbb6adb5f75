import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { membersText } from '@/text/members'
import { StoreList } from '../../catalog/StoreList'
import { Help } from './Help'
import { OrderEntries } from './OrderEntries'
import { StaffEntry } from './StaffEntry'
import styles from './index.module.scss'

/** What belongs to the shopper: their orders; beside them help and the shop's counters. */
export default observer(function MePage() {
  const { catalog } = useStores()
  const shop = catalog.home.value
  useCartBadge()
  useEffect(() => {
    // Who comes here first, e.g. after a reload, has no shop in hand yet.
    if (!catalog.home.value) void catalog.loadHome()
  }, [catalog])
  return (
    <View className={styles.page}>
      <OrderEntries />
      <View>
        <StaffEntry />
      </View>
      <Card title={membersText.helpTitle}>
        <Help items={membersText.help} />
      </Card>
      {shop && shop.stores.length > 0 && (
        <Card title={membersText.storesTitle}>
          <StoreList stores={shop.stores} />
        </Card>
      )}
      <Card title={shop?.shop.name ?? membersText.aboutTitle}>
        <View className={styles.about}>{membersText.about}</View>
      </Card>
    </View>
  )
})
