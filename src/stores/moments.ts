import { useCallback, useEffect, useRef } from 'react'
import type { MessageKind } from '@domain/messages/wallet'
import type { DeliveryKind } from '@domain/orders/delivery'
import type { DealOffer } from '@domain/orders/receipt'
import { useStores } from './root'

/** What one may want to hear of a coupon. */
export const couponMoment: readonly MessageKind[] = ['couponExpiring']

/** What one may want to hear of an order: at most three kinds, as many as WeChat asks for. */
export function orderMoment(
  delivery: DeliveryKind,
  deal: DealOffer['kind'] | undefined,
): readonly MessageKind[] {
  return [
    ...(deal === 'team' ? (['teamFormed'] as const) : []),
    ...(delivery === 'courier' ? (['orderShipped'] as const) : []),
    'refundSent',
  ]
}

/**
 * Asks at a moment whether messages may be sent that belong to it. To be called from the tap
 * itself, before anything is waited for; a page asks once as long as it is open.
 */
export function useMoment(): (kinds: readonly MessageKind[]) => Promise<void> {
  const { messages } = useStores()
  const asked = useRef(false)
  useEffect(() => void messages.prepare(), [messages])
  return useCallback(
    (kinds) => {
      if (asked.current) return Promise.resolve()
      asked.current = true
      return messages.askInPassing(kinds)
    },
    [messages],
  )
}
