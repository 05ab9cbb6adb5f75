/** Money: what came in, what went back, and what is due, by the auditor's own reckoning. */
import type { Audit } from './auditor'
import { byId, grouped } from './lookups'
import type { AfterSaleNote, BookedRefundDoc, OrderDoc, PaymentDoc } from './books'
import { freightOf, goodsOf, sum } from './lines'
import { priceFor } from './price-list'
import { checkReceipt } from './receipts'
import { isAlive, isHandedOut } from './stock'

const MINUTE = 60_000

/** WeChat Pay's own limit. */
const MOST_REFUNDS = 50

/** Money came in, whatever became of it later. */
export const isPaid = ({ state }: PaymentDoc): boolean => state === 'SUCCESS' || state === 'REFUND'

const goesBack = ({ state }: BookedRefundDoc): boolean => state !== 'CLOSED'

const refundsByOrder = grouped<BookedRefundDoc>(({ outTradeNo }) => outTradeNo)

/** Receipts are looked at once: they never change. */
const reckoned = new WeakSet()

/** What must hold at every moment. */
export function checkMoney(audit: Audit): void {
  const { books, accuse } = audit
  const orders = byId(books.orders)
  for (const order of books.orders) {
    if (reckoned.has(order.receipt)) continue
    reckoned.add(order.receipt)
    checkReceipt(audit, order)
  }
  for (const payment of books.payments) {
    const order = orders.get(payment._id)
    if (!order) accuse('paid for something', payment._id, 'is paid for, and nobody ordered it')
    else if (order.receipt.payableFen !== payment.totalFee) {
      const says = `asks ${payment.totalFee} for an order of ${order.receipt.payableFen}`
      accuse('charged as told', payment._id, says)
    } else if (order.memberId !== payment.openid) {
      accuse('charged as told', payment._id, `is asked of ${payment.openid}`)
    }
  }
  for (const [id, refunds] of refundsByOrder(books.refunds)) {
    checkRefunds(audit, orders.get(id), refunds)
  }
}

/** What goes back was decided before, is no more than was paid, and keeps WeChat Pay's rules. */
function checkRefunds(
  { accuse }: Audit,
  order: OrderDoc | undefined,
  refunds: readonly BookedRefundDoc[],
): void {
  if (!order) return
  const { _id } = order
  for (const { _id: no, refundFee } of refunds) {
    const note = order.refunds.find((refund) => refund.no === no)
    if (note?.amountFen !== refundFee) {
      accuse('refunded as decided', _id, `${no} gives ${refundFee}, decided: ${note?.amountFen}`)
    }
  }
  const back = sum(refunds.filter(goesBack).map(({ refundFee }) => refundFee))
  if (back > order.receipt.payableFen) accuse('no fen made', _id, `${back} went back`)
  if (refunds.length > MOST_REFUNDS) accuse('few refunds', _id, `${refunds.length} refunds`)
  const times = refunds.map(({ requestedAt }) => requestedAt).sort((one, other) => one - other)
  if (times.some((at, place) => place > 0 && at - (times[place - 1] ?? 0) < MINUTE)) {
    accuse('refunds apart', _id, 'two refunds within a minute')
  }
}

/** At rest the gateway keeps exactly what is due. */
export function checkMoneyAtRest(audit: Audit): void {
  const { books, accuse } = audit
  const payments = byId(books.payments)
  const refunds = refundsByOrder(books.refunds)
  for (const order of books.orders) {
    const payment = payments.get(order._id)
    const cameIn = payment && isPaid(payment) ? payment.totalFee : 0
    const ended = (refunds.get(order._id) ?? []).filter(({ state }) => state === 'SUCCESS')
    const kept = cameIn - sum(ended.map(({ refundFee }) => refundFee))
    const due = dueOf(audit, order)
    if (kept !== due) accuse('no fen made or lost', order._id, `keeps ${kept}, due is ${due}`)
    if (cameIn > 0 && !order.payment) accuse('charged for something', order._id, 'paid, not known')
    if (order.receipt.payableFen === 0) continue
    if (cameIn === 0 && order.payment) accuse('no fen made', order._id, 'known as paid, is not')
    if (isAlive(order) && order.status !== 'unpaid' && cameIn === 0) {
      accuse('no fen lost', order._id, `is ${order.status} without money`)
    }
  }
}

/**
 * What the shop may keep of an order: nothing unless it lives or was handed out; a ladder's at its
 * final price; always less what was granted back piece by piece.
 */
function dueOf(audit: Audit, order: OrderDoc): number {
  const { receipt, status } = order
  if (status === 'unpaid') return 0
  const freight = sum(receipt.lines.map(freightOf))
  // The parcel was sent: what it cost stays when all the goods come back.
  if (!isAlive(order)) return isHandedOut(order) ? freight : 0
  const goods = receipt.lines.map((line, place) => {
    const kept = keptFor(audit, order, place)
    const back = backFor(audit, order, { place, kept })
    if (back > goodsOf(line)) audit.accuse('no fen made', order._id, `${back} for a line`)
    return kept - back
  })
  return sum(goods) + freight
}

/** What a line's goods cost in the end. */
export function keptFor({ books, prices }: Audit, order: OrderDoc, place: number): number {
  const line = order.receipt.lines[place]
  if (!line) return 0
  const { deal } = order
  const ladder = deal && prices.of(deal.id, books)?.ladder
  const outcome = books.deals.find(({ _id }) => _id === deal?.id)?.outcome
  if (!ladder || !outcome) return goodsOf(line)
  const final = priceFor(ladder, outcome.people) ?? 0
  return Math.min(goodsOf(line) / line.quantity, final) * line.quantity
}

const isGranted = ({ status }: AfterSaleNote): boolean => status === 'approved'

/** What was granted back of a line: so many pieces' worth of it, to the fen when it is all. */
export function backFor(
  { accuse }: Audit,
  { _id, receipt, afterSales }: OrderDoc,
  { place, kept }: { readonly place: number; readonly kept: number },
): number {
  const granted = afterSales
    .filter(isGranted)
    .flatMap(({ pieces }) => pieces.filter(({ line }) => line === place))
  const pieces = sum(granted.map(({ quantity }) => quantity))
  const amount = sum(granted.map(({ amountFen }) => amountFen))
  const bought = receipt.lines[place]?.quantity ?? 0
  const fair = (kept * pieces) / bought
  if (pieces > bought || Math.abs(amount - fair) > (pieces === bought ? 0 : pieces)) {
    accuse('a fair part', _id, `${amount} for ${pieces} of ${bought} pieces of ${kept}`)
  }
  return amount
}
