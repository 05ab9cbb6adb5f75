import type { DealBase } from '../deals/deal'
import { fail, type Failure } from '../failure'
import type { Pool } from '../holds/hold'
import type { DealId, MemberId, OrderId, ProductId, TeamId } from '../ids'
import type { Moves } from '../moves'
import type { Fen } from '../money'
import { after, earlier, HOUR, MINUTE, type Duration, type Instant } from '../time'

/** 普通团: so many people within so many hours, at a price of its own. */
export interface TeamDeal extends DealBase {
  readonly kind: 'team'
  readonly priceFen: Fen
  /** What the leader pays, where that is less. */
  readonly leaderPriceFen: Fen | null
  /** People of a complete team, the leader included. */
  readonly people: number
  /** A team has so long from its leader's payment. */
  readonly teamHours: number
  /** 老带新: newcomers only; the leader may be anyone. */
  readonly joiners: 'anyone' | 'newcomer'
}

/** Where a team stands, and what moves it. */
export type TeamStatus = 'open' | 'formed' | 'failed'
export type TeamEvent = 'form' | 'fail'

/** The life of a team. */
export const teamMoves: Moves<TeamStatus, TeamEvent> = {
  open: { form: 'formed', fail: 'failed' },
  formed: {},
  failed: {},
}

/** Somebody who is in a team with a paid order. */
export interface TeamMember {
  readonly memberId: MemberId
  /** How the member is called in public. */
  readonly alias: string
  /** In the order of arrival; 1 opened the team. Clocks of functions may differ, this does not. */
  readonly place: number
  readonly joinedAt: Instant
}

/**
 * A team: its seats are a pool, so that it can't fill up while somebody pays. `loaded` is its
 * size, `sold` who has paid; `holds` are seats of orders that still have to be paid.
 */
export interface Team extends Pool {
  readonly _id: TeamId
  readonly dealId: DealId
  readonly productId: ProductId
  readonly status: TeamStatus
  readonly statusAt: Instant
  readonly openedAt: Instant
  readonly formBefore: Instant
  readonly members: Readonly<Record<OrderId, TeamMember>>
  /** Which order sits on a member's seat, so that nobody takes two of one team. */
  readonly seats: Readonly<Record<string, OrderId>>
  /** When the timer looks at it again; null when all its orders followed it. */
  readonly workAt: Instant | null
}

/**
 * From the end of its time to the decision passes at least this long: longer than a function may
 * run, so that no call that began before still writes while the team is decided.
 */
export const TEAM_GRACE = MINUTE satisfies Duration

/** Until when a team must be complete: hours from the payment, but not beyond its deal. */
export function formBefore(deal: Pick<TeamDeal, 'teamHours' | 'endsAt'>, paidAt: Instant): Instant {
  return earlier(after(paidAt, deal.teamHours * HOUR), deal.endsAt)
}

/** What a piece costs who opens a team, or joins one. */
export function teamPrice(
  deal: Pick<TeamDeal, 'priceFen' | 'leaderPriceFen'>,
  opens: boolean,
): Fen {
  return opens ? (deal.leaderPriceFen ?? deal.priceFen) : deal.priceFen
}

/** Members in the order in which they came; the first one leads. */
export function membersOf(team: Pick<Team, 'members'>): readonly Arrival[] {
  return Object.entries(team.members)
    .map(([orderId, member]) => ({ ...member, orderId: orderId as OrderId }))
    .sort(byArrival)
}

/** One who is in a team, with the order that brought them in. */
type Arrival = TeamMember & { readonly orderId: OrderId }

function byArrival(one: Arrival, other: Arrival): number {
  return one.place - other.place || one.joinedAt - other.joinedAt
}

/** Who leads: who has been in it longest. When the leader leaves, the next one leads. */
export function leaderOf(team: Pick<Team, 'members'>): OrderId | undefined {
  return membersOf(team)[0]?.orderId
}

/** The place of who comes next: behind everybody who is in it now. */
export function nextPlace(team: Pick<Team, 'members'>): number {
  return Math.max(0, ...Object.values(team.members).map(({ place }) => place)) + 1
}

/** People who are still missing, seats that are being paid for not counted as taken. */
export function missingIn(team: Pick<Team, 'loaded' | 'sold'>): number {
  return team.loaded - team.sold
}

/** Whether a seat of a team can be taken at `now`, and why not. */
export function seatable(
  team: Pick<Team, 'status' | 'formBefore' | 'available' | 'seats'>,
  seat: string,
  now: Instant,
): Failure<'team_joined' | 'team_over' | 'team_full'> | undefined {
  if (team.seats[seat] !== undefined) return fail('team_joined')
  if (team.status === 'failed' || (team.status === 'open' && now >= team.formBefore)) {
    return fail('team_over')
  }
  return team.status === 'formed' || team.available === 0 ? fail('team_full') : undefined
}

/** What becomes of a team in which nobody is paying any more when its time is over. */
export function decideTeam(
  team: Pick<Team, 'status' | 'sold' | 'loaded' | 'formBefore'>,
  now: Instant,
): TeamEvent | undefined {
  if (team.status !== 'open') return undefined
  // Full is full, whenever that is found out; a late payment never turns it into a failure.
  if (team.sold >= team.loaded) return 'form'
  const isOver = now >= after(team.formBefore, TEAM_GRACE)
  return isOver || team.sold === 0 ? 'fail' : undefined
}

/** What is wrong with a team deal, in the words of who set it up, and which figure it is. */
export function teamFault(
  deal: Pick<TeamDeal, 'priceFen' | 'leaderPriceFen' | 'people' | 'teamHours'>,
): { of: 'people' | 'teamHours' | 'leaderPriceFen'; fault: string } | undefined {
  const { people, teamHours, priceFen, leaderPriceFen } = deal
  if (people < 2) return { of: 'people', fault: 'a team is two people or more' }
  if (people > MOST_TEAM) {
    return { of: 'people', fault: `a team is ${MOST_TEAM} people at most` }
  }
  if (teamHours > MOST_TEAM_HOURS) {
    return { of: 'teamHours', fault: `a team has ${MOST_TEAM_HOURS} hours at most` }
  }
  const isDearer = leaderPriceFen !== null && leaderPriceFen > priceFen
  return isDearer
    ? { of: 'leaderPriceFen', fault: 'the leader pays no more than the others' }
    : undefined
}

/** The most people of a team: one document holds them all. */
export const MOST_TEAM = 50

/** The most hours a team may take: WeChat wants goods of a pre-sale shipped within 15 days. */
export const MOST_TEAM_HOURS = 24 * 7
