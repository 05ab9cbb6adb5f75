import { payableFrom } from '@domain/commission/dues'
import { entriesOf } from '@domain/commission/entry'
import { NEVER } from '@domain/holds/hold'
import type { Order } from '@domain/orders/order'
import { commissionEntries } from '../kit/collections'
import { addMissing } from './ledger'

/**
 * Carries what an order decided about commission into the ledger: adds the entries that are not
 * there yet, and says from when they can be paid out once the order is received. The order only
 * ever adds to what it decided, so a run that read an older order carries a part of the same.
 */
export async function settleCommission(order: Order): Promise<void> {
  const entries = entriesOf(order)
  if (entries.length === 0) return
  const where = { 'source.orderId': order._id }
  const there = await addMissing(entries, where)
  const payableAt = payableFrom(order)
  const isOverdue = payableAt < NEVER && there.some((entry) => entry.payableAt === NEVER)
  if (isOverdue) await commissionEntries.changeAll({ ...where, payableAt: NEVER }, { payableAt })
}
