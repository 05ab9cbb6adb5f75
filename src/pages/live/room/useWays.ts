import { useMemo } from 'react'
import type { LiveGoods } from '@domain/live/contract'
import { open } from '@/platform/go'

/** Where something that is sold in a room leads to. */
export interface Ways {
  readonly onLook: (goods: LiveGoods) => void
  /** To the checkout, at the live price and counted to the session. */
  readonly onBuy: (goods: LiveGoods) => void
}

/** The ways from a room, the same as long as it is; each is a click that is noted. */
export function useWays(liveId: string, clicked: (goods: LiveGoods) => void): Ways {
  return useMemo(
    () => ({
      onLook: (goods) => {
        clicked(goods)
        open('product', { productId: goods.product._id, liveId })
      },
      onBuy: (goods) => {
        clicked(goods)
        const { dealId, skuId, product } = goods
        const productId = product._id
        open('checkout', { productId, skuId, quantity: 1, dealId, liveId })
      },
    }),
    [liveId, clicked],
  )
}
