import type { TeamCard } from '@domain/teams/contract'
import { leaderOf, membersOf, missingIn, type Team } from '@domain/teams/team'
import type { MemberId } from '@domain/ids'

/** A team as a caller may see it: nobody learns who sits where but oneself. */
export function teamCard(team: Team, caller: MemberId): TeamCard {
  const leader = leaderOf(team)
  return {
    teamId: team._id,
    status: team.status,
    people: team.loaded,
    missing: missingIn(team),
    free: team.available,
    formBefore: team.formBefore,
    seats: membersOf(team).map(({ orderId, memberId, alias, joinedAt }) => ({
      alias,
      joinedAt,
      isLeader: orderId === leader,
      isOwn: memberId === caller,
    })),
  }
}
