import { fail, hasFailed, type Failure } from '@domain/failure'
import type { GoalProgress, RankRow } from '@domain/guides/contract'
import { ranked } from '@domain/guides/ranking'
import type { Guide } from '@domain/guides/guide'
import type { GuideId, StoreId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { keptStatuses } from '@domain/orders/order'
import { shopMonth, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { guides, members, orders, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { ownGuide } from './self'

/** What a guide's orders of the month came to. */
interface Sold {
  readonly _id: GuideId
  readonly orders: number
  readonly paidFen: Fen
  readonly backFen: Fen
}

/** Members whom a guide brought. */
interface Brought {
  readonly _id: GuideId
  readonly members: number
}

/** How far the guides of the caller's store are in this month. Five SDK calls, in three rounds. */
export async function seeRanking(
  _input: object,
  { memberId, now }: Caller,
): Promise<
  | { readonly rows: readonly RankRow[]; readonly goals: readonly GoalProgress[] }
  | Failure<'guide_missing' | 'shop_unknown'>
> {
  const [guide, shop] = await Promise.all([ownGuide(memberId), shops.get('shop')])
  if (hasFailed(guide)) return guide
  if (!shop) return fail('shop_unknown')
  const month = shopMonth(now)
  const [colleagues, sold] = await Promise.all([
    guides.find({ storeId: guide.storeId }),
    readSold(guide.storeId, month),
  ])
  const brought = await readBrought(
    colleagues.map(({ _id }) => _id),
    month,
  )
  const rows = ranked(colleagues.map((colleague) => rowOf(colleague, { guide, sold, brought })))
  return {
    rows: rows.filter(({ isSelf, orders: any, newMembers }) => isSelf || any + newMembers > 0),
    goals: shop.guideGoals.map((goal) => {
      const own = rows.find(({ isSelf }) => isSelf)
      const reached = goal.counts === 'orders' ? own?.orders : own?.newMembers
      return { ...goal, reached: reached ?? 0 }
    }),
  }
}

async function readSold(storeId: StoreId, month: Instant): Promise<readonly Sold[]> {
  const $ = _.aggregate
  const { list } = (await orders
    .aggregate()
    .match({
      'attribution.storeId': storeId,
      placedAt: _.gte(month),
      status: _.in([...keptStatuses]),
    })
    .group({
      _id: '$attribution.guideId',
      orders: $.sum(1),
      paidFen: $.sum('$payment.paidFen'),
      backFen: $.sum($.sum('$refunds.amountFen')),
    })
    .end()) as unknown as { list: readonly Sold[] }
  return list
}

async function readBrought(ids: readonly GuideId[], month: Instant): Promise<readonly Brought[]> {
  const { list } = (await members
    .aggregate()
    .match({ broughtBy: _.in([...ids]), joinedAt: _.gte(month) })
    .group({ _id: '$broughtBy', members: _.aggregate.sum(1) })
    .end()) as unknown as { list: readonly Brought[] }
  return list
}

interface Month {
  readonly guide: Guide
  readonly sold: readonly Sold[]
  readonly brought: readonly Brought[]
}

function rowOf({ _id: guideId, name }: Guide, { guide, sold, brought }: Month): RankRow {
  const own = sold.find(({ _id }) => _id === guideId)
  return {
    guideId,
    name,
    orders: own?.orders ?? 0,
    newMembers: brought.find(({ _id }) => _id === guideId)?.members ?? 0,
    paidFen: ((own?.paidFen ?? 0) - (own?.backFen ?? 0)) as Fen,
    isSelf: guideId === guide._id,
  }
}
