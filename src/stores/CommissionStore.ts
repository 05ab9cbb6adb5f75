import type { OutputOf } from '@domain/api'
import type { IncomeRow } from '@domain/commission/contract'
import type { CommissionStage } from '@domain/commission/sums'
import { fail } from '@domain/failure'
import { isId, type OrderId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { Lists } from './Lists'
import { Seen } from './Seen'

/** A guide's income by where it stands; all of it beside. */
export type IncomeTab = CommissionStage | 'all'

/** Income as far as it was read. */
export type Income = OutputOf<'commission.list'>

/** What one order brought, and why it is the caller's. */
export type Credit = OutputOf<'commission.see'>

/** 分润, as guides see their own. */
export class CommissionStore {
  readonly income: Lists<IncomeTab, IncomeRow, Income>
  /** What orders brought, by their ids. */
  readonly credits: Seen<Credit>

  constructor(call: Call) {
    this.income = new Lists((tab, last) =>
      call('commission.list', {
        ...(tab !== 'all' && { stage: tab }),
        ...(last && { before: { row: last.row, payableAt: last.payableAt } }),
      }),
    )
    this.credits = new Seen((orderId) =>
      isId(orderId)
        ? call('commission.see', { orderId: orderId as OrderId })
        : Promise.resolve(fail('order_unknown')),
    )
  }
}
