import { hasFailed } from '@domain/failure'
import { skip } from '@domain/live/running'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'
import { readSold, type GoodsWish } from './goods'

/** Passes over a product of the run-of-show. Beside who asks five SDK calls. */
export async function skipGoods(wish: GoodsWish & { readonly requestId: string }, caller: Caller) {
  const { requestId, liveId, dealId } = wish
  const sold = await readSold(wish)
  if (hasFailed(sold)) return sold
  const { name } = sold
  return doInRoom(
    { caller, requestId, liveId, action: 'live.skip', input: wish },
    {
      decide: (room) => skip(room, dealId),
      work: () => Promise.resolve({ reason: '', before: {}, after: { name, dealId } }),
    },
  )
}
