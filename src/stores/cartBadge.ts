import { autorun } from 'mobx'
import { useEffect } from 'react'
import { setBadge } from '@/platform/badge'
import { useVisible } from '@/platform/visible'
import { useStores } from './root'

/** Keeps the number of pieces on the cart's tab; for the pages of the tab bar. */
export function useCartBadge(): void {
  const { cart } = useStores()
  const visible = useVisible()
  useEffect(() => {
    if (!visible) return undefined
    void cart.loadPieces()
    return autorun(() => setBadge('cart', cart.pieces))
  }, [visible, cart])
}
