import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@domain/failure'
import type { LiveId } from '@domain/ids'
import { useStores } from '@/stores/root'
import type { WantedLine } from '@/stores/CheckoutStore'
import { linesOf } from './purchase'

/**
 * Whether the purchase has begun: until then the store still holds the one before. What is chosen
 * of the cart must be known for it, and there must be something.
 */
export type Purchase = {
  readonly lines: readonly WantedLine[]
  readonly again: () => void
} & (
  | { readonly state: 'waiting' | 'empty' | 'begun' }
  | { readonly state: 'failed'; readonly failure: Failure }
)

/** Begins the purchase of a line, e.g. from a live room, or of what is chosen of the cart. */
export function usePurchase(
  line: WantedLine | undefined,
  fromCart: boolean,
  liveId: LiveId | undefined,
): Purchase {
  const { cart, checkout } = useStores()
  const [lines, setLines] = useState(() => {
    if (line) return [line]
    return fromCart && cart.view.value ? linesOf(cart.chosen) : undefined
  })
  const isUnread = fromCart && !lines
  // Opened by its address, e.g. after a reload, the cart has to be read first.
  const readCart = useCallback(
    () =>
      cart.load().then(() => {
        if (cart.view.value) setLines(linesOf(cart.chosen))
      }),
    [cart],
  )
  useEffect(() => {
    if (isUnread) void readCart()
  }, [isUnread, readCart])
  useEffect(() => {
    if (lines && lines.length > 0) void checkout.begin(lines, liveId)
  }, [lines, liveId, checkout])
  const again = () => void (lines ? checkout.reprice() : readCart())
  const { view } = cart
  if (lines?.length === 0) return { lines, again, state: 'empty' }
  if (lines) return { lines, again, state: checkout.isOf(lines) ? 'begun' : 'waiting' }
  if (fromCart && view.state === 'failed') {
    return { lines: [], again, state: 'failed', failure: view.failure }
  }
  return { lines: [], again, state: 'waiting' }
}
