import type { OutputOf } from '@domain/api'
import { hasFailed } from '@domain/failure'
import { quote } from '@domain/orders/receipt'
import type { Caller } from '../kit/serve'
import { readBasket, shortOf, type AskedLine } from './basket'

/** Prices a basket as it stands now. One SDK call. */
export async function quoteBasket({ lines }: { lines: readonly AskedLine[] }, caller: Caller) {
  const { basket } = await readBasket(lines, caller)
  if (hasFailed(basket)) return basket
  if (basket.closed) return basket.closed
  const short = shortOf(basket.lines)
  if (short) return short
  const { shop } = basket
  const asked = basket.lines.map(({ line }) => line)
  const receipt = quote(asked, { freight: shop.freight, delivery: 'pick-up' })
  return { receipt, stores: shop.stores } satisfies OutputOf<'orders.quote'>
}
