import { hasFailed } from '@domain/failure'
import { change } from '@domain/live/running'
import type { Caller } from '../kit/serve'
import { doInRoom } from './deed'
import { changeSold, readSold, type GoodsWish } from './goods'

interface Shelving extends GoodsWish {
  readonly requestId: string
  readonly isOffered: boolean
}

/** 上架 or 下架. Beside who asks six SDK calls. */
export async function shelveGoods(wish: Shelving, caller: Caller) {
  const { requestId, liveId, dealId, isOffered } = wish
  const sold = await readSold(wish)
  if (hasFailed(sold)) return sold
  const { deal, name } = sold
  return doInRoom(
    { caller, requestId, liveId, action: 'live.shelve', input: wish },
    {
      decide: change,
      outlivesEnd: true,
      work: async () => {
        const before = await changeSold(deal, requestId, { isOffered })
        const was = { name, isOffered: before.isOffered }
        return { reason: '', before: was, after: { name, dealId, isOffered } }
      },
    },
  )
}
