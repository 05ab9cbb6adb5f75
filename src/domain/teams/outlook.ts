import { isKept } from '../orders/order'
import type { Instant } from '../time'
import type { OwnSeat, TeamCard } from './contract'

/**
 * Where a team stands for somebody who looks at it.
 * full: every seat is paid for or being paid for. over: its time is over, and it is being decided.
 */
export type TeamPhase = 'open' | 'full' | 'over' | 'formed' | 'failed'

/** Where a team stands at `now`; the cloud decides again when somebody takes a seat. */
export function teamPhase(
  { status, formBefore, free }: Pick<TeamCard, 'status' | 'formBefore' | 'free'>,
  now: Instant,
): TeamPhase {
  if (status !== 'open') return status
  if (now >= formBefore) return 'over'
  return free > 0 ? 'open' : 'full'
}

/** Seats that somebody is paying for right now: free again when the payment never comes. */
export function seatsInPayment({ missing, free }: Pick<TeamCard, 'missing' | 'free'>): number {
  return Math.max(0, missing - free)
}

/** Whether an order still has its seat: money asked back has given it up. */
export function sits({ status }: Pick<OwnSeat, 'status'>): boolean {
  return status === 'unpaid' || isKept(status)
}
