import type { InputOf, OutputOf } from '@domain/api'
import { INCOME_PAGE, type IncomeRow } from '@domain/commission/contract'
import type { CommissionEntry } from '@domain/commission/entry'
import { payeeKey, type PayeeKey } from '@domain/commission/rule'
import { stageOf, type CommissionStage } from '@domain/commission/sums'
import { hasFailed, type Failure } from '@domain/failure'
import { NEVER } from '@domain/holds/hold'
import type { Instant } from '@domain/time'
import { ownGuide } from '../guides/self'
import { _ } from '../kit/cloud'
import { commissionEntries } from '../kit/collections'
import type { Words } from '../kit/database'
import type { Caller } from '../kit/serve'

type Listing = InputOf<'commission.list'>

/**
 * What a guide earned, order by order and payout by payout. A page reads its own rows through an
 * index, however long the guide has been at it. Two SDK calls; another one for every forty orders
 * in a row that went back whole.
 */
export async function listIncome(
  listing: Listing,
  { memberId, now }: Caller,
): Promise<OutputOf<'commission.list'> | Failure<'guide_missing'>> {
  const guide = await ownGuide(memberId)
  if (hasFailed(guide)) return guide
  const found = await readRows(payeeKey({ kind: 'guide', id: guide._id }), listing, now)
  return {
    rows: found.slice(0, INCOME_PAGE).map((row) => incomeRow(row, now)),
    hasMore: found.length > INCOME_PAGE,
  }
}

/** The first entry of a row, with what all its entries come to. */
type FoundRow = Pick<
  CommissionEntry,
  'row' | 'source' | 'payoutId' | 'amountFen' | 'payableAt' | 'at'
> & {
  /** The order's lines that they are of. */
  readonly lines: readonly number[]
}

function incomeRow(found: FoundRow, now: Instant): IncomeRow {
  const { row, source, amountFen, payableAt, at } = found
  const { orderId, name } = source ?? { orderId: null, name: '' }
  const goods = new Set(found.lines).size
  return { row, orderId, name, goods, amountFen, stage: stageOf(found, now), payableAt, at }
}

/** Rows that are read at once: more than a page, as some of them may have gone back whole. */
const READ_AT_ONCE = 2 * INCOME_PAGE

/** The rows of a page, and one more where there is one. */
async function readRows(
  payee: PayeeKey,
  { stage, before }: Listing,
  now: Instant,
): Promise<readonly FoundRow[]> {
  const rows: FoundRow[] = []
  for (let last: Listing['before'] = before; ;) {
    const found = await readAfter(last, { payee, stage, now })
    // What went back whole stands nowhere any more.
    rows.push(...found.filter(({ amountFen }) => stage === undefined || amountFen !== 0))
    last = found[READ_AT_ONCE - 1]
    if (!last || rows.length > INCOME_PAGE) return rows
  }
}

interface Reading {
  readonly payee: PayeeKey
  readonly stage: CommissionStage | undefined
  readonly now: Instant
}

async function readAfter(
  last: Listing['before'],
  { payee, stage, now }: Reading,
): Promise<readonly FoundRow[]> {
  const { list } = (await commissionEntries
    .aggregate()
    .match(
      stage === undefined
        ? { payee, opens: _.neq(null), ...(last && { row: _.lt(last.row) }) }
        : _.and([{ payee, ...whereAt(stage, now, last) }, ...afterLast(last)]),
    )
    .sort(stage === undefined ? { row: -1 } : { payableAt: -1, row: -1 })
    .limit(READ_AT_ONCE)
    .lookup({ from: 'commission_entries', localField: 'row', foreignField: 'row', as: 'entries' })
    .addFields({
      amountFen: _.aggregate.sum('$entries.amountFen') as unknown,
      lines: '$entries.source.line',
    })
    .project({ row: 1, source: 1, payoutId: 1, lines: 1, amountFen: 1, payableAt: 1, at: 1 })
    .end()) as unknown as { list: readonly FoundRow[] }
  return list
}

/** The first entries of rows at a stage; all entries of an order stand at the same one. */
function whereAt(stage: CommissionStage, now: Instant, last: Listing['before']): Words {
  const until = (most: number) => _.lte(Math.min(most, last?.payableAt ?? most))
  if (stage === 'paid-out') return { opens: 'payout', payableAt: until(now) }
  const times: Readonly<Record<typeof stage, unknown>> = {
    pending: NEVER,
    frozen: _.gt(now).and(until(NEVER - 1)),
    payable: until(now),
  }
  return { opens: 'order', payableAt: times[stage] }
}

/** Rows that came to stand at a stage when the last one did are told apart by their keys. */
const afterLast = (last: Listing['before']): readonly object[] =>
  last ? [_.or([{ payableAt: _.lt(last.payableAt) }, { row: _.lt(last.row) }])] : []
