/** Looks into the ledger of commission: whether it says what orders decided. */
import { entriesOf, type CommissionEntry } from '@domain/commission/entry'
import { commissionDue } from '@domain/commission/dues'
import type { OrderId } from '@domain/ids'
import { keptFen, type Order } from '@domain/orders/order'
import type { SmallShop } from './small-shop'

const byId = (one: CommissionEntry, other: CommissionEntry) => (one._id < other._id ? -1 : 1)

/** The entries of an order. */
export async function entriesFor(small: SmallShop, orderId: OrderId): Promise<CommissionEntry[]> {
  const where = { 'source.orderId': orderId }
  return (await small.shop.documents<CommissionEntry>('commission_entries', where)).sort(byId)
}

/** An order's part of the ledger, in short. */
export async function sharedBy(
  small: SmallShop,
  orderId: OrderId,
): Promise<[role: string, payee: string, amountFen: number][]> {
  const entries = await entriesFor(small, orderId)
  return entries
    .sort((one, other) => one.at - other.at)
    .map(({ source, payee, amountFen }) => [source?.role ?? '', payee, amountFen])
}

/**
 * What must hold whenever nothing is left to do: the ledger has exactly the entries that orders
 * decided on, they come to what is due, and nobody shared more than the shop kept.
 */
export async function expectHonestLedger(small: SmallShop): Promise<void> {
  const orders = await small.shop.documents<Order>('orders')
  const all = await small.shop.documents<CommissionEntry>('commission_entries')
  const entries = all.filter(({ source }) => source !== null)
  const waiting = orders.filter(({ todo }) => todo.some(({ task }) => task === 'commission'))
  expect(waiting.map(({ _id }) => _id)).toEqual([])
  expect(entries.sort(byId)).toEqual(orders.flatMap(entriesOf).sort(byId))
  for (const order of orders) {
    const posted = (order.commission?.posted ?? []).reduce((sum, one) => sum + one.amountFen, 0)
    const due = commissionDue(order).reduce((sum, { amountFen }) => sum + amountFen, 0)
    expect([order._id, posted]).toEqual([order._id, due])
    expect(posted).toBeLessThanOrEqual(Math.max(0, keptFen(order)))
  }
}
