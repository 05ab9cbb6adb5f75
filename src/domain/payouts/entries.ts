import { incomeRowKey, type CommissionEntry } from '../commission/entry'
import { payeeKey } from '../commission/rule'
import { NOTHING, subtract } from '../money'
import type { Instant } from '../time'
import type { Payout } from './payout'

/**
 * What a payout does to the ledger of its guide: the whole of it goes out before WeChat hears of
 * it, and a transfer that lapsed or failed comes back, payable again.
 */
export function payoutEntries(payout: Payout, now: Instant): readonly CommissionEntry[] {
  const { _id, amountFen, askedAt, transfers } = payout
  const out = entryOf(payout, `${_id}.out`, { kind: 'payout', at: askedAt })
  const lost = transfers.filter(({ status }) => status === 'lapsed' || status === 'failed')
  return [
    { ...out, amountFen: subtract(NOTHING, amountFen) },
    ...lost.map((transfer): CommissionEntry => {
      const back = entryOf(payout, `${transfer.no}.back`, { kind: 'payout-back', at: now })
      return { ...back, amountFen: transfer.amountFen }
    }),
  ]
}

function entryOf(
  { _id: payoutId, guideId, askedAt }: Payout,
  _id: string,
  told: { readonly kind: CommissionEntry['kind']; readonly at: Instant },
): Omit<CommissionEntry, 'amountFen'> {
  const payee = payeeKey({ kind: 'guide', id: guideId })
  return {
    _id,
    payee,
    kind: told.kind,
    payableAt: told.at,
    at: told.at,
    source: null,
    payoutId,
    row: incomeRowKey(payee, { id: payoutId, since: askedAt }),
    opens: told.kind === 'payout' ? 'payout' : null,
  }
}
