import { fail } from '@domain/failure'
import { after, DAY } from '@domain/time'
import { readProgress, shownKinds } from '../deals/progress'
import { _ } from '../kit/cloud'
import { products } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { frontOf, readFront } from '../live/front'
import { cardOf } from './card'

/** Products on the first page. */
const SHELF = 200

/** A ladder that is over stays on the first page this long, for its result. */
const SHOWN_AFTER_END = 2 * DAY

/** The first page in three SDK calls. */
export async function seeHome(_input: object, { now }: Caller) {
  const shown = _.or([
    { kind: shownKinds, endsAt: _.gt(now) },
    { kind: 'ladder', endsAt: _.gt(after(now, -SHOWN_AFTER_END)) },
  ])
  const [front, deals, goods] = await Promise.all([
    readFront(now),
    readProgress(shown as never),
    products.find({ onShelf: true }, { order: [['rank', 'asc']], limit: SHELF }),
  ])
  if (!front) return fail('shop_unknown')
  const { id, name, stores, categories, promotions } = front
  const live = frontOf(front, goods)
  const window = { stores, categories, deals, live, promotions }
  return { shop: { id, name }, ...window, products: goods.map(cardOf) }
}
