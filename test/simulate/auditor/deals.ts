/** Deals: one at a time on a SKU, one price for all who are in a settled ladder. */
import type { Audit } from './auditor'
import type { DealDoc, OrderDoc } from './books'
import { grouped, once } from './lookups'
import { priceFor } from './price-list'

/** What the auditor has looked at: documents that did not change since need no second look. */
export class SeenDeals {
  private deals: readonly DealDoc[] = []
  private readonly outcomes = new WeakMap<DealDoc, readonly OrderDoc[]>()

  /** Whether any deal is another one now. */
  areNew(deals: readonly DealDoc[]): boolean {
    const areSame = this.deals === deals
    this.deals = deals
    return !areSame
  }

  /** Whether a deal or one of its orders is another one now. */
  isNew(deal: DealDoc, orders: readonly OrderDoc[]): boolean {
    const before = this.outcomes.get(deal)
    this.outcomes.set(deal, orders)
    return before?.length !== orders.length || orders.some((order, n) => before[n] !== order)
  }
}

/** What must hold at every moment. */
export function checkDeals(audit: Audit, seen: SeenDeals): void {
  const { deals, orders } = audit.books
  if (seen.areNew(deals)) checkOverlaps(audit)
  const settled = settledOf(deals)
  if (settled.length === 0) return
  const joined = ordersByDeal(orders)
  for (const deal of settled) {
    const own = joined.get(deal._id) ?? []
    if (seen.isNew(deal, own)) checkOutcome(audit, deal, own)
  }
}

const ordersByDeal = grouped<OrderDoc>(({ deal }) => deal?.id)

const settledOf = once((deals: readonly DealDoc[]) => deals.filter(({ outcome }) => outcome))

/** Nobody could say what a SKU costs that is in two deals; a prize is no deal for all. */
function checkOverlaps({ books, accuse }: Audit): void {
  const bySku = new Map<string, DealDoc[]>()
  for (const deal of books.deals) {
    if (deal.kind === 'prize') continue
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
  const terms = prices.of(_id, books)?.ladder
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
