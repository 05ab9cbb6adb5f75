import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Missing } from '@/components/Missing'
import { useStores } from '@/stores/root'
import { StoreCode } from './StoreCode'
import styles from './index.module.scss'

/** 门店码: a code for each store; who scans it joins the shop as a member of that store. */
export default observer(function StoreCodesPage() {
  const { catalog } = useStores()
  const { home } = catalog
  useEffect(() => {
    // Who comes here first, e.g. after a reload, has no shop in hand yet.
    if (!catalog.home.value) void catalog.loadHome()
  }, [catalog])
  if (!home.value) {
    return <Missing loaded={home} shape="list" onRetry={() => void catalog.loadHome()} />
  }
  return (
    <View className={styles.page}>
      {home.value.stores.map((store) => (
        <StoreCode key={store.id} store={store} />
      ))}
    </View>
  )
})
