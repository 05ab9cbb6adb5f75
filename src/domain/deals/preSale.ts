import { after, DAY, type Duration } from '../time'
import type { DealBase } from './deal'

/**
 * So long money may wait for a group to be decided. WeChat keeps it frozen until the goods are
 * shipped, and wants that within 15 days of the payment; two of them are for packing.
 */
export const LONGEST_WAIT = (13 * DAY) as Duration

/** 预售: so long after its end a deal's goods must be on their way. */
export const PRE_SALE_SHIPPING = (15 * DAY) as Duration

/** When a deal's goods go out, as far as that depends on when it ends. */
export type Shipping = Pick<DealBase, 'startsAt' | 'endsAt' | 'shipsAt'>

/** What is wrong with when a pre-sale ships, in the words of who set it up. */
export function preSaleFault({ endsAt, shipsAt }: Shipping): string | undefined {
  if (shipsAt === undefined) return undefined
  if (shipsAt < endsAt) return 'a pre-sale ships when its deal is over, not before'
  return shipsAt > after(endsAt, PRE_SALE_SHIPPING)
    ? `a pre-sale ships within ${PRE_SALE_SHIPPING / DAY} days of the end of its deal`
    : undefined
}

/**
 * What is wrong with a deal that lets everybody wait for its end: who pays first must not wait
 * too long, unless a pre-sale says beforehand when the goods come.
 */
export function waitFault({ startsAt, endsAt, shipsAt }: Shipping): string | undefined {
  if (shipsAt !== undefined || endsAt <= after(startsAt, LONGEST_WAIT)) return undefined
  const most = LONGEST_WAIT / DAY
  return `paid goods wait ${most} days at the most, unless preSale says when they are shipped`
}

/** What a deal says about its shipping, to be told along with it. */
export function preSaleOf({ shipsAt }: Pick<DealBase, 'shipsAt'>): Pick<DealBase, 'shipsAt'> {
  return shipsAt === undefined ? {} : { shipsAt }
}
