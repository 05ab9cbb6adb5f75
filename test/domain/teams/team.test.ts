import { foremost } from '@domain/failure'
import { fen } from '@domain/money'
import {
  decideTeam,
  formBefore,
  leaderOf,
  membersOf,
  nextPlace,
  missingIn,
  MOST_TEAM,
  MOST_TEAM_HOURS,
  seatable,
  TEAM_GRACE,
  teamFault,
  teamPrice,
  type TeamMember,
} from '@domain/teams/team'
import { after, DAY, HOUR, MINUTE, SECOND, type Instant } from '@domain/time'
import { minutesIn } from '../build'
import { aTeam, aTeamDeal, aTeamMember, FORM_BEFORE } from './build'

describe('until when a team must be complete', () => {
  test('is so many hours from the payment of who opened it', () => {
    expect(formBefore(aTeamDeal(), minutesIn(5))).toBe(after(minutesIn(5), 24 * HOUR))
    expect(formBefore(aTeamDeal({ teamHours: 1 }), minutesIn(5))).toBe(minutesIn(65))
  })

  const { endsAt } = aTeamDeal()
  test.each<[string, Instant, Instant]>([
    ['just as long before', after(endsAt, -24 * HOUR), endsAt],
    ['a millisecond earlier', after(endsAt, -24 * HOUR - 1), after(endsAt, -1)],
    ['an hour before', after(endsAt, -1 * HOUR), endsAt],
  ])('is not beyond the end of its deal: opened %s', (_, paidAt, before) => {
    expect(formBefore(aTeamDeal(), paidAt)).toBe(before)
  })
})

describe('what a piece costs in a team', () => {
  test('is less for who opens it, where the shop says so', () => {
    const deal = aTeamDeal({ leaderPriceFen: fen(39900) })
    expect([teamPrice(deal, true), teamPrice(deal, false)]).toEqual([39900, 45900])
  })

  test('is the same for all otherwise', () => {
    expect([teamPrice(aTeamDeal(), true), teamPrice(aTeamDeal(), false)]).toEqual([45900, 45900])
  })
})

describe('who leads', () => {
  const leading = (members: Record<string, TeamMember>) => leaderOf({ members })
  const named = (members: Record<string, TeamMember>) =>
    membersOf({ members }).map(({ orderId }) => orderId)
  const ann = aTeamMember('ann', 5, 1)
  const bo = aTeamMember('bo', 10, 2)
  const cy = aTeamMember('cy', 20, 3)

  test('is who opened the team', () => {
    expect(leading({ b: bo, a: ann, c: cy })).toBe('a')
    expect(named({ c: cy, b: bo, a: ann })).toEqual(['a', 'b', 'c'])
  })

  test('is who opened it, also where another clock says that somebody came before', () => {
    const early = { ...bo, joinedAt: after(ann.joinedAt, -1 * SECOND) }
    expect(named({ b: early, a: ann })).toEqual(['a', 'b'])
  })

  test('is not decided by clocks: who came second stays second, whatever the time says', () => {
    const slow = { ...bo, joinedAt: after(cy.joinedAt, SECOND) }
    expect(named({ c: cy, b: slow })).toEqual(['b', 'c'])
  })

  test('goes on from the last one: who comes next stands behind everybody', () => {
    expect(nextPlace({ members: {} })).toBe(1)
    expect(nextPlace({ members: { a: ann, c: cy } as never })).toBe(4)
  })

  test('is the next one when the leader leaves, and the next after that', () => {
    expect(leading({ c: cy, b: bo })).toBe('b')
    expect(leading({ c: cy })).toBe('c')
  })

  test('is nobody where nobody is left', () => {
    expect(leading({})).toBeUndefined()
  })

  test('is told the same everywhere where two came in the same millisecond', () => {
    const twin = { ...cy, joinedAt: bo.joinedAt }
    expect(named({ c: twin, b: bo })).toEqual(['b', 'c'])
    expect(named({ b: bo, c: twin })).toEqual(['b', 'c'])
  })
})

