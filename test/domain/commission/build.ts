import type { CommissionRule, RoleShare } from '@domain/commission/rule'
import type { CommissionPosting, OrderCommission } from '@domain/commission/terms'
import { uncredited, type Attribution } from '@domain/attribution/attribution'
import { usualRule } from '@domain/attribution/rule'
import type { Order } from '@domain/orders/order'
import { receivePayment } from '@domain/orders/payment'
import { id, anOrder, minutesIn, paymentOf } from '../build'
import { bps } from '../members/build'

/** What roles get, in the order in which they are named. */
export const shares = (rates: Partial<Record<RoleShare['role'], number>>): RoleShare[] =>
  Object.entries(rates).map(([role, rate]) => ({
    role: role as RoleShare['role'],
    bps: bps(rate),
  }))

/** 2 % for the guide, 1.5 % for the store, 0.2 % for the host; frozen for a week. */
export function aRule(own: Partial<CommissionRule> = {}): CommissionRule {
  return {
    version: 3,
    shares: shares({ guide: 200, store: 150, host: 20 }),
    ofProducts: {},
    ofDeals: {},
    maxTotalBps: bps(10_000),
    freezeDays: 7,
    ...own,
  }
}

/** What an order of one line is shared by. */
export function theTerms(own: Partial<OrderCommission> = {}): OrderCommission {
  const { version: ruleVersion, freezeDays, maxTotalBps } = aRule()
  const lines = [aRule().shares]
  return { ruleVersion, freezeDays, maxTotalBps, lines, buyer: null, posted: [], ...own }
}

/** Credited to a guide of the first store. */
export function creditedTo(guideId: string, own: Partial<Attribution> = {}): Attribution {
  const credit = { guideId: id<'guide'>(guideId), guideName: guideId, storeId: id<'store'>('s-1') }
  return { ...uncredited(usualRule), ...credit, ...own }
}

/** An order that Mei brought: her guide's place is `mei`. */
export function aSharedOrder(own: Partial<Order> = {}): Order {
  return anOrder({ attribution: creditedTo('mei'), commission: theTerms(), ...own })
}

/** The same, paid five minutes later. */
export function paidFor(order: Order): Order {
  const now = minutesIn(5)
  const decision = receivePayment(order, paymentOf(order, now), { now, isCustomer: false })
  if (!('order' in decision)) throw new Error('the payment was not taken')
  return decision.order
}

/** What was posted, briefly: line, role, payee and sum. */
export const told = ({ commission }: Order) =>
  (commission?.posted ?? []).map(({ line, role, payee, amountFen }) => [
    line,
    role,
    payee,
    amountFen,
  ])

/** What each payee has of an order, by what was posted. */
export function sumsIn({ commission }: Order): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { payee, amountFen } of commission?.posted ?? []) {
    sums[payee] = (sums[payee] ?? 0) + amountFen
  }
  return sums
}

/** Of a line and role, what was posted in all. */
export const partOf = (
  { commission }: Order,
  { line, role }: Pick<CommissionPosting, 'line' | 'role'>,
): number =>
  (commission?.posted ?? [])
    .filter((posting) => posting.line === line && posting.role === role)
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
