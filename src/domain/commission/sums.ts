import { NEVER } from '../holds/hold'
import { NOTHING, type Fen } from '../money'
import type { Instant } from '../time'
import type { CommissionEntry } from './entry'

/** Where commission stands, as its payee reads it. */
export const commissionStages = ['pending', 'frozen', 'payable', 'paid-out'] as const
export type CommissionStage = (typeof commissionStages)[number]

/** What a payee has, by where it stands. */
export interface CommissionSums {
  /** Paid orders that are not received yet. */
  readonly pendingFen: Fen
  readonly frozenFen: Fen
  /** Can be paid out; below zero it is a debt: what was paid out had to be taken back. */
  readonly payableFen: Fen
  /** On its way, and arrived. */
  readonly paidOutFen: Fen
}

/** The sums with the time at which the next of it can be paid out; null where none is frozen. */
export interface PayeeSums extends CommissionSums {
  readonly nextPayableAt: Instant | null
}

/** Somebody who never got anything. */
export const noCommission: PayeeSums = {
  pendingFen: NOTHING,
  frozenFen: NOTHING,
  payableFen: NOTHING,
  paidOutFen: NOTHING,
  nextPayableAt: null,
}

/** What tells where an entry stands. */
type Standing = Pick<CommissionEntry, 'payableAt' | 'payoutId'>

/** Where an entry stands at a moment. What went out, and came back, is of the payable sum. */
export function stageOf({ payableAt, payoutId }: Standing, now: Instant): CommissionStage {
  if (payoutId !== null) return 'paid-out'
  if (payableAt >= NEVER) return 'pending'
  return payableAt > now ? 'frozen' : 'payable'
}
