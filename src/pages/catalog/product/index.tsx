import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { ProductId, SkuId } from '@domain/ids'
import { Card } from '@/components/Card'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { Stale } from '@/components/Stale'
import { addressOf, open, usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { tagOf } from '@/stores/CatalogStore'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { useVisit } from '@/stores/tracking'
import { cartText } from '@/text/cart'
import { catalogText } from '@/text/catalog'
import { explain } from '@/text/failures'
import { sharedText } from '@/text/shared'
import { productsInDeals } from '../productsInDeals'
import { StoreList } from '../StoreList'
import { BuyBar } from './BuyBar'
import { BuySheet, type Purpose } from './BuySheet'
import { Deals } from './Deals'
import { Gallery } from './Gallery'
import { Head } from './Head'
import { Promotions } from './Promotions'
import { SkuChoice } from './SkuChoice'
import styles from './index.module.scss'

/** A product: what it is and costs, what is left of it, its deals, and how to buy it. */
export default observer(function ProductPage() {
  const { productId = '', liveId } = usePageValues()
  const { catalog, cart } = useStores()
  const visible = useVisible()
  const [chosenId, choose] = useState<SkuId>()
  const [purpose, setPurpose] = useState<Purpose>()
  const loaded = catalog.product(productId)
  const view = loaded.value

  const target = { kind: 'product', id: productId as ProductId } as const
  useEffect(() => {
    if (visible) void catalog.loadProduct(productId)
  }, [visible, productId, catalog])
  usePullToRefresh(() => catalog.loadProduct(productId))
  useVisit({ page: 'product', subject: productId, liveId })
  useSharing(
    () => ({
      title: view?.product.name ?? sharedText.shop,
      address: addressOf('product', { productId }),
      target,
    }),
    { toMoments: true },
  )

  const retry = () => void catalog.loadProduct(productId)
  const skus = view?.product.skus ?? []
  const sku = skus.find(({ id }) => id === chosenId) ?? skus.find(({ left }) => left > 0) ?? skus[0]
  if (!view || !sku) return <Missing loaded={loaded} shape="product" onRetry={retry} />
  const { product, deals, context } = view
  const tag = tagOf(view, sku)
  const add = async (quantity: number) => {
    const refusal = await cart.add([{ productId: product._id, skuId: sku.id, quantity }])
    toast(refusal ? explain(refusal) : cartText.added)
  }
  const finish = (what: Purpose, quantity: number) => {
    setPurpose(undefined)
    if (what === 'add') void add(quantity)
    else open('checkout', { productId, skuId: sku.id, quantity, liveId })
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Gallery pictures={product.pictures} tint={product.categoryId} name={product.name} />
      <Head product={product} sku={sku} tag={tag} onTimeOver={retry} />
      <Deals deals={deals} onTimeOver={retry} />
      <Promotions tag={tag} />
      {skus.length > 1 && (
        <Card title={catalogText.sku}>
          <SkuChoice view={view} chosen={sku} onChoose={choose} />
        </Card>
      )}
      <Card title={catalogText.description}>
        <View className={styles.description}>
          {product.description || catalogText.noDescription}
        </View>
      </Card>
      <Card title={catalogText.pickUpTitle}>
        <View>{catalogText.freight(context.freight)}</View>
        <View className={styles.hint}>{catalogText.pickUpHint}</View>
        <StoreList stores={catalog.home.value?.stores ?? []} />
      </Card>
      <PosterEntry target={target} />
      <BuyBar
        isSoldOut={skus.every(({ left }) => left === 0)}
        isInDeal={productsInDeals(deals).length > 0}
        onAdd={() => (skus.length > 1 ? setPurpose('add') : void add(1))}
        onBuy={() => setPurpose('buy')}
      />
      <BuySheet
        view={view}
        sku={sku}
        purpose={purpose}
        onChoose={choose}
        onClose={() => setPurpose(undefined)}
        onDone={finish}
      />
    </View>
  )
})
