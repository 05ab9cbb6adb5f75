/** Points: every balance is its ledger, and every entry has its reason. */
import type { Audit } from './auditor'
import type { OrderDoc, PointsAccountDoc, PointsEntryDoc } from './books'
import { byId } from './lookups'
import { Ledger } from './ledgers'
import { SLACK } from './slack'
import { keptGoods, levelsAround, receivedAt } from './spending'
import { isAlive } from './stock'

/** What the auditor remembers of ledgers from look to look. */
export class Ledgers {
  private readonly ledgers = new Map<string, Ledger>()
  private readonly booked = new Map<string, number>()

  constructor(private readonly months: number) {}

  of(memberId: string): Ledger {
    const known = this.ledgers.get(memberId) ?? new Ledger(this.months)
    this.ledgers.set(memberId, known)
    return known
  }

  /** Entries that are new since the last look, in their order. */
  fresh(entries: readonly PointsEntryDoc[]): PointsEntryDoc[] {
    const fresh = entries.filter(({ _id }) => !this.booked.has(_id))
    for (const { _id, points } of fresh) this.booked.set(_id, points)
    return fresh.sort((one, other) => one.no - other.no)
  }

  /** Whether entries were changed or taken away. */
  isRewritten(entries: readonly PointsEntryDoc[]): boolean {
    return (
      entries.length !== this.booked.size ||
      entries.some(({ _id, points }) => this.booked.get(_id) !== points)
    )
  }
}

/** What must hold at every moment. */
export function checkPoints(audit: Audit, ledgers: Ledgers): void {
  const { books, accuse } = audit
  for (const entry of ledgers.fresh(books.entries)) {
    const ledger = ledgers.of(entry.memberId)
    const wrong = reasonFault(audit, ledger, entry)
    if (wrong !== undefined) accuse('points by the rule', entry._id, wrong)
    const fault = ledger.book(entry)
    if (fault !== undefined) accuse('balance is its ledger', entry._id, fault)
  }
  if (ledgers.isRewritten(books.entries)) {
    accuse('append-only', 'points_entries', 'entries were changed or taken away')
  }
  for (const account of books.accounts) checkAccount(audit, ledgers.of(account._id), account)
  for (const { _id } of books.alarms) accuse('no alarm', _id, 'the shop itself found it wrong')
}

const heldIn = ({ holds }: PointsAccountDoc): number => {
  let held = 0
  for (const id in holds) held += holds[id]?.n ?? 0
  return held
}

function checkAccount({ books, accuse }: Audit, ledger: Ledger, account: PointsAccountDoc): void {
  const { _id, balance, available, entries } = account
  const held = heldIn(account)
  if (balance !== ledger.balance || entries !== ledger.entries) {
    accuse('balance is its ledger', _id, `has ${balance}, by its entries ${ledger.balance}`)
  }
  if (available !== balance - held) {
    accuse('balance is its ledger', _id, `may spend ${available} of ${balance}, held ${held}`)
  }
  if (textOf(account.lots) !== textOf(ledger.lots)) {
    const says = `has ${textOf(account.lots)}, by its entries ${textOf(ledger.lots)}`
    accuse('first in, first out', _id, says)
  }
  const overdue = ledger.over(books.now - SLACK) - held
  if (overdue > 0) accuse('first in, first out', _id, `${overdue} points should have expired`)
}

const textOf = (lots: PointsAccountDoc['lots']): string =>
  lots.map(({ points, expiresAt }) => `${points} until ${expiresAt}`).join(', ')

/** What is wrong with the reason of an entry. */
function reasonFault(
  { books, prices }: Audit,
  ledger: Ledger,
  { kind, points, at, orderId }: PointsEntryDoc,
): string | undefined {
  const { signIn, mall } = prices.rules.written.points
  if (kind === 'sign-in') {
    const streak = ledger.sign(at)
    if (streak === undefined) return 'signs a day twice'
    const due = signIn[(streak - 1) % signIn.length]
    return points === due ? undefined : `brings ${points} for day ${streak}, not ${due}`
  }
  if (kind === 'redeem') {
    const isAsked = mall.some((item) => item.kind === 'coupon' && item.points === -points)
    return isAsked ? undefined : `${-points} points are asked for nothing`
  }
  if (kind === 'expire') return points < 0 ? undefined : 'expires nothing'
  const order = byId(books.orders).get(orderId ?? '')
  if (!order) return 'is for an order that is not there'
  if (kind === 'earn' && receivedAt(order) === undefined) return 'is earned before the receipt'
  return undefined
}

/** At rest every order has moved what its money and its pieces say. */
export function checkPointsAtRest(audit: Audit): void {
  const { books, accuse } = audit
  const moved = new Map<string, { spent: number; earned: number }>()
  for (const { orderId, kind, points } of books.entries) {
    if (orderId === null) continue
    const sums = moved.get(orderId) ?? { spent: 0, earned: 0 }
    moved.set(orderId, sums)
    if (kind === 'spend' || kind === 'spend-back') sums.spent -= points
    else sums.earned += points
  }
  for (const order of books.orders) {
    const { spent, earned } = moved.get(order._id) ?? { spent: 0, earned: 0 }
    const [least, most] = spentBy(order)
    if (spent < least || spent > most) {
      accuse('points back with the money', order._id, `spends ${spent}, not ${least} to ${most}`)
    }
    const due = earnedBy(audit, order)
    if (!due.includes(earned)) {
      accuse('points by the rule', order._id, `earns ${earned}, not ${due.join(' or ')}`)
    }
  }
  for (const account of books.accounts) {
    if (heldIn(account) > 0) accuse('no hold left', account._id, `holds ${heldIn(account)}`)
  }
  checkRedemptions(audit)
}

const isKept = (order: OrderDoc): boolean => isAlive(order) && order.status !== 'unpaid'

/** Points that an order keeps: a fair part of each line went back, all or nothing exactly. */
function spentBy(order: OrderDoc): [least: number, most: number] {
  if (!isKept(order)) return [0, 0]
  const range: [number, number] = [0, 0]
  for (const [place, { points, quantity }] of order.receipt.lines.entries()) {
    let back = 0
    for (const { status, pieces } of order.afterSales) {
      if (status !== 'approved') continue
      for (const piece of pieces) if (piece.line === place) back += piece.quantity
    }
    const fair = (points * (quantity - back)) / quantity
    const play = back === quantity ? 0 : back
    range[0] += Math.max(0, Math.ceil(fair - play))
    range[1] += Math.min(points, Math.floor(fair + play))
  }
  return range
}

/** What an order may have earned: by the level of when it was placed. */
function earnedBy({ books, prices }: Audit, order: OrderDoc): number[] {
  if (!isKept(order) || receivedAt(order) === undefined) return [0]
  const { memberId, placedAt } = order
  return levelsAround({ books, rules: prices.rules }, memberId, placedAt).map((level) =>
    prices.rules.pointsFor(keptGoods(order), level, placedAt),
  )
}

/** Every redeemed coupon was paid for, and everything paid for came. */
function checkRedemptions({ books, accuse }: Audit): void {
  const balance = new Map<string, number>()
  const add = (memberId: string, count: number) =>
    balance.set(memberId, (balance.get(memberId) ?? 0) + count)
  for (const { memberId, channel } of books.coupons) if (channel === 'points') add(memberId, 1)
  for (const { memberId, kind } of books.entries) if (kind === 'redeem') add(memberId, -1)
  for (const [memberId, more] of balance) {
    if (more !== 0) accuse('points by the rule', memberId, `${more} coupons more than paid for`)
  }
}
