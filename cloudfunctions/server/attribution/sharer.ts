import { chainOf, type Chain } from '@domain/attribution/chain'
import type { ShareTarget } from '@domain/attribution/shareLink'
import type { Product, Shop } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { StockPool } from '@domain/holds/hold'
import type { LiveSession } from '@domain/live/session'
import { strangerOf, type Member } from '@domain/members/member'
import type { Team } from '@domain/teams/team'
import { _ } from '../kit/cloud'
import { shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { withoutHolds } from '../deals/progress'
import { trailOf, withTrail, type TrailReading } from './trail'

/** Documents that a target leads to, by their collections. */
interface TargetReading {
  readonly products: readonly Product[]
  readonly deals: readonly Deal[]
  readonly teams: readonly Team[]
  readonly lives: readonly LiveSession[]
  /** The deal of the team. */
  readonly teamDeals: readonly Deal[]
  /** What the deal, or the team's, sells, and how many take part. */
  readonly sold: readonly Product[]
  readonly pools: readonly Pick<StockPool, 'people'>[]
}

type SharerReading = Shop &
  TrailReading &
  TargetReading & {
    readonly members: readonly Member[]
    readonly own: readonly Guide[]
  }

/** Who shares something, what it is, and the chain that their links to it stand in. */
export interface Sharer {
  readonly shop: Shop
  readonly member: Member
  /** The place where they work as a guide. */
  readonly guide: Guide | undefined
  readonly chain: Chain
  readonly found: TargetReading
}

/** Why something can't be shared. */
export type TargetUnknown = Failure<
  | 'shop_unknown'
  | 'product_unknown'
  | 'deal_unknown'
  | 'team_unknown'
  | 'store_unknown'
  | 'live_unknown'
>

/** Reads who shares and what in one SDK call, and decides about the chain. */
export async function readSharer(
  target: ShareTarget,
  { memberId, now }: Caller,
): Promise<Sharer | TargetUnknown> {
  const reading = await read(target, memberId)
  if (!reading) return fail('shop_unknown')
  const unknown = unknownIn(reading, target)
  if (unknown) return unknown
  const member = reading.members[0] ?? strangerOf(memberId)
  const guide = reading.own.find((place) => place.memberId === memberId && place.isActive)
  const sharing = { now, ownGuideId: member.guideId, isWorking: guide !== undefined }
  const chain = chainOf(trailOf(reading), reading.attribution, sharing)
  return { shop: reading, member, guide, chain, found: reading }
}

async function read(target: ShareTarget, memberId: Caller['memberId']) {
  const key = (kind: ShareTarget['kind']) =>
    target.kind === kind && 'id' in target ? target.id : ''
  const rows = shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({
      memberKey: memberId,
      productKey: key('product'),
      dealKey: key('deal'),
      teamKey: key('team'),
      liveKey: key('live'),
    })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'guides', localField: 'members.guideId', foreignField: '_id', as: 'own' })
    .lookup({ from: 'products', localField: 'productKey', foreignField: '_id', as: 'products' })
    .lookup({ from: 'deals', localField: 'dealKey', foreignField: '_id', as: 'deals' })
    .lookup({ from: 'teams', localField: 'teamKey', foreignField: '_id', as: 'teams' })
    .lookup({ from: 'live_sessions', localField: 'liveKey', foreignField: '_id', as: 'lives' })
    .lookup({ from: 'deals', localField: 'teams.dealId', foreignField: '_id', as: 'teamDeals' })
    .addFields({ sold: _.aggregate.concatArrays(['$deals.productId', '$teams.productId']) })
    .lookup({ from: 'products', localField: 'sold', foreignField: '_id', as: 'sold' })
    .lookup({ from: 'pools', localField: 'dealKey', foreignField: 'dealId', as: 'pools' })
    .project(withoutHolds)
  const { list } = (await withTrail(rows, memberId).end()) as unknown as {
    list: readonly SharerReading[]
  }
  return list[0]
}

function unknownIn(reading: SharerReading, target: ShareTarget): TargetUnknown | undefined {
  switch (target.kind) {
    case 'home':
      return undefined
    case 'product':
      return reading.products[0]?.onShelf ? undefined : fail('product_unknown')
    case 'deal':
      return reading.deals[0] ? undefined : fail('deal_unknown')
    case 'team':
      return reading.teams[0] ? undefined : fail('team_unknown')
    case 'live':
      return reading.lives[0] ? undefined : fail('live_unknown')
    case 'store':
      return reading.stores.some(({ id }) => id === target.id) ? undefined : fail('store_unknown')
  }
}
