/** Deals: one at a time on a SKU, one price for all who are in a settled ladder. */
import type { Audit } from './auditor'
import type { DealDoc, OrderDoc } from './books'
import { priceFor } from './price-list'

/** What must hold at every moment. */
export function checkDeals(audit: Audit): void {
  checkOverlaps(audit)
  const settled = audit.books.deals.filter(({ outcome }) => outcome)
  if (settled.length === 0) return
  const joined = ordersByDeal(audit.books.orders)
  for (const deal of settled) checkOutcome(audit, deal, joined.get(deal._id) ?? [])
}

function ordersByDeal(orders: readonly OrderDoc[]): Map<string, OrderDoc[]> {
  const byDeal = new Map<string, OrderDoc[]>()
  for (const order of orders) {
    if (!order.deal) continue
    const others = byDeal.get(order.deal.id)
    if (others) others.push(order)
    else byDeal.set(order.deal.id, [order])
  }
  return byDeal
}

/** Nobody could say what a SKU costs that is in two deals. */
function checkOverlaps({ books, accuse }: Audit): void {
  const bySku = new Map<string, DealDoc[]>()
  for (const deal of books.deals) {
    const others = bySku.get(deal.skuId) ?? []
    const other = others.find(
      (before) => before.startsAt < deal.endsAt && deal.startsAt < before.endsAt,
    )
    if (other) accuse('one deal a SKU', deal._id, `runs beside ${other._id}`)
    bySku.set(deal.skuId, [...others, deal])
  }
}

/** Who had paid at the close decides the price, and everybody gets it. */
function checkOutcome(
  { books, prices, accuse }: Audit,
  { _id, status, outcome }: DealDoc,
  orders: readonly OrderDoc[],
): void {
  const terms = prices.of(_id, books.deals)?.ladder
  if (!terms || !outcome) return
  const final = priceFor(terms, outcome.people)
  if (final !== outcome.finalPriceFen) {
    accuse('priced by the list', _id, `settles at ${outcome.finalPriceFen}, not ${final}`)
  }
  const stayed = orders.filter((order) => stayedToTheClose(order))
  const people = new Set(stayed.map(({ memberId }) => memberId)).size
  if (people !== outcome.people) {
    accuse('people are counted', _id, `counted ${outcome.people}, there were ${people}`)
  }
  const odd = orders.find(({ deal }) => deal?.settled && deal.settled.finalPriceFen !== final)
  if (odd) accuse('one price', _id, `${odd._id} ends at ${odd.deal?.settled?.finalPriceFen}`)
  if (status === 'settled') checkStatement({ books, prices, accuse }, _id, stayed)
}

/** Paid, and not asked back before the close. */
function stayedToTheClose({ deal, status, story, payment }: OrderDoc): boolean {
  if (deal?.settled) return true
  const isBack = ['refunding', 'refunded'].includes(status)
  return (
    payment !== null && !isBack && story.some(({ event }) => event === 'pay' || event === 'join')
  )
}

/** The statement says of every order what became of it, and adds up. */
function checkStatement(
  { books, accuse }: Audit,
  dealId: string,
  stayed: readonly OrderDoc[],
): void {
  const head = books.statements.find(({ _id }) => _id === dealId)?.statement
  if (!head) {
    accuse('stated', dealId, 'is settled and has no statement')
    return
  }
  const rows = Array.from({ length: head.pages }, (_, page) =>
    books.statements.find(({ _id }) => _id === `${dealId}.${page}`),
  ).flatMap((page) => page?.rows ?? [])
  const sums = { orders: rows.length, pieces: 0, paidFen: 0, dueFen: 0, refundFen: 0 }
  for (const { quantity, paidFen, dueFen, refundFen } of rows) {
    sums.pieces += quantity
    sums.paidFen += paidFen
    sums.dueFen += dueFen
    sums.refundFen += refundFen
    if (paidFen - dueFen !== refundFen) accuse('stated', dealId, 'a row does not add up')
  }
  const differs = Object.entries(sums).find(([name, value]) => head.sums[name] !== value)
  if (differs) accuse('stated', dealId, `${differs[0]} is ${differs[1]} by the rows`)
  if (rows.length !== stayed.length) {
    accuse('stated', dealId, `${rows.length} rows for ${stayed.length} orders`)
  }
}
