import type { PayoutView, TransferView } from '@domain/payouts/contract'
import { confirmBefore, payoutSums, type Payout, type Transfer } from '@domain/payouts/payout'
import type { Merchant } from '../payment/merchant'

/** A payout as its guide sees it. */
export function payoutView(payout: Payout, merchant: Merchant | undefined): PayoutView {
  const { _id: id, amountFen, askedAt, endedAt, transfers } = payout
  return {
    id,
    amountFen,
    ...payoutSums(payout),
    askedAt,
    endedAt,
    transfers: transfers.map((transfer) => transferView(transfer, merchant)),
  }
}

function transferView(transfer: Transfer, merchant: Merchant | undefined): TransferView {
  const { no, amountFen, status, reason, packageInfo } = transfer
  const asks = merchant && status === 'sent' && packageInfo !== null
  return {
    no,
    amountFen,
    status,
    reason,
    confirmBefore: confirmBefore(transfer),
    confirm: asks ? { mchId: merchant.mchId, appId: merchant.appId, packageInfo } : null,
  }
}
