import {
  RETURNS_KEPT,
  type Hold,
  type HoldPlace,
  type Quota,
  type StockPool,
} from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import type { Team } from '@domain/teams/team'
import { after, type Instant } from '@domain/time'
import { releaseCoupon } from '../coupons/hold'
import { _, least } from '../kit/cloud'
import { pointsAccounts, pools, quotas, teams } from '../kit/collections'
import type { Collection, Words } from '../kit/database'

/** What stock, quotas and seats are counted in. */
export type GoodsPlace = Exclude<HoldPlace, 'coupons' | 'points'>

/** A hold of goods, or of what limits them: its pool books it as sold and takes it back. */
export type GoodsHold = Hold & { readonly in: GoodsPlace }

/** Coupons and points follow their order by a rule of their own: its task `benefits`. */
export function isOfGoods(hold: Hold): hold is GoodsHold {
  return hold.in !== 'coupons' && hold.in !== 'points'
}

const places = { pools, quotas, teams } as const

/** The collection in which holds of this kind are taken. */
export const placeOf = (
  place: GoodsPlace,
): Collection<StockPool> | Collection<Quota> | Collection<Team> => places[place]

/** What is beside the hold itself where a seat of a team is held. */
const withSeat = ({ seat }: Hold): Words => (seat ? { [`seats.${seat}`]: _.remove() } : {})

/** Lets a hold go; a repeat, or a hold that is not there, changes nothing. */
export function release(hold: Hold, orderId: OrderId): Promise<boolean> {
  if (hold.in === 'coupons') return releaseCoupon(hold.id, orderId)
  const place = isOfGoods(hold) ? placeOf(hold.in) : pointsAccounts
  return place.changeIf(
    hold.id,
    { [`holds.${orderId}`]: _.exists(true) },
    {
      available: _.inc(hold.quantity),
      [`holds.${orderId}`]: _.remove(),
      ...withSeat(hold),
    },
  )
}

/**
 * Books a hold as sold, as long as it is of that quantity; `people` counts a member who joined
 * with it. A repeat changes nothing.
 */
export function sell(hold: GoodsHold, orderId: OrderId, people: 0 | 1): Promise<boolean> {
  return placeOf(hold.in).changeIf(
    hold.id,
    { [`holds.${orderId}.n`]: hold.quantity },
    {
      sold: _.inc(hold.quantity),
      [`holds.${orderId}`]: _.remove(),
      ...(people && { people: _.inc(people) }),
    },
  )
}

/** What comes back, and when. */
interface Return {
  readonly orderId: OrderId
  /** Tells this return from others of the same order. */
  readonly mark: string
  /** Counts a member who left. */
  readonly people: 0 | 1
  readonly now: Instant
}

/**
 * Brings pieces of a paid order back, whether they were booked as sold already or are still held.
 * The pool remembers it, so that a repeat adds nothing.
 */
export async function comeBack(
  hold: GoodsHold,
  { orderId, mark, people, now }: Return,
): Promise<void> {
  const place = placeOf(hold.in)
  const held = `holds.${orderId}`
  const unreturned = { [`returned.${mark}`]: _.exists(false) }
  const back = {
    available: _.inc(hold.quantity),
    [`returned.${mark}`]: now,
    sweepAt: least(after(now, RETURNS_KEPT)),
  }
  const ofAll = { ...unreturned, [`${held}.n`]: hold.quantity }
  if (await place.changeIf(hold.id, ofAll, { ...back, [held]: _.remove() })) return
  if (mark !== orderId) {
    const ofSome = { ...unreturned, [`${held}.n`]: _.gt(hold.quantity) }
    const less = { ...back, [`${held}.n`]: _.inc(-hold.quantity), rev: _.inc(1) }
    if (await place.changeIf(hold.id, ofSome, less)) return
  }
  await place.changeIf(
    hold.id,
    { ...unreturned, [held]: _.exists(false) },
    {
      ...back,
      sold: _.inc(-hold.quantity),
      ...(people && { people: _.inc(-people) }),
    },
  )
}
