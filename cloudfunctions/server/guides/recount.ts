import type { Attribution } from '@domain/attribution/attribution'
import type { GuideId, MemberId } from '@domain/ids'
import { isKept, type Order } from '@domain/orders/order'
import { instant, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { guideCustomers, orders } from '../kit/collections'
import { customerIdOf } from '../kit/ids'

/** Orders of one member and one guide that are counted. */
const MOST_COUNTED = 200

type Counted = Pick<Order, 'status' | 'placedAt'>

/**
 * Counts anew what the customer of an order bought by the guides that it is, and was, credited to.
 * It counts orders as they stand, so it does not matter how often and how late it is done. Two SDK
 * calls for each guide, and one more for a customer who never opened a link.
 */
export async function recountCustomer(order: Order): Promise<void> {
  const { attribution, memberId, placedAt } = order
  await Promise.all(creditedIn(attribution).map((id) => recount(id, memberId, placedAt)))
}

const creditedIn = ({ guideId, changes }: Attribution): readonly GuideId[] =>
  [...new Set([guideId, ...changes.map(({ from }) => from)])].filter((id) => id !== null)

async function recount(guideId: GuideId, memberId: MemberId, at: Instant): Promise<void> {
  const found: readonly Counted[] = await orders.find(
    { memberId, 'attribution.guideId': guideId, payment: _.neq(null) },
    {
      order: [['placedAt', 'desc']],
      limit: MOST_COUNTED,
      fields: { status: true, placedAt: true },
    },
  )
  const kept = found.filter(({ status }) => isKept(status))
  const lastOrderAt = kept[0] ? instant(kept[0].placedAt) : null
  const counts = { orders: kept.length, lastOrderAt }
  const _id = customerIdOf(guideId, memberId)
  if (await guideCustomers.changeIf(_id, {}, counts)) return
  const seen = { firstVisitAt: at, lastVisitAt: at, visits: 0, lastTouchId: '' }
  await guideCustomers.add({ _id, guideId, memberId, ...seen, ...counts })
}
