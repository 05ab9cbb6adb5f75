import * as fc from 'fast-check'
import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import {
  decideTeam,
  leaderOf,
  membersOf,
  nextPlace,
  missingIn,
  seatable,
  TEAM_GRACE,
  teamMoves,
  type Team,
} from '@domain/teams/team'
import { after, HOUR, type Instant } from '@domain/time'
import { id } from '../build'
import { always } from '../property'
import { aTeam, FORM_BEFORE } from './build'

/** What may happen to a team, and when. */
interface Happening {
  readonly on: 'take' | 'pay' | 'leave' | 'look'
  readonly who: number
  readonly at: Instant
}

/** Moments at which something turns: a millisecond before, at, and after. */
const turning = [FORM_BEFORE, after(FORM_BEFORE, TEAM_GRACE)].flatMap((moment) =>
  [-1, 0, 1].map((ms) => after(moment, ms)),
)
const anyMoment: fc.Arbitrary<Instant> = fc.oneof(
  fc.constantFrom(...turning),
  fc.integer({ min: -20 * HOUR, max: 4 * HOUR }).map((ms) => after(FORM_BEFORE, ms)),
)

const anyHappenings: fc.Arbitrary<readonly Happening[]> = fc
  .array(
    fc.record({
      on: fc.constantFrom<Happening['on']>('take', 'take', 'pay', 'pay', 'leave', 'look'),
      who: fc.nat(5),
      at: anyMoment,
    }),
    { maxLength: 30, size: 'max' },
  )
  .map((happenings) => [...happenings].sort((one, other) => one.at - other.at))

const orderOf = (who: number): OrderId => id(`order-${who}`)
const seatOf = (who: number): string => `member-${who}`

function without<Value>(all: Readonly<Record<string, Value>>, key: string) {
  return Object.fromEntries(Object.entries(all).filter(([other]) => other !== key))
}

/** A seat is held while its order is being paid, as the rule allows. */
function take(team: Team, who: number, now: Instant): Team {
  if (hasFailed(seatable(team, seatOf(who), now))) return team
  return {
    ...team,
    available: team.available - 1,
    holds: { ...team.holds, [orderOf(who)]: { n: 1, until: now } },
    seats: { ...team.seats, [seatOf(who)]: orderOf(who) },
  }
}

/** The one who holds a seat pays it, as long as the team is open. */
function pay(team: Team, who: number, now: Instant): Team {
  const orderId = orderOf(who)
  if (team.status !== 'open' || !team.holds[orderId]) return team
  const memberId = id<'member'>(seatOf(who))
  const member = { memberId, alias: '邻*', place: nextPlace(team), joinedAt: now }
  return {
    ...team,
    sold: team.sold + 1,
    holds: without(team.holds, orderId),
    members: { ...team.members, [orderId]: member },
  }
}

/** Who holds a seat or has paid it gives it back, as long as the team is open. */
function leave(team: Team, who: number): Team {
  const orderId = orderOf(who)
  if (team.status !== 'open') return team
  const seats = without(team.seats, seatOf(who)) as Team['seats']
  const back = { available: team.available + 1, seats }
  if (team.holds[orderId]) return { ...team, ...back, holds: without(team.holds, orderId) }
  if (!team.members[orderId]) return team
  return { ...team, ...back, sold: team.sold - 1, members: without(team.members, orderId) }
}

/** The shop decides: after each payment that may complete it, and when the timer looks. */
function look(team: Team, now: Instant): Team {
  const event = decideTeam(team, now)
  const status = event && teamMoves[team.status][event]
  return status ? { ...team, status, statusAt: now } : team
}

function next(team: Team, { on, who, at }: Happening): Team {
  if (on === 'take') return take(team, who, at)
  if (on === 'pay') return look(pay(team, who, at), at)
  if (on === 'leave') return leave(team, who)
  return look(team, at)
}

/** Plays what happens and shows each team that came about, with what led to it. */
function inEveryLife(holds: (team: Team, before: Team, happening: Happening) => void): void {
  always(anyHappenings, (happenings) => {
    const opened = aTeam({
      members: { [orderOf(0)]: { ...leader, memberId: id(seatOf(0)) } },
      seats: { [seatOf(0)]: orderOf(0) },
    })
    happenings.reduce((team, happening) => {
      const after = next(team, happening)
      holds(after, team, happening)
      return after
    }, opened)
  })
}

const leader = { alias: '安*', place: 1, joinedAt: aTeam().openedAt }

describe('whatever happens to a team', () => {
  test('free seats, held seats and paid seats are all the seats there are', () => {
    inEveryLife((team) => {
      const held = Object.keys(team.holds).length
      expect(team.available + held + team.sold).toBe(team.loaded)
      expect(Math.min(team.available, team.sold)).toBeGreaterThanOrEqual(0)
      expect(Object.keys(team.members)).toHaveLength(team.sold)
    })
  })

  test('it never fills while somebody pays: who holds a seat of an open team gets it', () => {
    inEveryLife((team, before, { on, who }) => {
      if (on !== 'pay' || before.status !== 'open' || !before.holds[orderOf(who)]) return
      expect(team.members[orderOf(who)]).toBeDefined()
    })
  })

  test('missing people never come to less than none, and none are missing once it formed', () => {
    inEveryLife((team) => {
      expect(missingIn(team)).toBeGreaterThanOrEqual(0)
      if (team.status === 'formed') expect(missingIn(team)).toBe(0)
    })
  })

  test('it forms only when it is full, and fails only when it is not', () => {
    inEveryLife((team, before, { at }) => {
      if (team.status === before.status) return
      if (team.status === 'formed') expect(team.sold).toBe(team.loaded)
      if (team.status !== 'failed') return
      expect(team.sold).toBeLessThan(team.loaded)
      expect(team.sold === 0 || at >= after(FORM_BEFORE, TEAM_GRACE)).toBe(true)
    })
  })

  test('what was decided stands', () => {
    inEveryLife((team, before) => {
      if (before.status !== 'open') expect(team).toEqual(before)
    })
  })

  test('nobody sits on two seats, and no seat is taken after its time', () => {
    inEveryLife((team, before, { on, at }) => {
      const sitting = [...Object.keys(team.members), ...Object.keys(team.holds)].sort()
      expect(Object.values(team.seats).sort()).toEqual(sitting)
      if (on === 'take' && at >= FORM_BEFORE) expect(team).toEqual(before)
    })
  })

  test('it is led by who is in it longest, and by who opened it as long as they stay', () => {
    inEveryLife((team) => {
      const [first, ...others] = membersOf(team)
      expect(leaderOf(team)).toBe(first?.orderId)
      if (team.members[orderOf(0)]?.place === 1) expect(leaderOf(team)).toBe(orderOf(0))
      for (const other of others) expect(other.place).toBeGreaterThan(first?.place ?? 0)
    })
  })
})

test('what is played does come to teams that form and teams that fail', () => {
  const seen = new Set<string>()
  inEveryLife((team) => {
    seen.add(team.status)
  })
  expect([...seen].sort()).toEqual(['failed', 'formed', 'open'])
})
