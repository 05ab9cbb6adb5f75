import type { OrderId, PayoutId } from '../ids'
import type { Bps, Fen } from '../money'
import type { Order } from '../orders/order'
import type { Instant } from '../time'
import { payableFrom } from './dues'
import type { CommissionRole, PayeeKey } from './rule'

/** Why commission came or went. */
export const commissionKinds = [
  /** For a line of an order. */
  'share',
  /** Taken back, or given again, as the order's money or its guide changed. */
  'change',
  /** Sent to the guide. */
  'payout',
  /** Came back: the guide did not confirm it, or WeChat could not pay it. */
  'payout-back',
] as const
export type CommissionKind = (typeof commissionKinds)[number]

/**
 * A line of the ledger: written once, and only its `payableAt` is set later, once. A payee's sums
 * are sums of entries, so there is no balance beside the ledger that could differ from it.
 */
export interface CommissionEntry {
  /** Derived from what it is for: `<orderId>.<line>.<role>.<n>`, `<payoutId>.out`, … */
  readonly _id: string
  readonly payee: PayeeKey
  readonly kind: CommissionKind
  /** With a sign. */
  readonly amountFen: Fen
  /** `NEVER` while the order is not received; frozen before it, payable from then on. */
  readonly payableAt: Instant
  readonly at: Instant
  /** What it is for; null where it is about a payout. */
  readonly source: CommissionSource | null
  readonly payoutId: PayoutId | null
  /** The row of the payee's income that it stands in, with all that is about the same thing. */
  readonly row: IncomeRowKey
  /** What its row is about, in the first entry of one; null in those that follow. */
  readonly opens: 'order' | 'payout' | null
}

/** `<when it began>.<orderId or payoutId>.<payee>`: rows of a payee sort as they began. */
export type IncomeRowKey = string & { readonly keyOf: 'income' }

/** Digits of a moment, so that moments sort as text too. */
const MOMENT_DIGITS = 15

/** The key of a row: the same for every entry of a payee about one order, or one payout. */
export function incomeRowKey(
  payee: PayeeKey,
  about: { readonly id: OrderId | PayoutId; readonly since: Instant },
): IncomeRowKey {
  const since = String(about.since).padStart(MOMENT_DIGITS, '0')
  return `${since}.${about.id}.${payee}` as IncomeRowKey
}

/** The order, line and rule that an entry comes from. */
export interface CommissionSource {
  readonly orderId: OrderId
  readonly line: number
  readonly role: CommissionRole
  readonly ruleVersion: number
  readonly bps: Bps
  /** Goods money kept for the line when the entry was made. */
  readonly keptFen: Fen
  readonly name: string
}

/** The entries that an order has decided on, as they belong into the ledger. */
export function entriesOf(
  order: Pick<Order, '_id' | 'receipt' | 'story' | 'commission'>,
): readonly CommissionEntry[] {
  const { _id: orderId, commission, receipt } = order
  if (!commission) return []
  const { posted, ruleVersion } = commission
  const payableAt = payableFrom(order)
  return posted.map((posting) => {
    const { line, role, n, payee, bps, keptFen, amountFen, at } = posting
    const name = receipt.lines[line]?.product.name ?? ''
    const first = posted.find((one) => one.payee === payee) ?? posting
    return {
      _id: `${orderId}.${line}.${role}.${n}`,
      payee,
      kind: n === 1 ? 'share' : 'change',
      amountFen,
      payableAt,
      at,
      source: { orderId, line, role, ruleVersion, bps, keptFen, name },
      payoutId: null,
      row: incomeRowKey(payee, { id: orderId, since: first.at }),
      opens: posting === first ? 'order' : null,
    }
  })
}
