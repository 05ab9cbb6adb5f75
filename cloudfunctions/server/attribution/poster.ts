import type { PosterContent } from '@domain/attribution/contract'
import type { ShareTarget } from '@domain/attribution/shareLink'
import { lowestPrice, skuOf, type Product } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { hasFailed } from '@domain/failure'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { peopleIn } from '@domain/holds/hold'
import type { LinkId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { teamPrice } from '@domain/teams/team'
import type { Caller } from '../kit/serve'
import { Weather } from '../kit/weather'
import { linksOf } from './links'
import { readSharer, type Sharer, type TargetUnknown } from './sharer'

/** What a poster shows of its target. */
type Shown = Omit<PosterContent, 'link' | 'shopName' | 'sharer'>

/** 海报: all that one shows, with the caller's link. Two SDK calls, three for a new link. */
export async function makePoster(
  { target }: { readonly target: ShareTarget },
  caller: Caller,
): Promise<PosterContent | TargetUnknown> {
  const sharer = await readSharer(target, caller)
  if (hasFailed(sharer)) return sharer
  const { chain, shop, guide, member } = sharer
  const { poster } = await linksOf({ target, channels: ['poster'], chain }, caller)
  if (!poster) throw new Weather('the link is there and is not')
  return {
    link: poster satisfies LinkId,
    ...shownOf(target, sharer),
    shopName: shop.name,
    sharer: { name: guide?.name ?? member.profile.nickname, avatar: member.profile.avatar },
  }
}

const nothing: Shown = {
  name: '',
  subtitle: '',
  picture: null,
  priceFen: null,
  usualFen: null,
  startsAt: null,
  endsAt: null,
}

function shownOf(target: ShareTarget, { shop, found }: Sharer): Shown {
  const { products, deals, teams, teamDeals, lives, sold, pools } = found
  switch (target.kind) {
    case 'home':
      return { ...nothing, name: shop.name }
    case 'store': {
      const store = shop.stores.find(({ id }) => id === target.id)
      return { ...nothing, name: store?.name ?? '', subtitle: store?.address ?? '' }
    }
    case 'product':
      return products[0] ? ofProduct(products[0]) : nothing
    case 'deal':
      return deals[0] ? ofDeal(deals[0], sold[0], peopleIn(pools)) : nothing
    case 'team': {
      const shown = teamDeals[0] ? ofDeal(teamDeals[0], sold[0], 0) : nothing
      return { ...shown, endsAt: teams[0]?.formBefore ?? shown.endsAt }
    }
    case 'live': {
      const [live] = lives
      if (!live) return nothing
      return { ...nothing, name: live.title, startsAt: live.startsAt, endsAt: live.endsAt }
    }
  }
}

function ofProduct(product: Product): Shown {
  const { name, subtitle, pictures, originalPriceFen } = product
  const { priceFen } = lowestPrice(product)
  const price = { priceFen, usualFen: above(originalPriceFen, priceFen) }
  return { ...nothing, name, subtitle, picture: pictures[0] ?? null, ...price }
}

/** A deal is called like what it sells. */
function ofDeal(deal: Deal, product: Product | undefined, people: number): Shown {
  const shown = product ? ofProduct(product) : { ...nothing, name: deal.name }
  const priceFen = priceOf(deal, people)
  const usualFen = above((product && skuOf(product, deal.skuId)?.priceFen) ?? null, priceFen)
  return { ...shown, priceFen, usualFen, startsAt: deal.startsAt, endsAt: deal.endsAt }
}

function priceOf(deal: Deal, people: number): Fen {
  if (deal.kind === 'ladder') return ladderPrice(deal.ladder, people)
  return deal.kind === 'team' ? teamPrice(deal, false) : deal.priceFen
}

/** What is struck through beside a lower price. */
const above = (usualFen: Fen | null, priceFen: Fen): Fen | null =>
  usualFen !== null && usualFen > priceFen ? usualFen : null
