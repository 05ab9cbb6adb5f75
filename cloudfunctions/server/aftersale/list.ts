import { answeredStatuses } from '@domain/aftersale/afterSale'
import type { Instant } from '@domain/time'
import { PAGE_AND_MORE, staffPage } from '../fulfilment/view'
import { _ } from '../kit/cloud'
import { orders } from '../kit/collections'

/** A page of the orders with answered requests, newest first. One SDK call. */
export async function listAnswered({ before }: { before?: Instant | undefined }) {
  const where = {
    'afterSales.status': _.in([...answeredStatuses]),
    ...(before !== undefined && { placedAt: _.lt(before) }),
  }
  return staffPage(
    await orders.find(where, { order: [['placedAt', 'desc']], limit: PAGE_AND_MORE }),
  )
}
