import type { MemberId } from '@domain/ids'
import { freshAccount, type PointsAccount } from '@domain/points/account'
import type { Posted } from '@domain/points/ledger'
import { pointsAccounts, pointsEntries } from '../kit/collections'
import { inTransaction } from '../kit/transaction'

/**
 * Decides on an account as it stands and writes it together with its entries, or nothing of it.
 * Deciding on nothing writes nothing; `lost` is for the caller to try again.
 */
export function writePosted(
  memberId: MemberId,
  decide: (account: PointsAccount) => Posted | 'nothing' | 'lost',
): Promise<PointsAccount | 'lost'> {
  return inTransaction(async ({ get, put, add }) => {
    const before = (await get(pointsAccounts, memberId)) ?? freshAccount(memberId)
    const decided = decide(before)
    if (decided === 'lost') return 'lost'
    if (decided === 'nothing') return before
    await put(pointsAccounts, decided.account)
    for (const entry of decided.entries) await add(pointsEntries, entry)
    return decided.account
  })
}
