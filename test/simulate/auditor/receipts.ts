/** Receipts: each is reckoned again from the price list. */
import type { Audit } from './auditor'
import type { LineNote, OrderDoc } from './books'

/** What the parcel costs, and from which sum on nothing. */
const PARCEL_FEN = 600
const FREE_FROM_FEN = 4900

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const stepOf = ({ steps }: LineNote, kind: string): number =>
  sum(steps.filter((step) => step.kind === kind).map(({ amountFen }) => amountFen))

/** What the parcel of an order costs, by its receipt. */
export const freightOf = (line: LineNote): number => stepOf(line, 'freight')

/** What a line's goods cost, by its receipt. */
export const goodsOf = (line: LineNote): number => line.payableFen - freightOf(line)

/** A receipt adds up, and every price on it follows from the price list. */
export function checkReceipt(audit: Audit, order: OrderDoc): void {
  const { accuse } = audit
  const { _id, receipt, delivery } = order
  for (const line of receipt.lines) checkLine(audit, order, line)
  if (sum(receipt.lines.map((line) => line.payableFen)) !== receipt.payableFen) {
    accuse('receipt adds up', _id, `its lines are not ${receipt.payableFen} together`)
  }
  const onShelf = order.deal ? [] : receipt.lines
  const before = sum(onShelf.map((line) => goodsOf(line) - stepOf(line, 'spend-and-save')))
  const saved = -sum(receipt.lines.map((line) => stepOf(line, 'spend-and-save')))
  const saving = audit.prices.saving(before)
  if (saved !== saving) accuse('priced by the list', _id, `saves ${saved}, not ${saving}`)
  const freight = sum(receipt.lines.map(freightOf))
  const isFree = delivery.kind === 'pick-up' || sum(receipt.lines.map(goodsOf)) >= FREE_FROM_FEN
  const parcel = isFree ? 0 : PARCEL_FEN
  if (freight !== parcel) accuse('priced by the list', _id, `freight ${freight}, not ${parcel}`)
}

function checkLine(
  { books, prices, accuse }: Audit,
  { _id, deal }: OrderDoc,
  line: LineNote,
): void {
  const { product, sku, quantity, steps, payableFen } = line
  if (sum(steps.map(({ amountFen }) => amountFen)) !== payableFen) {
    accuse('receipt adds up', _id, `a line of ${payableFen} has other steps`)
  }
  const own = deal
    ? (prices.of(deal.id, books.deals)?.prices ?? [])
    : [prices.shelfPrice(product.id, sku.id)]
  const each = (goodsOf(line) - stepOf(line, 'spend-and-save')) / quantity
  if (!own.includes(each))
    accuse('priced by the list', _id, `${sku.id} for ${each}, not ${own.join()}`)
}
