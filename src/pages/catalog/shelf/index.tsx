import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { isId, type CategoryId } from '@domain/ids'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { addressOf, usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { catalogText } from '@/text/catalog'
import { SearchEntry } from '../SearchEntry'
import { Categories } from './Categories'
import { Goods } from './Goods'
import styles from './index.module.scss'

/** The shelves of the shop: their names at the left, what stands on one at the right. */
export default observer(function ShelfPage() {
  const { categoryId: asked = '' } = usePageValues()
  const { catalog, search } = useStores()
  const visible = useVisible()
  const { home, shelfId } = catalog
  const categories = home.value?.categories

  useCartBadge()
  useEffect(() => {
    if (isId(asked)) catalog.chooseShelf(asked as CategoryId)
  }, [asked, catalog])
  useEffect(() => {
    if (visible && !catalog.home.value) void catalog.loadHome()
  }, [visible, catalog])
  useEffect(() => {
    if (visible && shelfId) void search.look({ categoryId: shelfId, sort: 'shelf' })
  }, [visible, shelfId, search])
  const choose = (categoryId: CategoryId) => {
    catalog.chooseShelf(categoryId)
  }
  const again = async () => {
    await catalog.loadHome()
    if (shelfId) await search.look({ categoryId: shelfId, sort: 'shelf' })
  }
  usePullToRefresh(again)
  useSharing(() => ({
    title: categories?.find(({ id }) => id === shelfId)?.name ?? catalogText.shelves,
    address: addressOf('shelf', shelfId ? { categoryId: shelfId } : {}),
    target: { kind: 'home' },
  }))

  if (!categories) return <Missing loaded={home} shape="shelf" onRetry={() => void again()} />
  return (
    <View className={styles.page}>
      <Stale loaded={home} onRetry={() => void again()} />
      <View className={styles.search}>
        <SearchEntry />
      </View>
      <View className={styles.columns}>
        <Categories categories={categories} chosenId={shelfId} onChoose={choose} />
        <View className={styles.goods}>
          {shelfId && <Goods key={shelfId} categoryId={shelfId} />}
        </View>
      </View>
    </View>
  )
})
