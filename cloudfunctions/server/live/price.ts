import { fail, hasFailed, type Failure } from '@domain/failure'
import { change } from '@domain/live/running'
import type { Fen } from '@domain/money'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'
import { changeSold, readSold, type GoodsWish, type SoldGoods } from './goods'

interface Pricing extends GoodsWish {
  readonly requestId: string
  readonly priceFen: Fen
  readonly reason: string
}

/**
 * Changes what something costs in a session. Who looks at the old price while they order is told;
 * orders that are placed keep theirs. Beside who asks six SDK calls.
 */
export async function priceGoods(wish: Pricing, caller: Caller) {
  const { requestId, liveId, dealId, priceFen, reason } = wish
  const sold = await readSold(wish)
  if (hasFailed(sold)) return sold
  const { deal, name } = sold
  return doInRoom<'live_cannot' | 'price_beyond'>(
    { caller, requestId, liveId, action: 'live.price', input: wish },
    {
      decide: (room) => {
        const changed = change(room)
        return hasFailed(changed) ? changed : (beyond(priceFen, sold) ?? changed)
      },
      outlivesEnd: true,
      work: async () => {
        const before = await changeSold(deal, requestId, { priceFen })
        const was = { name, priceFen: before.priceFen }
        return { reason, before: was, after: { name, dealId, priceFen } }
      },
    },
  )
}

/** A live sells for something, and never dearer than the shelf. */
const beyond = (
  priceFen: Fen,
  { basePriceFen: most }: SoldGoods,
): Failure<'price_beyond'> | undefined =>
  priceFen < 1 || priceFen > most ? fail('price_beyond', { most }) : undefined
