import { fail } from '@domain/failure'
import type { DealId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { deals, statements } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { aliasOf } from '../deals/alias'

/** A page of the public statement. One SDK call; a second one only to say why there is none. */
export async function readStatement(
  { dealId, page }: { dealId: DealId; page: number },
  { memberId }: Caller,
) {
  const found = await statements.find({ _id: _.in([dealId, `${dealId}.${page}`]) })
  const statement = found.find(({ _id }) => _id === dealId)?.statement
  if (!statement) {
    const deal = await deals.get(dealId)
    if (deal?.kind !== 'ladder') return fail('deal_unknown')
    return fail('statement_unready', { status: deal.status })
  }
  const stored = found.find(({ _id }) => _id !== dealId)?.rows ?? []
  const rows = stored.map(({ orderId: _orderId, ...row }) => row)
  return { statement, rows, ownAlias: aliasOf(dealId, memberId) }
}
