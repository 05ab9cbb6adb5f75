import type { OutputOf } from '@domain/api'
import { couponChoices } from '@domain/coupons/choice'
import { hasFailed } from '@domain/failure'
import type { DeliveryKind } from '@domain/orders/delivery'
import { quote } from '@domain/orders/receipt'
import type { Caller } from '../kit/serve'
import { readBasket, shortOf } from './basket'
import type { AskedLine } from './goods'
import { choosing, type BenefitWish } from './wallet'

/** What is to be priced. */
interface Asking extends BenefitWish {
  readonly lines: readonly AskedLine[]
  readonly delivery: DeliveryKind
}

/** Prices a basket as it stands now. One SDK call; one more for a team of newcomers. */
export async function quoteBasket({ lines, delivery, ...wish }: Asking, caller: Caller) {
  const { basket } = await readBasket(lines, caller)
  if (hasFailed(basket)) return basket
  if (basket.refused) return basket.refused
  const short = shortOf(basket.lines)
  if (short) return short
  const { stores } = basket.shop
  const asked = basket.lines.map(({ line }) => line)
  const { now } = caller
  const chosen = choosing({ ...basket.context, delivery, now }, wish)
  const { best } = couponChoices(asked, chosen)
  const priced = wish.couponId === undefined ? { ...chosen, couponId: best } : chosen
  const { delivery: _delivery, now: _now, ...context } = priced
  return { receipt: quote(asked, priced), stores, context } satisfies OutputOf<'orders.quote'>
}
