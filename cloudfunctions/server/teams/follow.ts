import { hasFailed, type Failure } from '@domain/failure'
import type { OrderId, TeamId } from '@domain/ids'
import { failGroup } from '@domain/orders/ending'
import { moveOrder, withTodo, type Order } from '@domain/orders/order'
import { decideTeam, teamMoves, type Team } from '@domain/teams/team'
import { after, MINUTE, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { orders, teams } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { changeOrder } from '../orders/change'
import { jobOver } from '../timer/job'

/** Teams a batch. */
const BATCH = 100

/** Decides teams whose time is over or whose people left, and brings their orders along. */
export const workTeams = jobOver({
  in: teams,
  where: (now) => ({ workAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (team, now) => (team.status === 'open' ? decide(team, now) : followTeam(team._id, now)),
  trouble: (error) => log('team_waits', { reason: reasonOf(error) }),
})

async function decide(team: Team, now: Instant): Promise<void> {
  const event = decideTeam(team, now)
  const status = event && teamMoves[team.status][event]
  if (!status || (event === 'fail' && (await isBeingPaid(team)))) {
    await lookAgain(team, now)
    return
  }
  const asRead = { status: 'open', sold: team.sold }
  const decided = await teams.changeIf(team._id, asRead, { status, statusAt: now, workAt: now })
  if (decided) await followTeam(team._id, now)
}

/** Whether an order of the team may still be paid, or was paid and is not in it yet. */
async function isBeingPaid(team: Team): Promise<boolean> {
  const open = await orders.count(
    _.and([
      { 'deal.teamId': team._id },
      _.or([{ status: 'unpaid' }, { status: 'waiting', todoAt: _.gt(0) }]),
    ]) as never,
  )
  return open > 0
}

async function lookAgain(team: Team, now: Instant): Promise<void> {
  const due = after(team.formBefore, MINUTE)
  await teams.changeIf(
    team._id,
    { workAt: team.workAt },
    { workAt: due > now ? due : after(now, MINUTE) },
  )
}

/**
 * Brings every order of a decided team along: to be handed out, or all its money back, which the
 * timer sends.
 */
export async function followTeam(teamId: TeamId, now: Instant): Promise<void> {
  const team = await teams.get(teamId)
  if (!team || team.status === 'open') return
  const follow = team.status === 'formed' ? formOrder : failOrder
  await Promise.all(
    (Object.keys(team.members) as OrderId[]).map((orderId) =>
      changeOrder(orderId, (order) => follow(order, now)),
    ),
  )
  await teams.changeIf(teamId, { status: team.status }, { workAt: null })
}

/** The timer tells the members: who pays last does not wait for it. */
function formOrder(order: Order, now: Instant): Order | Failure<'order_cannot'> {
  if (order.status !== 'waiting') return order
  const formed = moveOrder(order, 'form', now)
  return hasFailed(formed) ? formed : withTodo(formed, [{ task: 'tell', news: 'teamFormed' }], now)
}

const failOrder = (order: Order, now: Instant) =>
  order.status === 'waiting' ? failGroup(order, now) : order
