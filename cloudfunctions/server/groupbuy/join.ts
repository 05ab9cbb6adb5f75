import { isKept, type Order } from '@domain/orders/order'
import { isOfGoods, sell } from '../holds/release'
import { orders } from '../kit/collections'

/** The member's orders in the same deal, this one among them. */
async function siblingsOf(order: Order): Promise<readonly Order[]> {
  return orders.find({ joinKey: order.joinKey })
}

/** Whether another paid order of the member keeps them in the deal. */
function joinedOtherwise(order: Order, siblings: readonly Order[]): boolean {
  return siblings.some((other) => other._id !== order._id && isKept(other.status))
}

/**
 * Books the stock of a paid order as sold and counts its member among the people, in one write.
 * The count is a hint that everybody sees; two orders of one member paid in the same instant may
 * count twice. Settlement counts orders.
 */
export async function joinDeal(order: Order, known?: readonly Order[]): Promise<void> {
  const siblings = known ?? (await siblingsOf(order))
  const [first, ...others] = order.holds
    .filter(isOfGoods)
    .filter(({ in: place }) => place === 'pools')
  if (!first) return
  await Promise.all([
    sell(first, order._id, joinedOtherwise(order, siblings) ? 0 : 1),
    ...others.map((hold) => sell(hold, order._id, 0)),
  ])
}

/**
 * How many people fewer there are when this order goes: none while another keeps the member in,
 * and none once the ladder was counted and came about: its statement stands.
 */
export async function leaveDeal(order: Order, known?: readonly Order[]): Promise<0 | 1> {
  if (order.deal?.kind !== 'ladder' || order.deal.settled?.finalPriceFen) return 0
  return joinedOtherwise(order, known ?? (await siblingsOf(order))) ? 0 : 1
}
