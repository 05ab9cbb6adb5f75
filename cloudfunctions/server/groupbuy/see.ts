import { fail } from '@domain/failure'
import type { OwnJoin, RecentJoin } from '@domain/groupbuy/contract'
import type { DealId } from '@domain/ids'
import { fen } from '@domain/money'
import { keptStatuses, type LadderOrder, type Order } from '@domain/orders/order'
import { piecesOf } from '@domain/orders/receipt'
import { _ } from '../kit/cloud'
import { deals, orders } from '../kit/collections'
import { joinKeyOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { ladderProgress, withoutHolds, type DealReading } from '../deals/progress'

/** How many of those who joined just now are shown. */
const RECENT = 5

/** The ladder page in two SDK calls, however many have joined. */
export async function seeDeal({ dealId }: { dealId: DealId }, { memberId }: Caller) {
  const [reading, joins] = await Promise.all([readDeal(dealId, memberId), readRecent(dealId)])
  const progress = reading && ladderProgress(reading)
  if (!progress) return fail('deal_unknown')
  return { ...progress, recent: joins.map(recentOf), own: reading.own.map(ownOf) }
}

async function readDeal(dealId: DealId, memberId: Caller['memberId']) {
  const { list } = (await deals
    .aggregate()
    .match({ _id: dealId, kind: 'ladder' })
    .addFields({ joinKey: joinKeyOf(dealId, memberId) })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .lookup({ from: 'orders', localField: 'joinKey', foreignField: 'joinKey', as: 'own' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly (DealReading & { own: readonly Order[] })[] }
  return list[0]
}

function readRecent(dealId: DealId): Promise<Order[]> {
  return orders.find(
    { 'deal.id': dealId, status: _.in([...keptStatuses]) },
    {
      order: [['payment.paidAt', 'desc']],
      limit: RECENT,
      fields: { deal: true, delivery: true, receipt: true, payment: true },
    },
  )
}

function recentOf(order: Order): RecentJoin {
  return {
    alias: ladderOf(order)?.alias ?? '',
    storeName: order.delivery.kind === 'pick-up' ? order.delivery.storeName : '',
    quantity: piecesOf(order.receipt.lines),
    paidAt: order.payment?.paidAt ?? order.placedAt,
  }
}

function ownOf(order: Order): OwnJoin {
  const refund = order.refunds.at(-1)
  const deal = ladderOf(order)
  return {
    orderId: order._id,
    status: order.status,
    alias: deal?.alias ?? '',
    quantity: piecesOf(order.receipt.lines),
    paidFen: order.payment?.paidFen ?? fen(0),
    dueFen: deal?.settled?.dueFen ?? null,
    refundFen: refund?.amountFen ?? fen(0),
    refundNo: refund?.no ?? null,
    refundStatus: refund?.status ?? null,
  }
}

const ladderOf = ({ deal }: Order): LadderOrder | undefined =>
  deal?.kind === 'ladder' ? deal : undefined
