import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { now } from '@/platform/clock'
import { addressOf, setTitle } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useShare } from '@/platform/share'
import { useVisible } from '@/platform/visible'
import { phaseOf } from '@/stores/outlook'
import { useStores } from '@/stores/root'
import { catalogText } from '@/text/catalog'
import { sharedText } from '@/text/shared'
import { Categories } from './Categories'
import { Deals } from './Deals'
import { Shelf } from './Shelf'
import { Stores } from './Stores'
import styles from './index.module.scss'

/** How often to look how far the ladders have come. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** The shop window: the ladder of the day, further deals, and the shelves. */
export default observer(function HomePage() {
  const { catalog } = useStores()
  const visible = useVisible()
  const { home, categoryId } = catalog
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
  useEndOfPage(() => {
    catalog.showMore()
  })
  useShare(() => ({ title: shopName ?? sharedText.shop, address: addressOf('home', {}) }))

  const retry = () => void catalog.loadHome()
  if (!view) {
    return home.state === 'failed' ? (
      <Trouble failure={home.failure} onRetry={retry} />
    ) : (
      <Skeleton kind="home" />
    )
  }
  const running = view.deals.filter((deal) => phaseOf(deal, now()) === 'open')
  return (
    <View className={styles.page}>
      {home.state === 'failed' && <Stale failure={home.failure} onRetry={retry} />}
      <Stores stores={view.stores} />
      <Deals deals={view.deals} onTimeOver={() => void catalog.refreshHome()} />
      {view.products.length > 0 && (
        <Categories
          categories={view.categories}
          chosen={categoryId}
          onChoose={(chosen) => {
            catalog.choose(chosen)
          }}
        />
      )}
      <Shelf products={catalog.shelf} inDeals={running.map((deal) => deal.product._id)} />
      {catalog.shelf.length === 0 ? (
        <Nothing isShopEmpty={view.products.length === 0} />
      ) : (
        <View className={styles.end}>{catalog.hasMore ? catalogText.more : catalogText.end}</View>
      )}
    </View>
  )
})

function Nothing({ isShopEmpty }: { readonly isShopEmpty: boolean }) {
  if (!isShopEmpty) return <Empty title={catalogText.nothingHere} />
  return <Empty title={catalogText.nothingTitle} hint={catalogText.nothingHint} />
}
