import {
  RETURNS_KEPT,
  type Hold,
  type HoldPlace,
  type Quota,
  type StockPool,
} from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import { after, type Instant } from '@domain/time'
import { _, least } from '../kit/cloud'
import { pools, quotas } from '../kit/collections'
import type { Collection } from '../kit/database'

/** The collection in which holds of this kind are taken. */
export const placeOf = (place: HoldPlace): Collection<StockPool> | Collection<Quota> =>
  place === 'pools' ? pools : quotas

/** Lets a hold go; a repeat, or a hold that is not there, changes nothing. */
export function release(hold: Hold, orderId: OrderId): Promise<boolean> {
  return placeOf(hold.in).changeIf(
    hold.id,
    { [`holds.${orderId}`]: _.exists(true) },
    { available: _.inc(hold.quantity), [`holds.${orderId}`]: _.remove() },
  )
}

/** Books a hold as sold; `people` counts a member who joined with it. A repeat changes nothing. */
export function sell(hold: Hold, orderId: OrderId, people: 0 | 1): Promise<boolean> {
  return placeOf(hold.in).changeIf(
    hold.id,
    { [`holds.${orderId}`]: _.exists(true) },
    {
      sold: _.inc(hold.quantity),
      [`holds.${orderId}`]: _.remove(),
      ...(people && { people: _.inc(people) }),
    },
  )
}

/**
 * Brings what a paid order took back, whether it was booked as sold already or is still held.
 * The pool remembers it, so that a repeat adds nothing; `people` counts a member who left.
 */
export async function comeBack(
  hold: Hold,
  orderId: OrderId,
  { people, now }: { people: 0 | 1; now: Instant },
): Promise<boolean> {
  const place = placeOf(hold.in)
  const unreturned = { [`returned.${orderId}`]: _.exists(false) }
  const back = {
    available: _.inc(hold.quantity),
    [`returned.${orderId}`]: now,
    sweepAt: least(after(now, RETURNS_KEPT)),
  }
  const released = await place.changeIf(
    hold.id,
    { ...unreturned, [`holds.${orderId}`]: _.exists(true) },
    { ...back, [`holds.${orderId}`]: _.remove() },
  )
  if (released) return true
  return place.changeIf(hold.id, unreturned, {
    ...back,
    sold: _.inc(-hold.quantity),
    ...(people && { people: _.inc(-people) }),
  })
}
