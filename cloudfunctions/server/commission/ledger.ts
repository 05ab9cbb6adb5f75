import type { CommissionEntry } from '@domain/commission/entry'
import { commissionEntries } from '../kit/collections'
import type { Words } from '../kit/database'
import { untilThrough } from '../kit/weather'

/**
 * Adds the entries that are not in the ledger yet, and tells which were there. Ids are derived from
 * what an entry is for, so whoever does it again, or beside another, adds nothing twice. `where`
 * finds all that belong together.
 */
export function addMissing(
  entries: readonly CommissionEntry[],
  where: Words,
): Promise<readonly CommissionEntry[]> {
  return untilThrough(async () => {
    const there = await commissionEntries.find(where)
    const known = new Set(there.map(({ _id }) => _id))
    const missing = entries.filter(({ _id }) => !known.has(_id))
    if (missing.length > 0 && !(await commissionEntries.addAll(missing))) return 'lost'
    return there
  })
}
