import { fail, hasFailed } from '@domain/failure'
import { change } from '@domain/live/running'
import { deals } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { restock } from '../holds/restock'
import { doInRoom } from './deed'
import { readSold, type GoodsWish } from './goods'

interface Stocking extends GoodsWish {
  readonly requestId: string
  readonly change: number
  readonly reason: string
}

/**
 * Adds pieces to what is sold in a session, or takes such as nobody has bought or holds. Beside who
 * asks eight SDK calls, and one for each shard.
 */
export async function stockGoods(wish: Stocking, caller: Caller) {
  const { requestId, liveId, dealId, change: pieces, reason } = wish
  const sold = await readSold(wish)
  if (hasFailed(sold)) return sold
  const { name } = sold
  return doInRoom<'live_cannot' | 'stock_short'>(
    { caller, requestId, liveId, action: 'live.stock', input: wish },
    {
      decide: change,
      outlivesEnd: true,
      work: async () => {
        const restocked = await restock(dealId, { mark: requestId, change: pieces })
        if ('left' in restocked) return fail('stock_short', { left: restocked.left })
        const { stock } = restocked
        await deals.changeIf(dealId, {}, { stock })
        const told = { name, dealId, stock, change: pieces }
        return { reason, before: { name, stock: stock - pieces }, after: told }
      },
    },
  )
}
