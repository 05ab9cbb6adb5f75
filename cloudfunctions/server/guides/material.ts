import type { ShareTarget } from '@domain/attribution/shareLink'
import { lowestPrice, type Product, type Shop } from '@domain/catalog/product'
import { sharesOf, type SharedGoods } from '@domain/commission/terms'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { ladderPrice } from '@domain/groupbuy/ladder'
import type { Material } from '@domain/guides/contract'
import { peopleIn } from '@domain/holds/hold'
import type { LiveSession } from '@domain/live/session'
import type { Bps, Fen } from '@domain/money'
import { teamPrice } from '@domain/teams/team'
import { readDeals, shownKinds, type DealReading } from '../deals/progress'
import { _ } from '../kit/cloud'
import { liveSessions, products, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { ownGuide } from './self'

/** Products, and sessions, that are offered for sharing. */
const MOST_PRODUCTS = 100
const MOST_SESSIONS = 10

/** What is worth sharing, with what it brings: what ends before what stays. Five SDK calls. */
export async function listMaterial(
  _input: object,
  { memberId, now }: Caller,
): Promise<{ readonly material: readonly Material[] } | Failure<'guide_missing' | 'shop_unknown'>> {
  const [guide, shop, sessions, deals, goods] = await Promise.all([
    ownGuide(memberId),
    shops.get('shop'),
    liveSessions.find(
      { endsAt: _.gt(now) },
      { order: [['startsAt', 'asc']], limit: MOST_SESSIONS },
    ),
    readDeals({ kind: shownKinds, endsAt: _.gt(now) }),
    products.find({ onShelf: true }, { order: [['rank', 'asc']], limit: MOST_PRODUCTS }),
  ])
  if (hasFailed(guide)) return guide
  if (!shop) return fail('shop_unknown')
  const { commission } = shop
  return {
    material: [
      ...sessions.map((session) => ofSession(session, commission)),
      ...deals.flatMap((deal) => ofDeal(deal, commission) ?? []),
      ...goods.map((product) => ofProduct(product, commission)),
    ],
  }
}

type Rule = Shop['commission']

const NO_BPS = 0 as Bps

/** The guide's share of a sale. */
function guideBps(goods: SharedGoods, rule: Rule): Bps {
  const shares = rule ? sharesOf(goods, rule) : []
  return shares.find(({ role }) => role === 'guide')?.bps ?? NO_BPS
}

/** What a live sells is shared like anything that nothing closer speaks of. */
function ofSession({ _id, title, startsAt, endsAt }: LiveSession, rule: Rule): Material {
  const bps = rule?.shares.find(({ role }) => role === 'guide')?.bps ?? NO_BPS
  const shown = { name: title, picture: null, priceFen: null, startsAt, endsAt, bps }
  return { target: { kind: 'live', id: _id }, kind: 'live', ...shown }
}

function ofDeal(deal: DealReading, rule: Rule): Material | undefined {
  const { _id: id, startsAt, endsAt, kind } = deal
  const [product] = deal.products
  // A session is shared as a whole; what it sells, and its prizes, are not.
  if (kind === 'mall' || kind === 'live' || kind === 'prize' || !product) return undefined
  const bps = guideBps({ product: { id: product._id }, deal: { id } }, rule)
  const target: ShareTarget = { kind: 'deal', id }
  const shown = { name: product.name, picture: product.pictures[0] ?? null }
  return { target, kind, ...shown, priceFen: priceOf(deal), startsAt, endsAt, bps }
}

function priceOf(deal: DealReading): Fen {
  if (deal.kind === 'ladder') return ladderPrice(deal.ladder, peopleIn(deal.pools))
  return deal.kind === 'team' ? teamPrice(deal, false) : deal.priceFen
}

function ofProduct(product: Product, rule: Rule): Material {
  const { _id: id, name, pictures } = product
  const bps = guideBps({ product: { id }, deal: null }, rule)
  const shown = { name, picture: pictures[0] ?? null, priceFen: lowestPrice(product).priceFen }
  const target: ShareTarget = { kind: 'product', id }
  return { target, kind: 'product', ...shown, startsAt: null, endsAt: null, bps }
}
