import { fail, type Failure } from '@domain/failure'
import type { Hold } from '@domain/holds/hold'
import type { MemberId, OrderId, TeamId } from '@domain/ids'
import { decideTeam, nextPlace, seatable, type Team } from '@domain/teams/team'
import type { Instant } from '@domain/time'
import { _, least } from '../kit/cloud'
import { teams } from '../kit/collections'
import { seatOf } from '../kit/ids'
import { untilThrough } from '../kit/weather'

/** What a seat is taken for. */
interface Seating {
  readonly orderId: OrderId
  readonly memberId: MemberId
  /** When the hold lapses if its order never comes. */
  readonly until: Instant
  readonly now: Instant
}

/** A seat of a team as an order remembers it. */
export const seatHold = (teamId: TeamId, memberId: MemberId): Hold => ({
  in: 'teams',
  id: teamId,
  quantity: 1,
  skuId: null,
  seat: seatOf(memberId),
})

/**
 * Holds a seat while its order is being paid, so that the team can't fill meanwhile. The same
 * write sees that the team is open and that the member has no other seat in it.
 */
export async function takeSeat(
  teamId: TeamId,
  { orderId, memberId, until, now }: Seating,
): Promise<Hold | Failure<'team_unknown' | 'team_joined' | 'team_over' | 'team_full'>> {
  const seat = seatOf(memberId)
  const taken = await teams.changeIf(
    teamId,
    {
      status: 'open',
      formBefore: _.gt(now),
      available: _.gte(1),
      [`holds.${orderId}`]: _.exists(false),
      [`seats.${seat}`]: _.exists(false),
    },
    {
      available: _.inc(-1),
      [`holds.${orderId}`]: _.set({ n: 1, until }),
      [`seats.${seat}`]: orderId,
      sweepAt: least(until),
      rev: _.inc(1),
    },
  )
  if (taken) return seatHold(teamId, memberId)
  const team = await teams.get(teamId)
  if (!team) return fail('team_unknown')
  // A repeat of the call finds the seat that it took before.
  if (team.holds[orderId]) return seatHold(teamId, memberId)
  return seatable(team, seat, now) ?? fail('team_full')
}

/** Who sits down for good, now that the order is paid. */
interface Arriving {
  readonly orderId: OrderId
  readonly memberId: MemberId
  readonly alias: string
  readonly now: Instant
}

/**
 * Books a held seat for good; who takes the last one completes the team in the same write. Answers
 * where the team stands, or nothing when the seat is gone. A repeat changes nothing.
 */
export function sellSeat(
  teamId: TeamId,
  { orderId, memberId, alias, now }: Arriving,
): Promise<Team['status'] | undefined> {
  return untilThrough(async () => {
    const team = await teams.get(teamId)
    if (team?.members[orderId]) return team.status
    if (team?.status !== 'open' || !team.holds[orderId]) return undefined
    const completes = decideTeam({ ...team, sold: team.sold + 1 }, now) === 'form'
    const member = { memberId, alias, place: nextPlace(team), joinedAt: now }
    const sold = await teams.changeIf(
      teamId,
      { status: 'open', sold: team.sold, [`holds.${orderId}`]: _.exists(true) },
      {
        sold: _.inc(1),
        [`holds.${orderId}`]: _.remove(),
        [`members.${orderId}`]: _.set(member),
        ...(completes && { status: 'formed', statusAt: now, workAt: now }),
      },
    )
    if (!sold) return 'lost'
    return completes ? 'formed' : 'open'
  })
}

/**
 * Gives a seat back, whether it was paid for or only held. A complete team keeps its people,
 * whoever sends the goods back later; an empty one is looked at by the timer.
 */
export async function returnSeat(
  teamId: TeamId,
  { orderId, memberId, now }: Omit<Seating, 'until'>,
): Promise<void> {
  const back = {
    available: _.inc(1),
    [`seats.${seatOf(memberId)}`]: _.remove(),
    workAt: least(now),
  }
  const held = { status: 'open', [`holds.${orderId}`]: _.exists(true) }
  if (await teams.changeIf(teamId, held, { ...back, [`holds.${orderId}`]: _.remove() })) return
  await teams.changeIf(
    teamId,
    { status: 'open', [`members.${orderId}`]: _.exists(true) },
    { ...back, sold: _.inc(-1), [`members.${orderId}`]: _.remove() },
  )
}
