/** Receipts: each is reckoned again from the price list. */
import type { Audit } from './auditor'
import type { LineNote, OrderDoc } from './books'
import { freightOf, goodsOf, stepOf, sum } from './lines'
import { checkSavings } from './savings'
import { levelsAround } from './spending'

/** What the parcel costs, and from which sum on nothing. */
const PARCEL_FEN = 600
const FREE_FROM_FEN = 4900

/** What a line's goods cost before anything that looks at the whole basket. */
const ownOf = (line: LineNote): number =>
  goodsOf(line) - sum(['spend-and-save', 'coupon', 'points'].map((kind) => stepOf(line, kind)))

/** A receipt adds up, and every price on it follows from the price list. */
export function checkReceipt(audit: Audit, order: OrderDoc): void {
  const { accuse } = audit
  const { _id, receipt } = order
  for (const line of receipt.lines) checkLine(audit, order, line)
  if (sum(receipt.lines.map((line) => line.payableFen)) !== receipt.payableFen) {
    accuse('receipt adds up', _id, `its lines are not ${receipt.payableFen} together`)
  }
  const onShelf = order.deal ? [] : receipt.lines
  const saved = -sum(receipt.lines.map((line) => stepOf(line, 'spend-and-save')))
  const saving = audit.prices.saving(sum(onShelf.map(ownOf)))
  if (saved !== saving) accuse('priced by the list', _id, `saves ${saved}, not ${saving}`)
  checkSavings(audit, order)
  checkFreight(audit, order)
}

/** What is paid with points counts as bought: they take no parcel's freedom. A prize is free. */
function checkFreight({ accuse }: Audit, { _id, receipt, delivery, deal }: OrderDoc): void {
  const freight = sum(receipt.lines.map(freightOf))
  const bought = sum(receipt.lines.map((line) => goodsOf(line) - stepOf(line, 'points')))
  const isFree = delivery.kind === 'pick-up' || deal?.kind === 'prize' || bought >= FREE_FROM_FEN
  const parcel = isFree ? 0 : PARCEL_FEN
  if (freight !== parcel) accuse('priced by the list', _id, `freight ${freight}, not ${parcel}`)
}

function checkLine(audit: Audit, { _id, ...order }: OrderDoc, line: LineNote): void {
  const { accuse } = audit
  const { sku, quantity, steps, payableFen } = line
  if (sum(steps.map(({ amountFen }) => amountFen)) !== payableFen) {
    accuse('receipt adds up', _id, `a line of ${payableFen} has other steps`)
  }
  if (payableFen < 0) accuse('receipt adds up', _id, `a line of ${payableFen}`)
  const prices = pricesOf(audit, order, line)
  const each = ownOf(line) / quantity
  if (!prices.includes(each))
    accuse('priced by the list', _id, `${sku.id} for ${each}, not ${prices.join()}`)
}

/** Every price that a piece of a line may have: in its deal, or by the level of that moment. */
function pricesOf(
  { books, prices }: Audit,
  { deal, memberId, placedAt }: Omit<OrderDoc, '_id'>,
  { product, sku }: LineNote,
): readonly (number | undefined)[] {
  if (deal) return prices.of(deal.id, books)?.prices ?? []
  return levelsAround({ books, rules: prices.rules }, memberId, placedAt).map((level) =>
    prices.shelfPrice(product.id, sku.id, level, placedAt),
  )
}
