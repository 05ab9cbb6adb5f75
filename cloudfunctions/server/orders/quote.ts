import type { OutputOf } from '@domain/api'
import { hasFailed } from '@domain/failure'
import type { DeliveryKind } from '@domain/orders/delivery'
import { quote } from '@domain/orders/receipt'
import type { Caller } from '../kit/serve'
import { readBasket, shortOf } from './basket'
import type { AskedLine } from './goods'

/** What is to be priced. */
interface Asking {
  readonly lines: readonly AskedLine[]
  readonly delivery: DeliveryKind
}

/** Prices a basket as it stands now. One SDK call; one more for a team of newcomers. */
export async function quoteBasket({ lines, delivery }: Asking, caller: Caller) {
  const { basket } = await readBasket(lines, caller)
  if (hasFailed(basket)) return basket
  if (basket.refused) return basket.refused
  const short = shortOf(basket.lines)
  if (short) return short
  const { shop, context } = basket
  const asked = basket.lines.map(({ line }) => line)
  const receipt = quote(asked, { ...context, delivery, now: caller.now })
  return { receipt, stores: shop.stores, context } satisfies OutputOf<'orders.quote'>
}
