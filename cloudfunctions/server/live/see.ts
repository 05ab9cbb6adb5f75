import type { Product } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { LiveId } from '@domain/ids'
import type { LiveView } from '@domain/live/contract'
import type { LiveSession } from '@domain/live/session'
import { cardOf } from '../catalog/card'
import { liveSessions } from '../kit/collections'
import type { Caller } from '../kit/serve'

type SessionReading = LiveSession & {
  readonly goods: readonly Product[]
  readonly hosts: readonly Guide[]
}

/** A live session with what it sells, in its order. One SDK call. */
export async function seeSession(
  { liveId }: { readonly liveId: LiveId },
  { now }: Caller,
): Promise<LiveView | Failure<'live_unknown'>> {
  const { list } = (await liveSessions
    .aggregate()
    .match({ _id: liveId })
    .lookup({
      from: 'products',
      localField: 'products.productId',
      foreignField: '_id',
      as: 'goods',
    })
    .lookup({ from: 'guides', localField: 'hostId', foreignField: '_id', as: 'hosts' })
    .end()) as unknown as { list: readonly SessionReading[] }
  const [session] = list
  if (!session) return fail('live_unknown')
  const { _id, title, startsAt, endsAt, goods, hosts } = session
  return {
    session: { _id, title, startsAt, endsAt },
    hostName: hosts[0]?.name ?? null,
    products: session.products.flatMap((planned) => {
      const product = goods.find((one) => one._id === planned.productId && one.onShelf)
      return product ? [{ ...planned, card: cardOf(product) }] : []
    }),
    now,
  }
}
