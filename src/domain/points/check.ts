import { heldPoints, type PointsAccount } from './account'

/** What the ledger of a member comes to. */
export interface LedgerSums {
  readonly points: number
  readonly entries: number
}

/** Something about an account that does not add up, with both figures. */
export interface AccountFault {
  readonly what: 'balance' | 'entries' | 'lots' | 'available'
  readonly found: number
  readonly expected: number
}

/**
 * What does not add up: the balance is the sum of the ledger, the lots are the balance or empty in
 * debt, and what is available is the balance without what is held. No faults is an honest account.
 */
export function accountFaults(account: PointsAccount, ledger: LedgerSums): AccountFault[] {
  const { balance, available, entries, lots } = account
  const inLots = lots.reduce((sum, { points }) => sum + points, 0)
  const told: AccountFault[] = [
    { what: 'balance', found: balance, expected: ledger.points },
    { what: 'entries', found: entries, expected: ledger.entries },
    { what: 'lots', found: inLots, expected: Math.max(0, balance) },
    { what: 'available', found: available, expected: balance - heldPoints(account) },
  ]
  return told.filter(({ found, expected }) => found !== expected)
}
