import type { Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'

/** placeholder until the conformance of the call is known */
export function reportHandout(_order: Order, _now: Instant): Promise<void> {
  return Promise.resolve()
}
