import type { Order } from '@domain/orders/order'
import {
  freshAccount,
  withoutHold,
  type PointsAccount,
  type PointsEntry,
} from '@domain/points/account'
import { duePostings, movesPoints } from '@domain/points/dues'
import { post } from '@domain/points/ledger'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { pointsAccounts } from '../kit/collections'
import { untilThrough } from '../kit/weather'
import { writePosted } from './post'

/** An account with what the ledger and the orders say of one order. */
type Reading = PointsAccount & {
  readonly posted: readonly PointsEntry[]
  readonly orders: readonly Order[]
}

/**
 * Brings points in line with where an order stands: what it spends, what it earns, what goes back,
 * and its hold. The order decides, so it does not matter how often, how late and beside whom it is
 * done. An order that never moved any points costs nothing.
 */
export async function settlePoints(order: Order, now: Instant): Promise<void> {
  if (movesPoints(order)) await alignPoints(order, now)
}

/** The same, whatever the order looks like: for a hold that may be there. */
export async function alignPoints(
  { _id, memberId }: Pick<Order, '_id' | 'memberId'>,
  now: Instant,
): Promise<void> {
  await untilThrough(async () => {
    const reading = await readOrder(_id, memberId)
    if (!reading) {
      await pointsAccounts.add(freshAccount(memberId))
      return 'lost'
    }
    return align(reading, now)
  })
}

async function align(
  { orders: [order], posted, ...account }: Reading,
  now: Instant,
): Promise<PointsAccount | 'lost'> {
  if (!order) return account
  const { _id: memberId, rev } = account
  const postings = duePostings(order, posted)
  const isHeld = order.status !== 'unpaid' && account.holds[order._id] !== undefined
  if (postings.length === 0 && !isHeld) {
    // Even where nothing is to do the account is touched: a run that read an older order, and is
    // about to post for it, is lost by this and reads anew.
    const touched = await pointsAccounts.changeIf(memberId, { rev }, { rev: _.inc(1) })
    return touched ? account : 'lost'
  }
  return writePosted(memberId, (before) => {
    if (before.rev !== rev) return 'lost'
    return post(isHeld ? withoutHold(before, order._id) : before, postings, now)
  })
}

/**
 * The account comes first: what is read after it is at least as new, and whatever is posted later
 * changes the account's `rev`. One SDK call.
 */
async function readOrder(orderId: string, memberId: string): Promise<Reading | undefined> {
  const { list } = (await pointsAccounts
    .aggregate()
    .match({ _id: memberId })
    .addFields({ orderKey: orderId })
    .lookup({
      from: 'points_entries',
      localField: 'orderKey',
      foreignField: 'orderId',
      as: 'posted',
    })
    .lookup({ from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'orders' })
    .project({ orderKey: 0 })
    .end()) as unknown as { list: readonly Reading[] }
  return list[0]
}
