import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { Empty } from '@/components/Empty'
import { LiveCard } from '@/components/LiveCard'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { addressOf, setTitle } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { useVisit } from '@/stores/tracking'
import { catalogText } from '@/text/catalog'
import { sharedText } from '@/text/shared'
import { productsInDeals } from '../productsInDeals'
import { SearchEntry } from '../SearchEntry'
import { Categories } from './Categories'
import { FlashStrip } from './FlashStrip'
import { Ladders } from './Ladders'
import { PromotionLines } from './PromotionLines'
import { Shelf } from './Shelf'
import { Stores } from './Stores'
import { TeamCards } from './TeamCards'
import styles from './index.module.scss'

/** How often to look how far the deals have come. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** The shop window: the ladder of the day, the other deals of now, and the shelves. */
export default observer(function HomePage() {
  const { catalog, events } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const { home } = catalog
  const view = home.value
  const shopName = view?.shop.name

  useCartBadge()
  useEffect(() => {
    if (visible) void catalog.loadHome()
  }, [visible, catalog])
  useEffect(() => {
    if (shopName !== undefined) setTitle(shopName)
  }, [shopName])
  usePoll(view ? () => catalog.refreshHome() : undefined, PACE)
  usePullToRefresh(() => catalog.loadHome())
  useVisit({ page: 'home' })
  useSharing(() => ({
    title: shopName ?? sharedText.shop,
    address: addressOf('home', {}),
    target: { kind: 'home' },
  }))

  const retry = () => void catalog.loadHome()
  if (!view) return <Missing loaded={home} shape="home" onRetry={retry} />
  const { deals, live } = view
  const onTimeOver = () => {
    lookAtTheClock()
    void catalog.refreshHome()
  }
  const isLive = live?.status === 'live'
  const card = live && (
    <LiveCard
      live={live}
      onTimeOver={onTimeOver}
      onOpen={() => {
        events.note({ kind: 'click', page: 'home', subject: live._id, liveId: null, ms: 0 })
      }}
    />
  )
  return (
    <View className={styles.page}>
      <Stale loaded={home} onRetry={retry} />
      <View className={styles.search}>
        <SearchEntry />
      </View>
      <Stores stores={view.stores} />
      {/* What runs stands in front; what comes, or is over, waits its turn. */}
      <View>{isLive && card}</View>
      <Ladders deals={deals.ladders} onTimeOver={onTimeOver} />
      <View>{!isLive && card}</View>
      <View>
        <FlashStrip items={deals.flash} onTimeOver={onTimeOver} />
      </View>
      <View>
        <TeamCards teams={deals.teams} />
      </View>
      <View>
        <PromotionLines promotions={view.promotions} categories={view.categories} />
      </View>
      {view.products.length > 0 ? (
        <Categories categories={view.categories} />
      ) : (
        <Empty title={catalogText.nothingTitle} hint={catalogText.nothingHint} />
      )}
      <Shelf products={view.products} inDeals={productsInDeals(deals)} />
    </View>
  )
})
