import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useCallback, useEffect, useState } from 'react'
import type { SkuId } from '@domain/ids'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { openTab } from '@/platform/go'
import { confirm, toast } from '@/platform/notice'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { cartText } from '@/text/cart'
import { explain } from '@/text/failures'
import { Ahead } from './Ahead'
import { CartBar } from './CartBar'
import { CartRow } from './CartRow'
import { EditBar } from './EditBar'
import { Troubled } from './Troubled'
import styles from './index.module.scss'

/** The cart: what is in it, what of it is to be ordered, and what that comes to. */
export default observer(function CartPage() {
  const { cart } = useStores()
  const visible = useVisible()
  /** The lines that are marked to be deleted; nothing while the cart is not being edited. */
  const [marked, setMarked] = useState<readonly SkuId[]>()
  const { view, lines, orderable, refusal } = cart

  useCartBadge()
  useEffect(() => {
    if (visible) void cart.load()
  }, [visible, cart])
  useEffect(() => {
    if (!refusal) return
    toast(explain(refusal))
    cart.dismissRefusal()
  }, [refusal, cart])
  usePullToRefresh(() => cart.load())
  const mark = useCallback((skuId: SkuId) => {
    setMarked((before = []) =>
      before.includes(skuId) ? before.filter((one) => one !== skuId) : [...before, skuId],
    )
  }, [])

  const retry = () => void cart.load()
  if (!view.value) return <Missing loaded={view} shape="cart" onRetry={retry} />
  const remove = async () => {
    const gone = orderable.filter(({ skuId }) => marked?.includes(skuId))
    if (!(await confirm(cartText.removeQuestion(gone.length)))) return
    setMarked(undefined)
    await cart.remove(gone)
  }
  const areAllMarked = marked?.length === orderable.length
  return (
    <View className={styles.page}>
      <Stale loaded={view} onRetry={retry} />
      {lines.length === 0 ? (
        <Empty title={cartText.emptyTitle} hint={cartText.emptyHint} action={shopping} />
      ) : (
        <View>
          <View className={styles.head} id="cart">
            <View>{cartText.lines(lines.length)}</View>
            <View
              className={styles.edit}
              id="edit"
              ariaRole="button"
              onClick={() => setMarked(marked ? undefined : [])}
            >
              {marked ? cartText.done : cartText.edit}
            </View>
          </View>
          <Ahead />
          {orderable.map((kept) => (
            <CartRow
              key={kept.skuId}
              kept={kept}
              isMarked={marked?.includes(kept.skuId)}
              onMark={mark}
            />
          ))}
          <Troubled />
          {marked ? (
            <EditBar
              marked={marked.length}
              areAllMarked={areAllMarked}
              onMarkAll={() => setMarked(areAllMarked ? [] : orderable.map(({ skuId }) => skuId))}
              onRemove={() => void remove()}
            />
          ) : (
            <CartBar />
          )}
        </View>
      )}
    </View>
  )
})

const shopping = {
  text: cartText.goShopping,
  id: 'shop',
  onTap: () => {
    openTab('shelf')
  },
}
