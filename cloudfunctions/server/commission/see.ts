import { guidesIn, toldAttribution } from '@domain/attribution/told'
import type { CommissionEntry } from '@domain/commission/entry'
import { payeeKey } from '@domain/commission/rule'
import { fail, hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { ownGuide } from '../guides/self'
import { orders } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { guideNames } from '../guides/names'

/**
 * What the caller has of one order, entry by entry, and why it is theirs. An order that gave them
 * nothing is as unknown as one that never was. Three SDK calls.
 */
export async function seeIncome({ orderId }: { orderId: OrderId }, { memberId }: Caller) {
  const [guide, order] = await Promise.all([ownGuide(memberId), readOrder(orderId)])
  if (hasFailed(guide)) return guide
  const payee = payeeKey({ kind: 'guide', id: guide._id })
  const entries = (order?.entries ?? []).filter((entry) => entry.payee === payee)
  if (!order || entries.length === 0) return fail('order_unknown')
  const { attribution, status, placedAt } = order
  return {
    entries,
    attribution: toldAttribution(attribution),
    names: await guideNames(guidesIn(attribution)),
    status,
    placedAt,
  }
}

type Reading = Pick<Order, 'attribution' | 'status' | 'placedAt'> & {
  readonly entries: readonly CommissionEntry[]
}

async function readOrder(orderId: OrderId): Promise<Reading | undefined> {
  const { list } = (await orders
    .aggregate()
    .match({ _id: orderId })
    .lookup({
      from: 'commission_entries',
      localField: '_id',
      foreignField: 'source.orderId',
      as: 'entries',
    })
    .project({ attribution: 1, status: 1, placedAt: 1, entries: 1 })
    .end()) as unknown as { list: readonly Reading[] }
  return list[0]
}
