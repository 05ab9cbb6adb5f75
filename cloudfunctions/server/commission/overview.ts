import type { PayeeRow } from '@domain/commission/contract'
import type { CommissionSums } from '@domain/commission/sums'
import { shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { sumsOfAll } from './sums'

/** Rows of an answer: it must not grow beyond what a client may be told. */
const MOST_ROWS = 500

/** What guides and stores have, whoever has the most first. Two SDK calls. */
export async function seeOverview(_input: object, { now }: Caller) {
  const [found, shop] = await Promise.all([sumsOfAll(now), shops.get('shop')])
  const stores = new Map<string, string>(shop?.stores.map(({ id, name }) => [id, name]))
  const payees = found.map(({ payee, guideName, ...sums }): PayeeRow => {
    const [kind, id = ''] = payee.split('.')
    return kind === 'store'
      ? { kind, id, name: stores.get(id) ?? id, sums }
      : { kind: 'guide', id, name: guideName ?? id, sums }
  })
  payees.sort((one, other) => earnedIn(other.sums) - earnedIn(one.sums))
  return { payees: payees.slice(0, MOST_ROWS) }
}

const earnedIn = ({ pendingFen, frozenFen, payableFen, paidOutFen }: CommissionSums): number =>
  pendingFen + frozenFen + payableFen + paidOutFen
