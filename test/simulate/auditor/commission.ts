/** Commission: of the goods money that is finally paid, role by role, and of nothing else. */
import type { Audit } from './auditor'
import type { OrderDoc } from './books'
import type { CommissionDoc } from './guide-books'
import { byId, grouped } from './lookups'
import { backFor, keptFor } from './money'
import { receivedAt } from './spending'
import { isAlive } from './stock'

/** Later than any clock tells: while an order is not received. */
const FAR = 8_000_000_000_000_000

const byOrder = grouped<CommissionDoc>(({ source }) => source?.orderId)

/** What the auditor remembers of the ledger from look to look. */
export class SeenCommission {
  private readonly known = new Map<string, CommissionDoc>()
  private last: readonly CommissionDoc[] | undefined

  /** Entries that are new or other ones since the last look; nothing where nobody wrote. */
  changed(entries: readonly CommissionDoc[]): readonly CommissionDoc[] {
    if (entries === this.last) return []
    this.last = entries
    return entries.filter((entry) => this.known.get(entry._id) !== entry)
  }

  /** The entry as it was. */
  before(entry: CommissionDoc): CommissionDoc | undefined {
    const before = this.known.get(entry._id)
    this.known.set(entry._id, entry)
    return before
  }

  get size(): number {
    return this.known.size
  }
}

/** What must hold at every moment. */
export function checkCommission(audit: Audit, seen: SeenCommission): void {
  const { books, accuse } = audit
  const changed = seen.changed(books.commission)
  for (const entry of changed) {
    checkEntry(audit, entry)
    const before = seen.before(entry)
    if (before && isRewritten(before, entry)) {
      accuse('append-only', entry._id, `was ${before.amountFen} payable at ${before.payableAt}`)
    }
  }
  if (seen.size > books.commission.length) {
    accuse('append-only', 'commission_entries', 'entries were taken away')
  }
  if (changed.length > 0) checkCaps(audit)
}

/** Only the time from which it is payable is said later, once. */
const isRewritten = (before: CommissionDoc, entry: CommissionDoc): boolean =>
  before.amountFen !== entry.amountFen ||
  before.payee !== entry.payee ||
  (before.payableAt !== entry.payableAt && before.payableAt < FAR)

/** No entry without somebody who earns, and none without what it is for. */
function checkEntry({ books, prices, accuse }: Audit, entry: CommissionDoc): void {
  const { _id, payee, source, payoutId, payableAt } = entry
  const { guiding } = prices
  if (!guiding.knows(payee)) accuse('no entry without reason', _id, `is for ${payee}`)
  if (source === null) {
    if (!byId(books.payouts).has(payoutId ?? '')) {
      accuse('no entry without reason', _id, 'is for no order and no payout')
    }
    return
  }
  const order = byId(books.orders).get(source.orderId)
  const line = order?.receipt.lines[source.line]
  const shares = line ? guiding.sharesFor(line.product.id, order.deal?.id) : []
  const { role, bps, ruleVersion } = source
  const isByRule = shares.some((share) => share.role === role && share.bps === bps)
  if (!order?.payment || !isByRule || ruleVersion !== 1) {
    accuse('no entry without reason', _id, `gives ${bps} to ${role} by rule ${ruleVersion}`)
    return
  }
  const received = receivedAt(order)
  const from = received === undefined ? FAR : received + guiding.freeze
  if (payableAt < FAR && payableAt !== from) {
    accuse('frozen after receipt', _id, `is payable at ${payableAt}, not ${from}`)
  }
}

/** All roles together never get more than their part of what was paid. */
function checkCaps({ books, prices, accuse }: Audit): void {
  const orders = byId(books.orders)
  for (const [orderId, entries] of byOrder(books.commission)) {
    let shared = 0
    for (const { amountFen } of entries) shared += amountFen
    const paid = orders.get(orderId)?.payment?.paidFen ?? 0
    const most = Math.floor((paid * prices.guiding.written.maxTotalBps) / 10_000)
    if (shared > most) accuse('never above the cap', orderId, `shares ${shared} of ${paid}`)
  }
}

/** At rest the ledger has of every order exactly what is due. */
export function checkCommissionAtRest(audit: Audit): void {
  const { books, accuse } = audit
  const entries = byOrder(books.commission)
  for (const order of books.orders) {
    const own = entries.get(order._id) ?? []
    const due = dueOf(audit, order)
    const posted = new Map<string, number>()
    for (const { source, payee, amountFen } of own) {
      const key = `${source?.line} ${source?.role} ${payee}`
      posted.set(key, (posted.get(key) ?? 0) + amountFen)
    }
    for (const key of new Set([...due.keys(), ...posted.keys()])) {
      const [has, should] = [posted.get(key) ?? 0, due.get(key) ?? 0]
      if (has !== should) {
        accuse('commission as due', order._id, `${key} has ${has}, due is ${should}`)
      }
    }
    if (receivedAt(order) === undefined) continue
    const late = own.find(({ payableAt }) => payableAt >= FAR)
    if (late) accuse('frozen after receipt', late._id, 'is received and never payable')
  }
}

/** What everybody should have of an order, by its line and their role. */
function dueOf(audit: Audit, order: OrderDoc): ReadonlyMap<string, number> {
  const due = new Map<string, number>()
  if (!isAlive(order) || order.status === 'unpaid') return due
  const { guiding } = audit.prices
  for (const [place, { product }] of order.receipt.lines.entries()) {
    const kept = keptFor(audit, order, place)
    const left = kept - backFor(audit, order, { place, kept })
    const parts = guiding.sharesFor(product.id, order.deal?.id).flatMap(({ role, bps }) => {
      const payee = payeeOf(audit, order, role)
      return payee === undefined ? [] : [{ key: `${place} ${role} ${payee}`, bps }]
    })
    const all = parts.reduce((sum, { bps }) => sum + bps, 0)
    const total = Math.floor((left * Math.min(all, guiding.written.maxTotalBps)) / 10_000)
    const amounts = shared(
      total,
      parts.map(({ bps }) => bps),
    )
    for (const [n, { key }] of parts.entries()) due.set(key, amounts[n] ?? 0)
  }
  return due
}

/** Who plays a role in an order; who may not buy for themselves earns nothing by it either. */
function payeeOf(
  { books, prices }: Audit,
  { attribution, live, memberId }: OrderDoc,
  role: string,
): string | undefined {
  const { guideId, storeId, secondId } = attribution
  if (role === 'guide') return guideId === null ? undefined : `guide.${guideId}`
  if (role === 'store') return storeId === null ? undefined : `store.${storeId}`
  // A host has their share of what was sold in their live, and of nothing else.
  const earnerId = role === 'second' ? secondId : live && prices.lives.hostOf(live.id)
  if (earnerId === null || earnerId === undefined) return undefined
  const isOwn = byId(books.guides).get(earnerId)?.memberId === memberId
  return isOwn && !prices.guiding.written.selfPurchase ? undefined : `guide.${earnerId}`
}

/** A sum by weights: everybody's whole fen, and what is left to the largest remainders. */
function shared(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map(() => 0)
  const parts = weights.map((weight, place) => ({
    place,
    floor: Math.floor((total * weight) / whole),
    rest: (total * weight) % whole,
  }))
  const left = total - parts.reduce((sum, { floor }) => sum + floor, 0)
  const first = [...parts].sort((one, other) => other.rest - one.rest || one.place - other.place)
  const lucky = new Set(first.slice(0, left).map(({ place }) => place))
  return parts.map(({ place, floor }) => floor + (lucky.has(place) ? 1 : 0))
}
