import * as z from 'zod'
import { action, id } from '../contract'
import type { TeamProgress } from '../deals/progress'
import type { OrderId, TeamId } from '../ids'
import type { OrderStatus } from '../orders/order'
import type { Instant } from '../time'
import type { TeamStatus } from './team'

/** A seat of a team as anyone may see it: who sits there is named so that only they know. */
export interface TeamSeat {
  readonly alias: string
  readonly joinedAt: Instant
  readonly isLeader: boolean
  readonly isOwn: boolean
}

/** A team that one can look at and join. */
export interface TeamCard {
  readonly teamId: TeamId
  readonly status: TeamStatus
  readonly people: number
  /** People who are still missing. */
  readonly missing: number
  /** Seats that nobody has paid for or is paying for. */
  readonly free: number
  readonly formBefore: Instant
  readonly seats: readonly TeamSeat[]
}

/** The caller's own order in a team. */
export interface OwnSeat {
  readonly orderId: OrderId
  readonly status: OrderStatus
}

/** What the page of a team shows. */
export interface TeamView extends TeamProgress {
  readonly team: TeamCard
  readonly own: OwnSeat | null
}

/** 普通团 and 老带新: opening a team, and joining one. */
export const teamsContract = {
  /** A team group-buy with the teams that one may join right now. */
  'teams.offer': action({
    input: z.strictObject({ dealId: id<'deal'>() }),
    output: z.custom<TeamProgress & { readonly open: readonly TeamCard[] }>(),
    fails: ['deal_unknown'],
  }),
  /** One team: who is in, who is missing, until when. */
  'teams.see': action({
    input: z.strictObject({ teamId: id<'team'>() }),
    output: z.custom<TeamView>(),
    fails: ['team_unknown'],
  }),
}
