import type { Binding } from '@domain/attribution/attribution'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { GuideId, OrderId } from '@domain/ids'
import { after, DAY, instant, type Instant } from '@domain/time'
import { earlierDeed, record, type Deed } from '../audit/record'
import { bindings, guides, orders } from '../kit/collections'
import type { Caller } from '../kit/serve'

/** A customer who is to belong to a guide. */
interface Tying {
  readonly requestId: string
  /** The order by which the shop knows the customer. */
  readonly orderId: OrderId
  readonly guideId: GuideId
  readonly days: number
  readonly reason: string
}

/**
 * 锁客: binds the customer of an order to a guide, whatever the shop's rule is, in place of whom they
 * were bound to. Orders that are placed already stay. Beside who asks six SDK calls.
 */
export async function bindCustomer(
  tying: Tying,
  caller: Caller,
): Promise<
  { readonly until: Instant } | Failure<'request_reused' | 'order_unknown' | 'guide_unknown'>
> {
  const { requestId, orderId, guideId, days, reason } = tying
  const deed: Deed = { caller, requestId, action: 'attribution.bind', input: tying }
  const [earlier, order, guide] = await Promise.all([
    earlierDeed(deed),
    orders.get(orderId),
    guides.get(guideId),
  ])
  if (hasFailed(earlier)) return earlier
  if (earlier) return { until: instant(Number(earlier.after['until'])) }
  if (!order) return fail('order_unknown')
  if (!guide?.isActive) return fail('guide_unknown')
  const before = await bindings.get(order.memberId)
  const { now: from } = caller
  const until = after(from, days * DAY)
  await bindings.put({ _id: order.memberId, guideId, from, until, by: 'operator' })
  await record(deed, {
    subject: orderId,
    reason,
    before: told(before),
    after: { guideId, until },
  })
  return { until }
}

const told = (binding: Binding | undefined) => ({
  guideId: binding?.guideId ?? null,
  until: binding?.until ?? null,
})
