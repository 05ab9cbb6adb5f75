import type { DealWatch } from '@domain/groupbuy/contract'
import { ladderPrice, type LadderDeal } from '@domain/groupbuy/ladder'
import { countPeople, worstRefund, type PaidJoin } from '@domain/groupbuy/settlement'
import { add } from '@domain/money'
import { isKept, type Order } from '@domain/orders/order'
import { piecesOf } from '@domain/orders/receipt'
import { deals, orders } from '../kit/collections'

/** Every ladder with what may have to go back at the most, counted from its orders. */
export async function watchDeals(): Promise<{ deals: readonly DealWatch[] }> {
  const ladders = { kind: 'ladder' }
  const all = await deals.find(ladders, { order: [['endsAt', 'asc']], limit: 100 })
  const watched: DealWatch[] = []
  for (const deal of all as LadderDeal[]) watched.push(await watch(deal))
  return { deals: watched }
}

async function watch(deal: LadderDeal): Promise<DealWatch> {
  const all = await orders.findAll({ 'deal.id': deal._id })
  const paid = all.filter(({ status }) => isKept(status))
  const failed = all.flatMap(({ refunds }) => refunds.filter(({ status }) => status === 'failed'))
  const joins = paid.map(joinOf)
  const people = countPeople(joins)
  const isOver = deal.outcome !== null
  return {
    dealId: deal._id,
    name: deal.name,
    status: deal.status,
    endsAt: deal.endsAt,
    people,
    orders: paid.length,
    pieces: joins.reduce((sum, join) => sum + join.quantity, 0),
    paidFen: add(...paid.map((order) => order.payment?.paidFen ?? add())),
    priceFen: ladderPrice(deal.ladder, people),
    worstRefundFen: isOver ? add() : worstRefund(deal.ladder, joins),
    failedRefunds: failed.length,
    refundedFen: add(...all.flatMap(({ refunds }) => refunds.map((refund) => refund.amountFen))),
  }
}

function joinOf(order: Order): PaidJoin {
  const deal = order.deal?.kind === 'ladder' ? order.deal : undefined
  return {
    orderId: order._id,
    memberId: order.memberId,
    alias: deal?.alias ?? '',
    quantity: piecesOf(order.receipt.lines),
    unitFen: deal?.unitFen ?? add(),
  }
}