describe('whether a seat can be taken', () => {
  test.each<[string, Parameters<typeof aTeam>[0], Instant, string | undefined]>([
    ['there is one', {}, minutesIn(10), undefined],
    ['the last one', { available: 1 }, minutesIn(10), undefined],
    ['a millisecond before its time is over', {}, after(FORM_BEFORE, -1), undefined],
    ['at the end of its time', {}, FORM_BEFORE, 'team_over'],
    ['a millisecond later', {}, after(FORM_BEFORE, 1), 'team_over'],
    ['every seat is paid for or being paid for', { available: 0 }, minutesIn(10), 'team_full'],
    ['full and over', { available: 0 }, FORM_BEFORE, 'team_over'],
    ['the team is complete', { status: 'formed', available: 0 }, minutesIn(10), 'team_full'],
    ['it was complete in time', { status: 'formed' }, after(FORM_BEFORE, DAY), 'team_full'],
    ['it failed', { status: 'failed' }, minutesIn(10), 'team_over'],
  ])('%s', (_, own, now, refusal) => {
    expect(seatable(aTeam(own), 'bo', now)?.code).toBe(refusal)
  })

  test('nobody takes two seats of one team, whatever else is in the way', () => {
    const gone = { status: 'failed', available: 0 } as const
    expect(seatable(aTeam(), 'ann', minutesIn(10))?.code).toBe('team_joined')
    expect(seatable(aTeam(gone), 'ann', FORM_BEFORE)?.code).toBe('team_joined')
  })

  test('of several reasons the foremost is told', () => {
    const told = [
      seatable(aTeam(), 'ann', minutesIn(10)),
      seatable(aTeam(), 'bo', FORM_BEFORE),
      seatable(aTeam({ available: 0 }), 'bo', minutesIn(10)),
    ].flatMap((refusal) => refusal ?? [])
    expect(foremost(told)?.code).toBe('team_joined')
    expect(foremost(told.slice(1))?.code).toBe('team_over')
  })
})

describe('what becomes of a team', () => {
  const decided = after(FORM_BEFORE, TEAM_GRACE)

  test.each<[string, number, Instant, string | undefined]>([
    ['just opened', 1, minutesIn(5), undefined],
    ['one short', 2, after(FORM_BEFORE, -1), undefined],
    ['complete', 3, minutesIn(10), 'form'],
    ['complete a millisecond before its time is over', 3, after(FORM_BEFORE, -1), 'form'],
    ['complete, which is found out only at the end', 3, FORM_BEFORE, 'form'],
    ['complete, which is found out days later', 3, after(FORM_BEFORE, 9 * DAY), 'form'],
    ['one short at the end of its time', 2, FORM_BEFORE, undefined],
    ['one short a millisecond before the decision', 2, after(decided, -1), undefined],
    ['one short at the decision', 2, decided, 'fail'],
    ['one short days later', 2, after(decided, 9 * DAY), 'fail'],
    ['left by everybody, with time left', 0, minutesIn(10), 'fail'],
    ['one more than there are seats', 4, decided, 'form'],
  ])('%s, with %d in it: %s %s', (_, sold, now, event) => {
    expect(decideTeam(aTeam({ sold }), now)).toBe(event)
  })

  test.each(['formed', 'failed'] as const)('that is %s is decided for good', (status) => {
    for (const sold of [0, 2, 3]) {
      expect(decideTeam(aTeam({ status, sold }), after(decided, DAY))).toBeUndefined()
    }
  })

  test('a decision waits for longer than a function may run', () => {
    expect(TEAM_GRACE).toBeGreaterThanOrEqual(MINUTE)
  })
})

describe('people who are missing', () => {
  test('are those who have not paid, also while a seat is held for them', () => {
    expect(missingIn(aTeam())).toBe(2)
    expect(missingIn(aTeam({ available: 0 }))).toBe(2)
    expect(missingIn(aTeam({ sold: 3, available: 0 }))).toBe(0)
  })
})

describe('a team deal that is set up wrong', () => {
  test.each([
    [{ people: 1 }, 'people', 'a team is two people or more'],
    [{ people: MOST_TEAM + 1 }, 'people', 'a team is 50 people at most'],
    [{ teamHours: MOST_TEAM_HOURS + 1 }, 'teamHours', 'a team has 168 hours at most'],
    [{ leaderPriceFen: fen(45901) }, 'leaderPriceFen', 'the leader pays no more than the others'],
  ])('%j: %s', (own, of, fault) => {
    expect(teamFault(aTeamDeal(own))).toEqual({ of, fault })
  })

  test.each([
    [{}],
    [{ people: 2 }],
    [{ people: MOST_TEAM }],
    [{ teamHours: MOST_TEAM_HOURS }],
    [{ leaderPriceFen: fen(45900) }],
    [{ leaderPriceFen: fen(1) }],
  ])('is told from one that is fine: %j', (own) => {
    expect(teamFault(aTeamDeal(own))).toBeUndefined()
  })
})
