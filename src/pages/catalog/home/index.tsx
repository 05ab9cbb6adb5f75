import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { addressOf, setTitle } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useShare } from '@/platform/share'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { catalogText } from '@/text/catalog'
import { sharedText } from '@/text/shared'
import { productsInDeals } from '../productsInDeals'
import { Shelf } from '../Shelf'
import { Categories } from './Categories'
import { Deals } from './Deals'
import { Stores } from './Stores'
import styles from './index.module.scss'

/** How often to look how far the ladders have come. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** The shop window: the ladder of the day, further deals, and the shelves. */
export default observer(function HomePage() {
  const { catalog } = useStores()
  const visible = useVisible()
  const { home } = catalog
  const view = home.value
  const shopName = view?.shop.name

  useEffect(() => {
    if (visible) void catalog.loadHome()
  }, [visible, catalog])
  useEffect(() => {
    if (shopName !== undefined) setTitle(shopName)
  }, [shopName])
  usePoll(view && view.deals.length > 0 ? () => catalog.refreshHome() : undefined, PACE)
  usePullToRefresh(() => catalog.loadHome())
  useShare(() => ({ title: shopName ?? sharedText.shop, address: addressOf('home', {}) }))

  const retry = () => void catalog.loadHome()
  if (!view) {
    return home.state === 'failed' ? (
      <Trouble failure={home.failure} onRetry={retry} />
    ) : (
      <Skeleton kind="home" />
    )
  }
  return (
    <View className={styles.page}>
      {/* What comes and goes has a place of its own, or the whole page would be sent again. */}
      <View>{home.state === 'failed' && <Stale failure={home.failure} onRetry={retry} />}</View>
      <Stores stores={view.stores} />
      <Deals deals={view.deals} onTimeOver={() => void catalog.refreshHome()} />
      {view.products.length > 0 ? (
        <Categories categories={view.categories} />
      ) : (
        <Empty title={catalogText.nothingTitle} hint={catalogText.nothingHint} />
      )}
      <Shelf products={view.products} inDeals={productsInDeals(view)} />
    </View>
  )
})
