import { fail } from '@domain/failure'
import type { DealId, TeamId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import type { Team } from '@domain/teams/team'
import { readDeals, teamProgress, withoutHolds, type DealReading } from '../deals/progress'
import { _, database } from '../kit/cloud'
import { teams } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { teamCard } from './card'

/** Teams that are shown to be joined. */
const MOST_OPEN = 10

/** A team group-buy with the teams that one may join, soonest over first. Two SDK calls. */
export async function seeOffer({ dealId }: { dealId: DealId }, { memberId, now }: Caller) {
  const [[reading], open] = await Promise.all([
    readDeals({ _id: dealId, kind: 'team' }),
    teams.find(
      { dealId, status: 'open', formBefore: _.gt(now), available: _.gte(1), sold: _.gte(1) },
      { order: [['formBefore', 'asc']], limit: MOST_OPEN },
    ),
  ])
  const progress = reading && teamProgress(reading)
  if (!progress) return fail('deal_unknown')
  return { ...progress, open: open.map((team) => teamCard(team, memberId)) }
}

type TeamReading = Team & {
  readonly deals: readonly DealReading[]
  readonly products: DealReading['products']
  readonly pools: DealReading['pools']
  readonly own: readonly Order[]
}

/** One team with its deal, and the caller's own order in it. One SDK call. */
export async function seeTeam({ teamId }: { teamId: TeamId }, { memberId }: Caller) {
  const reading = await readTeam(teamId, memberId)
  const [deal] = reading?.deals ?? []
  if (!reading || !deal) return fail('team_unknown')
  const { products, pools } = reading
  const progress = teamProgress({ ...deal, products, pools })
  if (!progress) return fail('team_unknown')
  const own = reading.own.find(
    (order) => order.memberId === memberId && isIn(order, teamId) && isLive(order),
  )
  return {
    ...progress,
    team: teamCard(reading, memberId),
    own: own ? { orderId: own._id, status: own.status } : null,
  }
}

async function readTeam(
  teamId: TeamId,
  memberId: Caller['memberId'],
): Promise<TeamReading | undefined> {
  const operators = database.command.aggregate
  const { list } = (await teams
    .aggregate()
    .match({ _id: teamId })
    .addFields({ joinKey: operators.concat(['$dealId', `.${memberId}`]) })
    .lookup({ from: 'deals', localField: 'dealId', foreignField: '_id', as: 'deals' })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: 'dealId', foreignField: 'dealId', as: 'pools' })
    .lookup({ from: 'orders', localField: 'joinKey', foreignField: 'joinKey', as: 'own' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly TeamReading[] }
  return list[0]
}

const isIn = ({ deal }: Order, teamId: TeamId): boolean =>
  deal?.kind === 'team' && deal.teamId === teamId

/** An order that was left unpaid or given up is no seat any more. */
const isLive = ({ status }: Order): boolean => status !== 'cancelled' && status !== 'expired'
