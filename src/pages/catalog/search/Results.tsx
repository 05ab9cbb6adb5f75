import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { openTab } from '@/platform/go'
import { useStores } from '@/stores/root'
import type { Wish } from '@/stores/SearchStore'
import { searchText } from '@/text/search'
import { ProductList } from '../ProductList'
import { productsInDeals } from '../productsInDeals'
import styles from './index.module.scss'

/** What was found for a wish. */
export const Results = observer(function Results({ wish }: { readonly wish: Wish }) {
  const { catalog, search } = useStores()
  const loaded = search.found(wish)
  const found = loaded.value
  const again = () => void search.look(wish)
  if (!found) return <Missing loaded={loaded} shape="goods" onRetry={again} />
  if (found.products.length === 0) {
    return (
      <Empty
        title={searchText.nothingTitle(wish.words ?? '')}
        hint={searchText.nothingHint}
        action={{ text: searchText.toShelves, id: 'shelves', onTap: () => openTab('shelf') }}
      />
    )
  }
  const home = catalog.home.value
  return (
    <View>
      <Stale loaded={loaded} onRetry={again} />
      <View className={styles.results}>
        <ProductList
          found={found}
          inDeals={home ? productsInDeals(home.deals) : []}
          onMore={() => void search.readMore(wish)}
        />
      </View>
    </View>
  )
})
