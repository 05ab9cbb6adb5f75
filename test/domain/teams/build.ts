import { freshPool } from '@domain/holds/hold'
import { fen } from '@domain/money'
import type { Team, TeamDeal, TeamMember } from '@domain/teams/team'
import { after, DAY, type Instant } from '@domain/time'
import { id, minutesIn, MORNING, TAKES_NEITHER } from '../build'

/** Three people within a day from the leader's payment, ¥459 each. */
export function aTeamDeal(own: Partial<TeamDeal> = {}): TeamDeal {
  return {
    _id: id('cherry-team'),
    kind: 'team',
    name: '车厘子三人团',
    productId: id('cherry-jj-10'),
    skuId: id('cherry-jj-10'),
    priceFen: fen(45900),
    leaderPriceFen: null,
    people: 3,
    teamHours: 24,
    joiners: 'anyone',
    stock: 50,
    perMember: 1,
    startsAt: MORNING,
    endsAt: after(MORNING, 3 * DAY),
    rank: 0,
    takes: TAKES_NEITHER,
    ...own,
  }
}

/** Somebody who joined so many minutes into the story, as the so-manieth. */
export function aTeamMember(name: string, minutes: number, place: number): TeamMember {
  return { memberId: id(name), alias: `${name}*`, place, joinedAt: minutesIn(minutes) }
}

/** When the team below must be complete. */
export const FORM_BEFORE: Instant = after(minutesIn(5), DAY)

/** A team of three that Ann opened five minutes into the story, with two free seats. */
export function aTeam(own: Partial<Team> = {}): Team {
  return {
    ...freshPool('team-1', 3),
    _id: id('team-1'),
    dealId: id('cherry-team'),
    productId: id('cherry-jj-10'),
    status: 'open',
    statusAt: minutesIn(5),
    openedAt: minutesIn(5),
    formBefore: FORM_BEFORE,
    available: 2,
    sold: 1,
    members: { [id<'order'>('order-ann')]: aTeamMember('ann', 5, 1) },
    seats: { ann: id('order-ann') },
    workAt: FORM_BEFORE,
    ...own,
  }
}
