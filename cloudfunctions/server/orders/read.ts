import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { ORDERS_PAGE } from '@domain/orders/contract'
import type { OrderStatus } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders, shops, teams } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { teamCard } from '../teams/card'
import { cardOf, ownOrder, viewOf } from './view'

/**
 * One order with the store where it is picked up and the team that it is in. Two SDK calls, three
 * for an order in a team.
 */
export async function seeOrder({ orderId }: { orderId: OrderId }, { memberId }: Caller) {
  const [order, shop] = await Promise.all([ownOrder(orderId, memberId), shops.get('shop')])
  if (hasFailed(order)) return order
  const { delivery, deal } = order
  const store =
    delivery.kind === 'pick-up' && shop?.stores.find(({ id }) => id === delivery.storeId)
  const team = deal?.kind === 'team' ? await teams.get(deal.teamId) : undefined
  return {
    order: viewOf(order),
    // A store that the shop no longer has is null, like that of a parcel.
    store: store || null,
    team: team ? teamCard(team, memberId) : null,
  }
}

/** What the list is narrowed to. */
interface Listing {
  readonly statuses?: readonly OrderStatus[] | undefined
  readonly afterSale?: true | undefined
  readonly before?: Instant | undefined
}

/** A page of the member's orders, newest first. One SDK call. */
export async function listOrders({ statuses, afterSale, before }: Listing, { memberId }: Caller) {
  const where = {
    memberId,
    ...(statuses && { status: _.in([...statuses]) }),
    ...(afterSale && { afterSales: _.neq([]) }),
    ...(before !== undefined && { placedAt: _.lt(before) }),
  }
  const found = await orders.find(where, {
    order: [['placedAt', 'desc']],
    limit: ORDERS_PAGE + 1,
  })
  return { orders: found.slice(0, ORDERS_PAGE).map(cardOf), more: found.length > ORDERS_PAGE }
}
