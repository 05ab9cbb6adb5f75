import type { CreditedGuide } from '@domain/attribution/attribution'
import type { ReplayedOrder } from '@domain/attribution/contract'
import { replayed } from '@domain/attribution/replay'
import type { AttributionRule } from '@domain/attribution/rule'
import { guidesIn } from '@domain/attribution/told'
import type { GuideId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { keptFen, type Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { guides, orders } from '../kit/collections'

/** A rule that is tried on the orders of a time. */
interface Replaying {
  readonly rule: Omit<AttributionRule, 'version'>
  readonly from: Instant
  readonly until: Instant
}

/** Orders that are looked at, the latest first. */
const MOST_REPLAYED = 500

/** A rule that is in force nowhere. */
const NO_VERSION = 0

type OrderReading = Pick<
  Order,
  '_id' | 'memberId' | 'placedAt' | 'payment' | 'refunds' | 'attribution'
> & { readonly members: readonly Member[] }

/** What if another rule had been in force? Changes nothing. Beside who asks two SDK calls. */
export async function replayRule({ rule, from, until }: Replaying): Promise<{
  readonly orders: number
  readonly changed: readonly ReplayedOrder[]
  readonly isPartial: boolean
}> {
  const found = await readOrders(from, until)
  const looked = found.slice(0, MOST_REPLAYED)
  const known = await readGuides(looked.flatMap(({ attribution }) => guidesIn(attribution)))
  const changed = looked.flatMap(
    (order) => tried(order, { ...rule, version: NO_VERSION }, known) ?? [],
  )
  return { orders: looked.length, changed, isPartial: found.length > MOST_REPLAYED }
}

async function readOrders(from: Instant, until: Instant): Promise<readonly OrderReading[]> {
  const { list } = (await orders
    .aggregate()
    .match({ placedAt: _.gte(from).and(_.lt(until)), payment: _.neq(null) })
    .sort({ placedAt: -1 })
    .limit(MOST_REPLAYED + 1)
    .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
    .project({ memberId: 1, placedAt: 1, payment: 1, refunds: 1, attribution: 1, members: 1 })
    .end()) as unknown as { list: readonly OrderReading[] }
  return list
}

async function readGuides(ids: readonly GuideId[]): Promise<ReadonlyMap<GuideId, CreditedGuide>> {
  const found = await guides.find({ _id: _.in([...new Set(ids)]) })
  return new Map(found.map((guide) => [guide._id, guide]))
}

/** An order as it would be, if that is somebody else's. */
function tried(
  order: OrderReading,
  rule: AttributionRule,
  known: ReadonlyMap<GuideId, CreditedGuide>,
): ReplayedOrder | undefined {
  const { _id: orderId, placedAt, attribution, members } = order
  const ownGuideId = members[0]?.guideId ?? null
  const other = replayed(order, rule, { guides: known, ownGuideId })
  if (other.guideId === attribution.guideId) return undefined
  const before = { guideId: attribution.guideId, name: attribution.guideName }
  const after = { guideId: other.guideId, name: other.guideName }
  return { orderId, placedAt, paidFen: keptFen(order), before, after }
}
