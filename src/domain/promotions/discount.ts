import type { Id } from '../ids'
import { share, type Bps, type Fen } from '../money'
import type { Schedule } from '../schedule'
import type { Scope } from './scope'

/** 限时折扣 or 会员日: a part of the price for a time, for everybody or from a level on. */
export interface Discount {
  readonly id: Id<'discount'>
  readonly kind: 'discount' | 'member-day'
  readonly name: string
  readonly schedule: Schedule
  readonly levelAtLeast: Id<'level'> | null
  /** What is left of the price: 8800 is 12% off. 10000 leaves it, for days of more points only. */
  readonly discountBps: Bps
  readonly pointsMultiplierBps: Bps | null
  readonly scope: Scope
}

/** The whole price. */
const WHOLE = 10_000

/** Whether a rate brings a price down at all. */
export function takesOff({ discountBps }: { readonly discountBps: Bps }): boolean {
  return discountBps < WHOLE
}

/** The price of a piece at a rate, rounded half up to whole fen. */
export function discounted(priceFen: Fen, discountBps: Bps): Fen {
  return share(priceFen, discountBps)
}

/** What is wrong with a discount, in the words of who set it up; nothing when it is one. */
export function discountFault({
  discountBps,
  pointsMultiplierBps,
}: Pick<Discount, 'discountBps' | 'pointsMultiplierBps'>): string | undefined {
  if (discountBps <= 0) return 'a discount leaves something of the price'
  if (discountBps > WHOLE) return 'a discount is never dearer than the price'
  if (discountBps === WHOLE && pointsMultiplierBps === null) return 'takes nothing off'
  return undefined
}
