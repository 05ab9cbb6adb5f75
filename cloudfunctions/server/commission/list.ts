import { INCOME_PAGE, type IncomeRow } from '@domain/commission/contract'
import { payeeKey, type PayeeKey } from '@domain/commission/rule'
import { stageOf, type CommissionStage } from '@domain/commission/sums'
import { hasFailed } from '@domain/failure'
import { NEVER } from '@domain/holds/hold'
import type { OrderId, PayoutId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { ownGuide } from '../guides/self'
import { _ } from '../kit/cloud'
import { commissionEntries } from '../kit/collections'
import type { Words } from '../kit/database'
import type { Caller } from '../kit/serve'
import { sumsOf } from './sums'

interface Listing {
  readonly stage?: CommissionStage | undefined
  readonly before?: Instant | undefined
}

/** What a guide earned, order by order and payout by payout. Three SDK calls. */
export async function listIncome(listing: Listing, { memberId, now }: Caller) {
  const guide = await ownGuide(memberId)
  if (hasFailed(guide)) return guide
  const payee = payeeKey({ kind: 'guide', id: guide._id })
  const [sums, found] = await Promise.all([sumsOf(payee, now), readRows(payee, listing, now)])
  return {
    sums,
    rows: found.slice(0, INCOME_PAGE).map((row) => incomeRow(row, now)),
    hasMore: found.length > INCOME_PAGE,
  }
}

/** The entries of one order, or of one payout, in one row. */
interface FoundRow {
  readonly _id: { readonly orderId?: OrderId | null; readonly payoutId: PayoutId | null }
  readonly name: string | null
  readonly amountFen: Fen
  readonly payableAt: Instant
  readonly at: Instant
}

function incomeRow({ _id, name, amountFen, payableAt, at }: FoundRow, now: Instant): IncomeRow {
  const stage = stageOf({ payableAt, payoutId: _id.payoutId }, now)
  return { orderId: _id.orderId ?? null, name: name ?? '', amountFen, stage, payableAt, at }
}

async function readRows(
  payee: PayeeKey,
  { stage, before }: Listing,
  now: Instant,
): Promise<readonly FoundRow[]> {
  const $ = _.aggregate
  const { list } = (await commissionEntries
    .aggregate()
    .match({ payee, ...(stage && whereAt(stage, now)) })
    .sort({ at: 1 })
    .group({
      _id: { orderId: '$source.orderId', payoutId: '$payoutId' },
      name: $.first('$source.name') as unknown,
      amountFen: $.sum('$amountFen') as unknown,
      payableAt: $.min('$payableAt') as unknown,
      at: $.min('$at') as unknown,
    })
    .match({
      ...(before !== undefined && { at: _.lt(before) }),
      // What went back whole stands nowhere any more.
      ...(stage && { amountFen: _.neq(0) }),
    })
    .sort({ at: -1 })
    .limit(INCOME_PAGE + 1)
    .end()) as unknown as { list: readonly FoundRow[] }
  return list
}

/** The entries of a stage; all entries of an order stand at the same one. */
function whereAt(stage: CommissionStage, now: Instant): Words {
  if (stage === 'paid-out') return { payoutId: _.neq(null) }
  const times = {
    pending: NEVER,
    frozen: _.gt(now).and(_.lt(NEVER)),
    payable: _.lte(now),
  }
  return { payoutId: null, payableAt: times[stage] }
}
