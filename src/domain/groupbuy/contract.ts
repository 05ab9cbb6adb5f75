import * as z from 'zod'
import { action, id } from '../contract'
import type { LadderProgress } from '../deals/progress'
import type { Fen } from '../money'
import type { Instant } from '../time'
import type { Order } from '../orders/order'
import type { LadderDeal } from './ladder'
import type { Statement, StatementRow } from './settlement'

/** Somebody who joined: named so that only they know it is them. */
export interface RecentJoin {
  readonly alias: string
  readonly storeName: string
  readonly quantity: number
  readonly paidAt: Instant
}

/** What the caller has in this deal. */
export interface OwnJoin {
  readonly orderId: Order['_id']
  readonly status: Order['status']
  readonly alias: string
  readonly quantity: number
  readonly paidFen: Fen
  readonly dueFen: Fen | null
  readonly refundFen: Fen
  readonly refundNo: string | null
  readonly refundStatus: string | null
}

/** What the ladder page shows. */
export interface LadderView extends LadderProgress {
  readonly recent: readonly RecentJoin[]
  readonly own: readonly OwnJoin[]
}

/**
 * A statement row as the public reads it. The refund's number, which WeChat Pay shows too, begins
 * with the order's id; the id opens the order to nobody but its owner.
 */
export type PublicRow = Omit<StatementRow, 'orderId'>

/** Buying together, as anyone may see it. */
export const groupbuyContract = {
  /** The ladder page: progress, who joined just now, and what the caller has in it. */
  'groupbuy.see': action({
    input: z.strictObject({ dealId: id<'deal'>() }),
    output: z.custom<LadderView>(),
    fails: ['deal_unknown'],
  }),
  /** The public statement: who paid what, what each came down to, and sums anyone can re-add. */
  'groupbuy.statement': action({
    input: z.strictObject({ dealId: id<'deal'>(), page: z.int().min(0).max(1000) }),
    output: z.custom<{
      readonly statement: Statement
      readonly rows: readonly PublicRow[]
      readonly ownAlias: string | null
    }>(),
    fails: ['deal_unknown', 'statement_unready'],
  }),
}

/** What an operator sees of a running ladder. */
export interface DealWatch {
  readonly dealId: LadderDeal['_id']
  readonly name: string
  readonly status: LadderDeal['status']
  readonly endsAt: Instant
  readonly people: number
  readonly orders: number
  readonly pieces: number
  readonly paidFen: Fen
  readonly priceFen: Fen
  /** What may have to go back at the most. */
  readonly worstRefundFen: Fen
  readonly refundedFen: Fen
  /** Refunds that the gateway refused and that are tried again; an operator should look. */
  readonly failedRefunds: number
}

/** Buying together, as an operator sees it. */
export const groupbuyStaffContract = {
  /** Every ladder with its worst-case refund liability. */
  'groupbuy.watch': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly deals: readonly DealWatch[] }>(),
    fails: ['role_missing'],
  }),
}
