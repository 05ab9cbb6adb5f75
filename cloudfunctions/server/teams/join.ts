import { assert } from '@domain/assert'
import { hasFailed } from '@domain/failure'
import { freshPool } from '@domain/holds/hold'
import { failGroup } from '@domain/orders/ending'
import type { Order, TeamOrder } from '@domain/orders/order'
import { formBefore, TEAM_GRACE, type Team, type TeamDeal } from '@domain/teams/team'
import { after, type Instant } from '@domain/time'
import { deals, teams } from '../kit/collections'
import { seatOf } from '../kit/ids'
import { log } from '../kit/log'
import { changeOrder } from '../orders/change'
import { followTeam } from './follow'
import { sellSeat } from './seats'

/** Takes a paid order into its team: opens it, or books the seat that was held. */
export async function joinTeam(order: Order, deal: TeamOrder, now: Instant): Promise<void> {
  const { alias, teamId } = deal
  if (deal.opens) {
    await openTeam(order, deal, now)
    return
  }
  const { _id: orderId, memberId } = order
  const status = await sellSeat(teamId, { orderId, memberId, alias, now })
  if (status === undefined) await turnAway(order, now)
  // The orders of a complete team follow at once; what is missed here, the timer does.
  if (status === 'formed') await followTeam(teamId, now)
}

/** The leader's payment opens the team. The id is the order's own, so a repeat finds it there. */
async function openTeam(
  order: Order,
  { id, teamId, alias }: TeamOrder,
  now: Instant,
): Promise<void> {
  const deal = (await deals.get(id)) as TeamDeal | undefined
  assert(deal !== undefined, 'a deal that was ordered in is never taken away')
  const paidAt = order.payment?.paidAt ?? now
  const until = formBefore(deal, paidAt)
  const team: Team = {
    ...freshPool(teamId, deal.people),
    _id: teamId,
    dealId: id,
    productId: deal.productId,
    status: 'open',
    statusAt: now,
    openedAt: paidAt,
    formBefore: until,
    available: deal.people - 1,
    sold: 1,
    members: { [order._id]: { memberId: order.memberId, alias, place: 1, joinedAt: paidAt } },
    seats: { [seatOf(order.memberId)]: order._id },
    workAt: after(until, TEAM_GRACE),
  }
  await teams.add(team)
}

/**
 * The team went on without this order, because its payment was heard of too late: the seat is
 * gone, so the money goes back.
 */
async function turnAway(order: Order, now: Instant): Promise<void> {
  log('seat_lost', { orderId: order._id })
  const changed = await changeOrder(order._id, (current) =>
    current.status === 'waiting' ? failGroup(current, now) : current,
  )
  if (hasFailed(changed)) log('order_waits', { orderId: order._id, code: changed.code })
}
