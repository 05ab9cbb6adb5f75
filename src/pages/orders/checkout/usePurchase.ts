import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@domain/failure'
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

/** Begins the purchase of a line, or of what is chosen of the cart. */
export function usePurchase(line: WantedLine | undefined, fromCart: boolean): Purchase {
  const { cart, checkout } = useStores()
  const [lines, setLines] = useState<readonly WantedLine[]>()
  const begin = useCallback(
    async (wanted: readonly WantedLine[]) => {
      setLines(wanted)
      if (wanted.length > 0) await checkout.begin(wanted)
    },
    [checkout],
  )
  const start = useCallback(async () => {
    if (line) return begin([line])
    if (!fromCart) return undefined
    // Opened by its address, e.g. after a reload, the cart has to be read first.
    if (!cart.view.value) await cart.load()
    return cart.view.value ? begin(linesOf(cart.chosen)) : undefined
  }, [line, fromCart, cart, begin])
  useEffect(() => {
    void start()
  }, [start])
  const again = () => void (lines ? checkout.reprice() : start())
  const { view } = cart
  if (lines) return { lines, again, state: lines.length > 0 ? 'begun' : 'empty' }
  if (fromCart && view.state === 'failed') {
    return { lines: [], again, state: 'failed', failure: view.failure }
  }
  return { lines: [], again, state: 'waiting' }
}
