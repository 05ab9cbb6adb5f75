import type { PayeeKey } from '@domain/commission/rule'
import { noCommission, type PayeeSums } from '@domain/commission/sums'
import type { Guide } from '@domain/guides/guide'
import { NEVER } from '@domain/holds/hold'
import { subtract, NOTHING, type Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { commissionEntries } from '../kit/collections'

/** The sums of one payee, and the guide's name where it is one. */
export interface SumsRow extends PayeeSums {
  readonly payee: PayeeKey
  readonly guideName: string | undefined
}

/** What a payee has, by where it stands: sums of the ledger as it is. One SDK call. */
export async function sumsOf(payee: PayeeKey, now: Instant): Promise<PayeeSums> {
  const { list } = (await commissionEntries
    .aggregate()
    .match({ payee })
    .group(sumsAt(now))
    .end()) as unknown as { list: readonly SummedRow[] }
  const [row] = list
  return row ? sumsIn(row) : noCommission
}

/** What every payee has. One SDK call. */
export async function sumsOfAll(now: Instant): Promise<readonly SumsRow[]> {
  const $ = _.aggregate
  const { list } = (await commissionEntries
    .aggregate()
    .group(sumsAt(now))
    .limit(MOST_PAYEES)
    // A payee's key is its kind, a dot and its id.
    .addFields({ id: $.arrayElemAt([$.split(['$_id', '.']), 1]) })
    .lookup({ from: 'guides', localField: 'id', foreignField: '_id', as: 'guides' })
    .end()) as unknown as { list: readonly NamedRow[] }
  return list.map((row) => ({
    payee: row._id,
    guideName: row.guides[0]?.name,
    ...sumsIn(row),
  }))
}

/** Guides and stores that are summed up at once; a shop file has 5,000 guides at the most. */
const MOST_PAYEES = 10_000

/** What the database sums up. */
interface SummedRow {
  readonly _id: PayeeKey
  readonly pendingFen: Fen
  readonly frozenFen: Fen
  readonly payableFen: Fen
  /** Of payouts, with the sign of their entries. */
  readonly sentFen: Fen
  readonly nextAt: Instant
}

type NamedRow = SummedRow & { readonly guides: readonly Pick<Guide, 'name'>[] }

function sumsIn({ pendingFen, frozenFen, payableFen, sentFen, nextAt }: SummedRow): PayeeSums {
  const paidOutFen = subtract(NOTHING, sentFen)
  const nextPayableAt = nextAt < NEVER ? nextAt : null
  return { pendingFen, frozenFen, payableFen, paidOutFen, nextPayableAt }
}

/** The group of an aggregation that sums up entries by payee. */
function sumsAt(now: Instant) {
  const $ = _.aggregate
  const isFrozen: unknown = $.and([$.gt(['$payableAt', now]), $.lt(['$payableAt', NEVER])])
  const sumWhere = (condition: unknown): unknown =>
    $.sum($.cond({ if: condition, then: '$amountFen', else: 0 }))
  return {
    _id: '$payee',
    pendingFen: sumWhere($.eq(['$payableAt', NEVER])),
    frozenFen: sumWhere(isFrozen),
    payableFen: sumWhere($.lte(['$payableAt', now])),
    sentFen: sumWhere($.neq(['$payoutId', null])),
    nextAt: $.min($.cond({ if: isFrozen, then: '$payableAt', else: NEVER })) as unknown,
  }
}
