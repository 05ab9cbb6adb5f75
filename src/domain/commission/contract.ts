import * as z from 'zod'
import { action, id, moment } from '../contract'
import type { GuideNames } from '../attribution/contract'
import type { ToldAttribution } from '../attribution/told'
import type { OrderId } from '../ids'
import type { Fen } from '../money'
import type { OrderStatus } from '../orders/order'
import type { Instant } from '../time'
import type { CommissionEntry, IncomeRowKey } from './entry'
import { commissionStages, type CommissionStage, type CommissionSums } from './sums'

/** What one order, or one payout, brought or took. */
export interface IncomeRow {
  readonly row: IncomeRowKey
  readonly orderId: OrderId | null
  /** What was bought: the first of so many things. */
  readonly name: string
  readonly goods: number
  readonly amountFen: Fen
  readonly stage: CommissionStage
  readonly payableAt: Instant
  readonly at: Instant
}

/** Rows of a page. */
export const INCOME_PAGE = 20

/** A row's key as the phone may hand it back. */
const rowKey = z.custom<IncomeRowKey>(
  (value) => typeof value === 'string' && /^\d{15}\.[\w.-]{1,200}$/.test(value),
  'not a row',
)

/** 分润, as guides see their own. */
export const commissionContract = {
  /**
   * Order by order and payout by payout, the newest first; at one stage, what came to stand there
   * last first.
   */
  'commission.list': action({
    input: z.strictObject({
      stage: z.enum(commissionStages).optional(),
      /** The last one seen. */
      before: z.strictObject({ row: rowKey, payableAt: moment }).optional(),
    }),
    output: z.custom<{ readonly rows: readonly IncomeRow[]; readonly hasMore: boolean }>(),
    fails: ['guide_missing'],
  }),
  /** The entries of one order with why it is the caller's; nothing of other payees. */
  'commission.see': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{
      readonly entries: readonly CommissionEntry[]
      readonly attribution: ToldAttribution
      readonly names: GuideNames
      readonly status: OrderStatus
      readonly placedAt: Instant
    }>(),
    fails: ['order_unknown', 'guide_missing'],
  }),
}

/** What a payee has earned, for who runs the shop. */
export interface PayeeRow {
  readonly kind: 'guide' | 'store'
  readonly id: string
  readonly name: string
  readonly sums: CommissionSums
}

/** 分润, for who runs the shop. */
export const commissionStaffContract = {
  /** Guides and stores, whoever has the most first. */
  'commission.overview': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly payees: readonly PayeeRow[] }>(),
    fails: ['role_missing'],
  }),
}
