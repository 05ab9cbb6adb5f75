import { freightOf } from '@domain/aftersale/afterSale'
import { assert } from '@domain/assert'
import { stepsReached, type LadderDeal } from '@domain/groupbuy/ladder'
import {
  STATEMENT_PAGE,
  settleJoin,
  statementText,
  sumRows,
  type Statement,
  type StatementRow,
} from '@domain/groupbuy/settlement'
import { add, NOTHING } from '@domain/money'
import type { Order } from '@domain/orders/order'
import { piecesOf } from '@domain/orders/receipt'
import { refundNo } from '@domain/orders/refund'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders, statements } from '../kit/collections'
import { digestOf } from '../kit/ids'

/** A row of the statement as it stands on the order; written from the order, not reckoned anew. */
function rowOf(
  order: Order,
  finalPriceFen: LadderDeal['ladder']['basePriceFen'] | null,
): StatementRow {
  const { deal, receipt } = order
  assert(deal?.kind === 'ladder' && deal.settled !== null, 'only settled orders are stated')
  const quantity = piecesOf(receipt.lines)
  const join = { orderId: order._id, alias: deal.alias, quantity, unitFen: deal.unitFen }
  const reason = finalPriceFen === null ? 'unformed' : 'difference'
  const row = settleJoin(join, finalPriceFen, (id) => refundNo(id, reason))
  const sent = order.refunds.find(({ no }) => no === row.refundNo)
  assert(row.dueFen === deal.settled.dueFen, 'the order came down to what the rule says')
  // A statement is about goods; the freight of a ladder that did not form went back beside them.
  const freightFen = finalPriceFen === null ? freightOf(order) : NOTHING
  const statedFen = add(row.refundFen, freightFen)
  assert((sent?.amountFen ?? 0) === statedFen, 'what is stated is what was sent back')
  return row
}

/**
 * Publishes who paid what and what each came down to. The sums are written last: a statement that
 * can be read is whole. Writing it again writes the same.
 */
export async function publishStatement(deal: LadderDeal, now: Instant): Promise<void> {
  assert(deal.outcome !== null, 'a settling deal was counted')
  const { finalPriceFen } = deal.outcome
  const settled = await orders.findAll({ 'deal.id': deal._id, 'deal.settled': _.neq(null) })
  const rows = settled.map((order) => rowOf(order, finalPriceFen))
  const pages = Math.ceil(rows.length / STATEMENT_PAGE)
  for (let page = 0; page < pages; page += 1) {
    const part = rows.slice(page * STATEMENT_PAGE, (page + 1) * STATEMENT_PAGE)
    await statements.put({ _id: `${deal._id}.${page}`, rows: part })
  }
  const { people, countedAt } = deal.outcome
  const statement: Statement = {
    dealId: deal._id,
    name: deal.name,
    ladder: deal.ladder,
    people,
    step: stepsReached(deal.ladder, people),
    finalPriceFen,
    countedAt,
    settledAt: now,
    sums: sumRows(rows),
    digest: digestOf(rows.map(statementText)),
    pages,
  }
  await statements.put({ _id: deal._id, statement })
}
