import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { SkuId } from '@domain/ids'
import { Card } from '@/components/Card'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { addressOf, usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useShare } from '@/platform/share'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { catalogText } from '@/text/catalog'
import { sharedText } from '@/text/shared'
import { StoreList } from '../StoreList'
import { BuyBar } from './BuyBar'
import { BuySheet } from './BuySheet'
import { Gallery } from './Gallery'
import { Head } from './Head'
import { InDeal } from './InDeal'
import { SkuChoice } from './SkuChoice'
import styles from './index.module.scss'

/** A product: what it is, what is left of it, the ladders it is in, and how to buy it. */
export default observer(function ProductPage() {
  const { productId = '' } = usePageValues()
  const { catalog } = useStores()
  const visible = useVisible()
  const [chosenId, choose] = useState<SkuId>()
  const [isBuying, setBuying] = useState(false)
  const loaded = catalog.product(productId)
  const view = loaded.value

  useEffect(() => {
    if (visible) void catalog.loadProduct(productId)
  }, [visible, productId, catalog])
  usePullToRefresh(() => catalog.loadProduct(productId))
  useShare(() => ({
    title: view?.product.name ?? sharedText.shop,
    address: addressOf('product', { productId }),
  }))

  const retry = () => void catalog.loadProduct(productId)
  const skus = view?.product.skus ?? []
  const sku = skus.find(({ id }) => id === chosenId) ?? skus.find(({ left }) => left > 0) ?? skus[0]
  if (!view || !sku) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={retry} />
    ) : (
      <Skeleton kind="product" />
    )
  }
  const { product, deals } = view
  const stores = catalog.home.value?.stores ?? []
  return (
    <View className={styles.page}>
      <View>{loaded.state === 'failed' && <Stale failure={loaded.failure} onRetry={retry} />}</View>
      <Gallery pictures={product.pictures} tint={product.categoryId} name={product.name} />
      <Head product={product} sku={sku} />
      {deals.map((deal) => (
        <InDeal key={deal.deal._id} view={deal} onTimeOver={retry} />
      ))}
      {skus.length > 1 && (
        <Card title={catalogText.sku}>
          <SkuChoice skus={skus} chosen={sku} onChoose={choose} />
        </Card>
      )}
      <Card title={catalogText.description}>
        <View className={styles.description}>
          {product.description || catalogText.noDescription}
        </View>
      </Card>
      <Card title={catalogText.pickUpTitle}>
        <View className={styles.hint}>{catalogText.pickUpHint}</View>
        <StoreList stores={stores} />
      </Card>
      <BuyBar
        isSoldOut={skus.every(({ left }) => left === 0)}
        isInDeal={deals.length > 0}
        onBuy={() => {
          setBuying(true)
        }}
      />
      <BuySheet
        product={product}
        sku={sku}
        open={isBuying}
        onChoose={choose}
        onClose={() => {
          setBuying(false)
        }}
      />
    </View>
  )
})
