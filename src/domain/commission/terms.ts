import { payeeKey, type CommissionRule, type PayeeKey, type RoleShare } from './rule'
import type { DealId, GuideId, ProductId } from '../ids'
import type { Bps, Fen } from '../money'
import type { Order } from '../orders/order'
import type { Instant } from '../time'

/**
 * What an order is shared by, fixed when it is placed: which role gets how much. Who plays a role
 * follows from whom the order is credited to, and that may be changed afterwards.
 */
export interface CommissionTerms {
  readonly ruleVersion: number
  readonly freezeDays: number
  /** All roles of a line together never get more. */
  readonly maxTotalBps: Bps
  /** Line by line of the receipt. */
  readonly lines: readonly (readonly RoleShare[])[]
  /** The buyer's own place as a guide, who gets nothing by it as host or second level. */
  readonly buyer: PayeeKey | null
}

/** One posting that an order decided on: its part of the ledger, in the order's own document. */
export interface CommissionPosting {
  readonly line: number
  readonly role: RoleShare['role']
  /** 1, 2, 3 … of this line and role. */
  readonly n: number
  readonly payee: PayeeKey
  readonly bps: Bps
  /** Goods money kept for the line when it was decided. */
  readonly keptFen: Fen
  /** With a sign. */
  readonly amountFen: Fen
  readonly at: Instant
}

/** The terms of an order with all that was posted by them so far. */
export interface OrderCommission extends CommissionTerms {
  readonly posted: readonly CommissionPosting[]
}

/** Who buys, and by which rule their own orders count. */
export interface Buyer {
  /** Their own place as a guide, if they have one. */
  readonly ownGuideId: GuideId | null
  readonly attribution: Pick<Order['attribution'], 'rule'>
}

/** What an order is shared by in a shop with such a rule; null in one that shares nothing. */
export function commissionOf(
  lines: readonly SharedGoods[],
  rule: CommissionRule | null,
  { ownGuideId, attribution }: Buyer,
): OrderCommission | null {
  if (!rule) return null
  const { version: ruleVersion, freezeDays, maxTotalBps } = rule
  const isBarred = ownGuideId !== null && !attribution.rule.selfPurchase
  return {
    ruleVersion,
    freezeDays,
    maxTotalBps,
    lines: lines.map((line) => sharesOf(line, rule)),
    buyer: isBarred ? payeeKey({ kind: 'guide', id: ownGuideId }) : null,
    posted: [],
  }
}

/**
 * What an order is shared by once somebody of the shop credits it to a guide. Terms that were fixed
 * when it was placed stay; an order from before the shop shared anything gets those of today, as
 * the shop decides today that a guide earns by it.
 */
export function termsOnceCredited(
  { commission, receipt, attribution }: Pick<Order, 'commission' | 'receipt' | 'attribution'>,
  rule: CommissionRule | null,
  ownGuideId: GuideId | null,
): OrderCommission | null {
  return commission ?? commissionOf(receipt.lines, rule, { ownGuideId, attribution })
}

/** Goods that a rule may speak of. */
export interface SharedGoods {
  readonly product: { readonly id: ProductId }
  readonly deal: { readonly id: DealId } | null
}

/** The closest rule: a deal's before a product's, and that before the shop's. */
export function sharesOf(
  { product, deal }: SharedGoods,
  { shares, ofProducts, ofDeals }: CommissionRule,
): readonly RoleShare[] {
  return (deal && ofDeals[deal.id]) ?? ofProducts[product.id] ?? shares
}

/** Who plays a role in an order; null where nobody does. */
export function payeeOf(
  { attribution, live, commission }: Pick<Order, 'attribution' | 'live' | 'commission'>,
  role: RoleShare['role'],
): PayeeKey | null {
  const { guideId, storeId, secondId } = attribution
  if (role === 'guide') return guideId && payeeKey({ kind: 'guide', id: guideId })
  if (role === 'store') return storeId && payeeKey({ kind: 'store', id: storeId })
  const id = role === 'host' ? (live?.hostId ?? null) : secondId
  const payee = id && payeeKey({ kind: 'guide', id })
  return payee === commission?.buyer ? null : payee
}
