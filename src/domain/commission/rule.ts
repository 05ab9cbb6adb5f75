import type { DealId, GuideId, ProductId, StoreId } from '../ids'
import type { Bps } from '../money'

/** Whom commission goes to: who is credited, their store, a live's host, who invited them. */
export const commissionRoles = ['guide', 'store', 'host', 'second'] as const
export type CommissionRole = (typeof commissionRoles)[number]

/** What one role gets. */
export interface RoleShare {
  readonly role: CommissionRole
  readonly bps: Bps
}

/** 分润规则: shares of the goods money that is finally paid. */
export interface CommissionRule {
  /** Counts the changes of the rule, so that an entry tells by which one it was made. */
  readonly version: number
  /** Of everything that nothing closer speaks of. A host's share is for orders of a live. */
  readonly shares: readonly RoleShare[]
  /** Closer rules, in place of the shop's: a deal's before a product's. */
  readonly ofProducts: Readonly<Record<ProductId, readonly RoleShare[]>>
  readonly ofDeals: Readonly<Record<DealId, readonly RoleShare[]>>
  /** All roles together never get more. */
  readonly maxTotalBps: Bps
  /** After receipt, until it can be paid out. */
  readonly freezeDays: number
}

/** Somebody whom commission is owed to. */
export type Payee =
  | { readonly kind: 'guide'; readonly id: GuideId }
  | { readonly kind: 'store'; readonly id: StoreId }

/** A payee in one word, `guide.g-1`: what entries are found by. */
export type PayeeKey = string & { readonly keyOf: 'payee' }

/** The key of a payee. */
export function payeeKey({ kind, id }: Payee): PayeeKey {
  return `${kind}.${id}` as PayeeKey
}
