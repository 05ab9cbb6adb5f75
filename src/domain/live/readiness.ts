import type { LiveRoom } from './room'
import type { LiveSession, WarmUp } from './session'

/** A member pool of this size carries a live, where the shop does not say another one. */
export const ENOUGH_MEMBERS = 8000

/** Nobody speaks to an empty room: at least so many want to be reminded. */
export const ENOUGH_REMINDERS = 1

/** One line of what has to be ready before a session starts. */
export interface Readiness {
  readonly kind: 'priced' | 'stocked' | 'crew' | 'reminders' | 'members' | 'warm-up'
  readonly isReady: boolean
  /** Where it stands, and where it should. */
  readonly is: number
  readonly need: number
}

/** Something that the session sells: its price there and on the shelf, and what is left of it. */
export interface ReadyGoods {
  readonly priceFen: number
  readonly basePriceFen: number
  readonly left: number
}

/** All that tells whether a session is ready. */
export interface Preparation {
  readonly session: Pick<LiveSession, 'warmUp'>
  readonly room: Pick<LiveRoom, 'warmedUp'>
  readonly goods: readonly ReadyGoods[]
  /** How many of host, co-host and technician are known to the shop. */
  readonly crew: number
  /** Reminders that are asked for, and members of the shop. */
  readonly reserved: number
  readonly members: number
  readonly poolReadyMembers: number
}

/** Host, co-host and technician. */
const CREW = 3

/** What has to be ready before a session starts, line by line; a session may start without. */
export function readinessOf(preparation: Preparation): Readiness[] {
  const { session, room, goods, crew, reserved, members, poolReadyMembers } = preparation
  const priced = goods.filter(
    ({ priceFen, basePriceFen: most }) => priceFen > 0 && priceFen <= most,
  )
  const stocked = goods.filter(({ left }) => left > 0)
  return [
    line('priced', priced.length, goods.length),
    line('stocked', stocked.length, goods.length),
    line('crew', crew, CREW),
    line('reminders', reserved, ENOUGH_REMINDERS),
    line('members', members, poolReadyMembers),
    ...(session.warmUp
      ? [line('warm-up', postersOut(session.warmUp, room), due(session.warmUp))]
      : []),
  ]
}

const line = (kind: Readiness['kind'], is: number, need: number): Readiness => ({
  kind,
  isReady: is >= need,
  is,
  need,
})

const due = ({ days, postersPerDay }: WarmUp): number => days * postersPerDay

/** Posters that went out; more on one day do not make up for another one. */
function postersOut(
  { days, postersPerDay }: WarmUp,
  { warmedUp }: Pick<LiveRoom, 'warmedUp'>,
): number {
  const each = Array.from({ length: days }, (_, day) => warmedUp[day + 1] ?? 0)
  return each.reduce((sum, posters) => sum + Math.min(posters, postersPerDay), 0)
}
