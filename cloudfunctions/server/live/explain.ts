import { hasFailed } from '@domain/failure'
import { explain } from '@domain/live/running'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'
import { changeSold, readSold, type GoodsWish } from './goods'

/**
 * Explains a product from now on. A backup is brought in by that, and can be bought from then on.
 * Beside who asks five SDK calls, one more for a backup.
 */
export async function explainGoods(
  wish: GoodsWish & { readonly requestId: string },
  caller: Caller,
) {
  const { requestId, liveId, dealId } = wish
  const sold = await readSold(wish)
  if (hasFailed(sold)) return sold
  const { deal, name } = sold
  return doInRoom(
    { caller, requestId, liveId, action: 'live.explain', input: wish },
    {
      decide: (room) => explain(room, dealId, caller.now),
      work: async () => {
        if (deal.role === 'backup') await changeSold(deal, requestId, { isOffered: true })
        return { reason: '', before: {}, after: { name, dealId } }
      },
    },
  )
}
