import { observer } from 'mobx-react-lite'
import type { CategoryId } from '@domain/ids'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { useStores } from '@/stores/root'
import type { Wish } from '@/stores/SearchStore'
import { catalogText } from '@/text/catalog'
import { ProductList } from '../ProductList'
import { productsInDeals } from '../productsInDeals'

/** What stands on one shelf. */
export const Goods = observer(function Goods({ categoryId }: { readonly categoryId: CategoryId }) {
  const { catalog, search } = useStores()
  const wish: Wish = { categoryId, sort: 'shelf' }
  const loaded = search.found(wish)
  const found = loaded.value
  if (!found) {
    return <Missing loaded={loaded} shape="goods" onRetry={() => void search.look(wish)} />
  }
  if (found.products.length === 0) return <Empty title={catalogText.nothingHere} />
  const { value: home } = catalog.home
  return (
    <ProductList
      found={found}
      inDeals={home ? productsInDeals(home.deals) : []}
      onMore={() => void search.readMore(wish)}
    />
  )
})
