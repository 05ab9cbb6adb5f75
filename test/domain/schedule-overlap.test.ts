import { overlap, scheduleFault, type Repeating, type Schedule } from '@domain/schedule'
import { DAY, instant, shopTime, type Duration } from '@domain/time'
import { shopClock } from './build'
import {
  clock,
  daily,
  fridays,
  lastDays,
  longFridays,
  memberDays,
  nights,
  once,
  repeating,
  weekends,
} from './schedule-build'

/** When they meet first, and until when; nothing where they never do. */
type Meeting = [] | [starts: string, ends: string]

describe('two schedules', () => {
  const now = shopClock('2026-03-01 00:00')

  test.each<[string, Schedule, Schedule, ...Meeting]>([
    ['meet on a Friday evening', longFridays, nights, '2026-03-06 22:00', '00:00'],
    ['do not meet where the evening ends before the night', fridays, nights],
    ['meet now', nights, once('2026-02-01 00:00', '2026-04-01 00:00'), '2026-03-01 00:00', '02:00'],
    [
      'meet at the edge of a session',
      daily,
      repeating({ atMinute: 719 }),
      '2026-03-01 11:59',
      '12:00',
    ],
    ['do not meet where one ends as the other starts', daily, repeating({ atMinute: 720 })],
    [
      'meet on a Friday the 8th only',
      { ...memberDays, on: [8] },
      fridays,
      '2026-05-08 20:00',
      '22:00',
    ],
    ['do not meet: the week has one Friday', fridays, weekends],
    ['meet on the next 31st', lastDays, daily, '2026-03-31 10:00', '12:00'],
    [
      'meet next February only',
      once('2027-02-01 00:00', '2027-03-01 00:00'),
      memberDays,
      '2027-02-08 00:00',
      '00:00',
    ],
    ['met last week', once('2026-02-01 10:00', '2026-02-08 10:00'), daily],
    ['meet later than anybody looks ahead', once('2028-02-01 00:00', '2028-03-01 00:00'), daily],
  ])('%s', (_, one, other, ...[starts, ends]: Meeting) => {
    const met = overlap(one, other, now)
    expect(clock(met)).toBe(starts)
    expect(overlap(other, one, now)).toEqual(met)
    expect(met && shopTime(met.endsAt, 'HH:mm')).toBe(ends)
  })

  test('of which one is the other meet at once or at the next session', () => {
    expect(overlap(daily, daily, shopClock('2026-03-01 11:00'))).toEqual({
      startsAt: shopClock('2026-03-01 11:00'),
      endsAt: shopClock('2026-03-01 12:00'),
    })
  })
})

describe('a schedule that can not run says why', () => {
  test.each<[string, Schedule]>([
    ['the end comes after the start', once('2026-03-02 10:00', '2026-03-01 10:00')],
    ['the end comes after the start', once('2026-03-01 10:00', '2026-03-01 10:00')],
    ['every week needs at least one day', repeating({ every: 'week' })],
    ['every month needs at least one day', repeating({ every: 'month' })],
    ['every day needs no days', repeating({ on: [1] })],
    ['a week has no day 8', repeating({ every: 'week', on: [1, 8] })],
    ['a week has no day 0', repeating({ every: 'week', on: [0] })],
    ['a month has no day 32', repeating({ every: 'month', on: [32] })],
    ['a month has no day 1.5', repeating({ every: 'month', on: [1.5] })],
    ['day 8 stands twice', repeating({ every: 'month', on: [8, 18, 8] })],
    ['1440 is not a minute of the day', repeating({ atMinute: 1440 })],
    ['-1 is not a minute of the day', repeating({ atMinute: -1 })],
    ['a session lasts some time', repeating({ lasts: 0 })],
    ['a session lasts some time', repeating({ lasts: 0.5 })],
    ['the end comes after the start', { ...daily, from: instant(5), until: instant(5) }],
  ])('%s', (fault, schedule) => {
    expect(scheduleFault(schedule)).toBe(fault)
  })

  test.each<[string, Repeating, number]>([
    ['every day', daily, 1],
    ['every Friday', fridays, 7],
    ['at weekends', weekends, 1],
    ['on Monday and Thursday', repeating({ every: 'week', on: [4, 1] }), 3],
    ['on the 8th and 18th', memberDays, 10],
    ['on the 1st: February is the shortest month', repeating({ every: 'month', on: [1] }), 28],
    ['on the 31st: none is nearer than a month', lastDays, 31],
    ['on the 1st and 31st', repeating({ every: 'month', on: [1, 31] }), 1],
  ])('%s: a session is over when the next one starts', (_, schedule, days) => {
    const lasting = (ms: number) => scheduleFault({ ...schedule, lastsMs: ms as Duration })
    expect(lasting(days * DAY)).toBeUndefined()
    expect(lasting(days * DAY + 1)).toBe('a session is not over when the next one starts')
  })
})
