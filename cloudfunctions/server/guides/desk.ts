import { payeeKey } from '@domain/commission/rule'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { GuideDesk, TrendDay } from '@domain/guides/contract'
import { NOTHING } from '@domain/money'
import { sumsOf } from '../commission/sums'
import { shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { daysOf } from './days'
import { ownGuide } from './self'

/** The workbench's first screen. Six SDK calls, in two rounds. */
export async function seeGuideDesk(
  _input: object,
  { memberId, now }: Caller,
): Promise<GuideDesk | Failure<'guide_missing' | 'shop_unknown'>> {
  const [guide, shop] = await Promise.all([ownGuide(memberId), shops.get('shop')])
  if (hasFailed(guide)) return guide
  if (!shop) return fail('shop_unknown')
  const { _id, name, kind, storeId } = guide
  const [[today], { nextPayableAt, ...sums }] = await Promise.all([
    daysOf(_id, 1, now),
    sumsOf(payeeKey({ kind: 'guide', id: _id }), now),
  ])
  const { visitors = 0, orders = 0, incomeFen = NOTHING } = today ?? {}
  const store = shop.stores.find(({ id }) => id === storeId)
  return {
    guide: { _id, name, kind },
    store: { id: storeId, name: store?.name ?? '' },
    today: { visitors, orders, incomeFen },
    sums,
    nextPayableAt,
    freezeDays: shop.commission?.freezeDays ?? 0,
  }
}

/** The guide's last days. Four SDK calls. */
export async function seeTrend(
  { days }: { readonly days: number },
  { memberId, now }: Caller,
): Promise<{ readonly days: readonly TrendDay[] } | Failure<'guide_missing'>> {
  const guide = await ownGuide(memberId)
  return hasFailed(guide) ? guide : { days: await daysOf(guide._id, days, now) }
}
