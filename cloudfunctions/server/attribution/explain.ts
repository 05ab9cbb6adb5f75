import type { GuideNames } from '@domain/attribution/contract'
import { guidesIn, toldAttribution, type ToldAttribution } from '@domain/attribution/told'
import type { Attribution } from '@domain/attribution/attribution'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { guideNames } from '../guides/names'
import { ownGuide } from '../guides/self'
import { orders } from '../kit/collections'
import type { Caller } from '../kit/serve'

/** Which order is asked about. */
interface Asking {
  readonly orderId: OrderId
}

/** Why an order is whose it is, with the names that this takes. */
export interface Explanation {
  readonly attribution: ToldAttribution
  readonly names: GuideNames
}

/** For the guide whom it is credited to; to others it is as unknown as one that never was. */
export async function explainOwn(
  { orderId }: Asking,
  { memberId }: Caller,
): Promise<Explanation | Failure<'guide_missing' | 'order_unknown'>> {
  const [guide, order] = await Promise.all([ownGuide(memberId), orders.get(orderId)])
  if (hasFailed(guide)) return guide
  return order?.attribution.guideId === guide._id
    ? explained(order.attribution)
    : fail('order_unknown')
}

/** For who runs the shop. */
export async function explainAny({
  orderId,
}: Asking): Promise<Explanation | Failure<'order_unknown'>> {
  const order = await orders.get(orderId)
  return order ? explained(order.attribution) : fail('order_unknown')
}

const explained = async (attribution: Attribution): Promise<Explanation> => ({
  attribution: toldAttribution(attribution),
  names: await guideNames(guidesIn(attribution)),
})
