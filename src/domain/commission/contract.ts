import * as z from 'zod'
import { action, id, moment } from '../contract'
import type { GuideNames } from '../attribution/contract'
import type { ToldAttribution } from '../attribution/told'
import type { OrderId } from '../ids'
import type { Fen } from '../money'
import type { OrderStatus } from '../orders/order'
import type { Instant } from '../time'
import type { CommissionEntry } from './entry'
import { commissionStages, type CommissionStage, type CommissionSums } from './sums'

/** What one order, or one payout, brought or took. */
export interface IncomeRow {
  readonly orderId: OrderId | null
  /** What was bought. */
  readonly name: string
  readonly amountFen: Fen
  readonly stage: CommissionStage
  readonly payableAt: Instant
  readonly at: Instant
}

/** Rows of a page. */
export const INCOME_PAGE = 20

/** 分润, as guides see their own. */
export const commissionContract = {
  /** Order by order, the newest first. */
  'commission.list': action({
    input: z.strictObject({
      stage: z.enum(commissionStages).optional(),
      /** The `at` of the last one seen. */
      before: moment.optional(),
    }),
    output: z.custom<{
      readonly sums: CommissionSums
      readonly rows: readonly IncomeRow[]
      readonly hasMore: boolean
    }>(),
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
