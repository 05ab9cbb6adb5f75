import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { addressOf, setTitle, usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useShare } from '@/platform/share'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { catalogText } from '@/text/catalog'
import { sharedText } from '@/text/shared'
import { productsInDeals } from '../productsInDeals'
import { Shelf } from '../Shelf'
import styles from './index.module.scss'

/** One shelf of the shop: all products of a category. */
export default observer(function ShelfPage() {
  const { categoryId = '' } = usePageValues()
  const { catalog } = useStores()
  const visible = useVisible()
  const { home } = catalog
  const view = home.value
  const name = view?.categories.find(({ id }) => id === categoryId)?.name

  useEffect(() => {
    if (visible) void catalog.loadHome()
  }, [visible, catalog])
  useEffect(() => {
    if (name !== undefined) setTitle(name)
  }, [name])
  usePullToRefresh(() => catalog.loadHome())
  useShare(() => ({ title: name ?? sharedText.shop, address: addressOf('shelf', { categoryId }) }))

  const retry = () => void catalog.loadHome()
  if (!view) {
    return home.state === 'failed' ? (
      <Trouble failure={home.failure} onRetry={retry} />
    ) : (
      <Skeleton kind="shelf" />
    )
  }
  const products = view.products.filter((product) => product.categoryId === categoryId)
  return (
    <View className={styles.page}>
      <View>{home.state === 'failed' && <Stale failure={home.failure} onRetry={retry} />}</View>
      <Shelf products={products} inDeals={productsInDeals(view)} />
      {products.length === 0 && <Empty title={catalogText.nothingHere} />}
    </View>
  )
})
