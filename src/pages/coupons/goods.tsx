import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ScopeNames } from '@domain/coupons/contract'
import type { CategoryId } from '@domain/ids'
import type { Scope } from '@domain/promotions/scope'
import { Sheet } from '@/components/Sheet'
import { open, openTab } from '@/platform/go'
import { useStores } from '@/stores/root'
import { couponsText } from '@/text/coupons'
import styles from './goods.module.scss'

/** What the things in a scope are called; a thing that is gone has no name. */
export const namesOf = ({ ids }: Scope, names: ScopeNames): readonly string[] =>
  ids.flatMap((id) => names[id] ?? [])

/** The way from a coupon to the goods that it is for. */
export interface Goods {
  /** A scope of several things, of which one is to be chosen. */
  readonly scope: Scope | undefined
  /** Leads to the goods; where there are several shelves or products, lets one be chosen. */
  readonly show: (scope: Scope) => void
  readonly lead: (kind: Scope['kind'], id: string) => void
  readonly close: () => void
}

/** Leads to all that the shop has. */
export function toGoods(): void {
  openTab('shelf')
}

export function useGoods(): Goods {
  const { catalog } = useStores()
  const [scope, setScope] = useState<Scope>()
  const close = () => {
    setScope(undefined)
  }
  const lead = (kind: Scope['kind'], id: string) => {
    close()
    if (kind === 'category') catalog.chooseShelf(id as CategoryId)
    if (kind === 'product') open('product', { productId: id })
    else toGoods()
  }
  const show = (wished: Scope) => {
    const [id = '', ...others] = wished.ids
    if (wished.kind !== 'all' && others.length > 0) setScope(wished)
    else lead(wished.kind, id)
  }
  return { scope, show, lead, close }
}

/** Of several shelves or products, lets one be chosen to go to. */
export function GoodsSheet({
  goods,
  names,
}: {
  readonly goods: Goods
  readonly names: ScopeNames
}) {
  const { scope, close, lead } = goods
  return (
    <Sheet title={couponsText.goods} open={scope !== undefined} onClose={close}>
      {scope?.ids.map((id) => (
        <View
          key={id}
          id={`goods-${id}`}
          className={styles.goods}
          ariaRole="button"
          onClick={() => {
            lead(scope.kind, id)
          }}
        >
          {names[id]}
          <View className={styles.chevron} />
        </View>
      ))}
    </Sheet>
  )
}
