import { joinable, type Deal } from '@domain/deals/deal'
import { preSaleOf } from '@domain/deals/preSale'
import type { Product } from '@domain/catalog/product'
import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { peopleIn } from '@domain/holds/hold'
import type { DealId, OrderId } from '@domain/ids'
import { inAudience } from '@domain/members/audience'
import { strangerOf } from '@domain/members/member'
import type { DealOffer } from '@domain/orders/receipt'
import { seatable, teamPrice, type Team } from '@domain/teams/team'
import { creditIn, withCredit } from '../attribution/credit'
import { deals } from '../kit/collections'
import { joinKeyOf, seatOf } from '../kit/ids'
import { prizeRefusal } from '../lottery/winner'
import { isCustomer } from '../members/newcomer'
import type { Basket, BasketFailure, BasketReading, DealRefusal } from './basket'
import {
  contextOf,
  stockedLine,
  withBeside,
  type AskedLine,
  type Beside,
  type Reading,
} from './goods'
import { benefitsOf } from './wallet'

type DealReading = Deal &
  Beside & {
    readonly products: readonly Product[]
    readonly quotas: readonly { readonly _id: string }[]
    readonly teams: readonly Team[]
  }

/**
 * Reads a deal with all that buying in it depends on: one SDK call, and one more where only
 * newcomers may join.
 */
export async function readDealBasket(
  asked: AskedLine,
  dealId: DealId,
  reading: Reading,
): Promise<BasketReading> {
  const { memberId } = reading
  const found = deals
    .aggregate()
    .match({ _id: dealId })
    .addFields({ teamKey: asked.teamId ?? '', joinKey: joinKeyOf(dealId, memberId) })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .lookup({ from: 'quotas', localField: 'joinKey', foreignField: '_id', as: 'quotas' })
    .lookup({ from: 'teams', localField: 'teamKey', foreignField: '_id', as: 'teams' })
  const { list } = (await withCredit(withBeside(found, reading), reading).end()) as unknown as {
    list: readonly DealReading[]
  }
  const [deal] = list
  if (!deal) return { basket: fail('deal_unknown') }
  const [placed] = deal.placed
  return placed
    ? { placed, basket: fail('deal_unknown') }
    : { basket: await dealBasket(asked, deal, reading) }
}

async function dealBasket(
  asked: AskedLine,
  deal: DealReading,
  reading: Reading,
): Promise<Basket | BasketFailure> {
  const [shop] = deal.shops
  const [product] = deal.products
  if (!product) return fail('deal_unknown')
  if (!shop) return fail('shop_unknown')
  const [team = null] = deal.teams
  // Only a team deal has teams, and only its own.
  if (asked.teamId && (team?.dealId !== deal._id || deal.kind !== 'team')) {
    return fail('team_unknown')
  }
  const stock = { where: { dealId: deal._id }, shards: deal.pools }
  const line = stockedLine(asked, product, stock, offerOf(deal, team))
  if (hasFailed(line)) return line
  if (line.line.sku.id !== deal.skuId) return fail('sku_unknown', { skuId: asked.skuId })
  const member = deal.members[0] ?? strangerOf(reading.memberId)
  const refused = foremost([
    ...audienceRefusal(deal, { ...reading, member, shop }),
    ...(await newcomerRefusal(deal, team, reading)),
    ...(await prizeRefusal(deal, reading.memberId)),
    ...teamRefusal(team, reading),
    ...timeRefusal(deal, reading),
    ...offRefusal(deal),
  ])
  const context = contextOf(shop, member, benefitsOf(shop, deal, reading.orderId))
  const quotaKnown = deal.quotas.length > 0
  const { unpaid = [] } = deal
  const read = { shop, member, unpaid, credit: creditIn(deal), context, quotaKnown }
  return { ...read, lines: [line], deal, team, refused }
}

function offerOf(deal: DealReading, team: Team | null): DealOffer {
  const { _id: id, name, takes } = deal
  const offered = { id, name, takes, ...preSaleOf(deal) }
  switch (deal.kind) {
    case 'ladder':
      return { kind: 'ladder', ...offered, ladder: deal.ladder, people: peopleIn(deal.pools) }
    case 'team': {
      const isLeader = team === null
      const priceFen = teamPrice(deal, isLeader)
      return { kind: 'team', ...offered, priceFen, isLeader, people: deal.people }
    }
    case 'flash':
      return { kind: 'flash', ...offered, priceFen: deal.priceFen, endsAt: deal.endsAt }
    case 'mall':
      return { kind: 'mall', ...offered, points: deal.points, priceFen: deal.priceFen }
    case 'live':
    case 'prize':
      return { kind: deal.kind, ...offered, priceFen: deal.priceFen }
  }
}

type Refusals = readonly Failure<DealRefusal>[]

function audienceRefusal(
  deal: Deal,
  { member, shop, now }: Reading & { member: ReturnType<typeof strangerOf>; shop: Basket['shop'] },
): Refusals {
  if (deal.kind !== 'flash') return []
  const { levels, segments } = shop
  return inAudience(deal.audience, member, { levels, segments, now })
    ? []
    : [fail('audience_other')]
}

/** 老带新: who joins a team of newcomers must be one; who opens it need not. */
async function newcomerRefusal(
  deal: Deal,
  team: Team | null,
  { memberId, orderId }: Reading,
): Promise<Refusals> {
  if (deal.kind !== 'team' || deal.joiners !== 'newcomer' || !team) return []
  return (await isCustomer({ memberId, orderId })) ? [fail('newcomers_only')] : []
}

function timeRefusal(deal: Deal, { now }: Reading): Refusals {
  const refusal = joinable(deal, now)
  return refusal ? [refusal] : []
}

/** 下架: the cockpit took it off sale, or a backup was not brought in yet. */
const offRefusal = (deal: Deal): Refusals =>
  deal.kind === 'live' && !deal.isOffered ? [fail('deal_off')] : []

/** A seat that this very order holds is no reason to refuse it. */
function teamRefusal(team: Team | null, { memberId, orderId, now }: Reading): Refusals {
  if (!team || holdsSeat(team, orderId)) return []
  const refusal = seatable(team, seatOf(memberId), now)
  return refusal ? [refusal] : []
}

const holdsSeat = (team: Team, orderId: OrderId | undefined): boolean =>
  orderId !== undefined && team.holds[orderId] !== undefined
