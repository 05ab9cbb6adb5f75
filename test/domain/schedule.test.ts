import { execFileSync } from 'node:child_process'
import path from 'node:path'
import * as fc from 'fast-check'
import {
  nextSession,
  OVERLAP_HORIZON,
  overlap,
  scheduleFault,
  sessionAt,
  sessionsBetween,
  type Schedule,
} from '@domain/schedule'
import { after, DAY, HOUR, instant, MINUTE, shopTime } from '@domain/time'
import { shopClock } from './build'
import { always } from './property'
import {
  clock,
  daily,
  fridays,
  lastDays,
  leapDays,
  memberDays,
  newYearNights,
  nights,
  once,
  repeating,
  weekends,
} from './schedule-build'

describe('what runs now', () => {
  test.each<[string, Schedule, string, string | undefined]>([
    ['a minute before ten', daily, '2026-03-01 09:59', undefined],
    ['at ten', daily, '2026-03-01 10:00', '2026-03-01 10:00'],
    ['at the last minute', daily, '2026-03-01 11:59', '2026-03-01 10:00'],
    ['at the end it is over', daily, '2026-03-01 12:00', undefined],
    ['on a Friday evening', fridays, '2026-03-06 21:00', '2026-03-06 20:00'],
    ['on a Thursday evening', fridays, '2026-03-05 21:00', undefined],
    ['on a Sunday', weekends, '2026-03-01 10:30', '2026-03-01 10:00'],
    ['on a Monday', weekends, '2026-03-02 10:30', undefined],
    ['on the 8th from its first minute', memberDays, '2026-03-08 00:00', '2026-03-08 00:00'],
    ['on the 8th to its last', memberDays, '2026-03-08 23:59', '2026-03-08 00:00'],
    ['on the 9th', memberDays, '2026-03-09 00:00', undefined],
    ['after midnight, still of last night', nights, '2026-03-02 01:59', '2026-03-01 22:00'],
    ['at two it is over', nights, '2026-03-02 02:00', undefined],
    ['into March from February', nights, '2026-03-01 00:30', '2026-02-28 22:00'],
    ['into March from 29 February', nights, '2028-03-01 00:30', '2028-02-29 22:00'],
    ['over New Year', newYearNights, '2027-01-01 01:30', '2026-12-31 23:00'],
    ['on 29 February of a leap year', leapDays, '2028-02-29 10:00', '2028-02-29 10:00'],
  ])('%s', (_, schedule, now, session) => {
    expect(clock(sessionAt(schedule, shopClock(now)))).toBe(session)
  })

  test('a session tells when it ends', () => {
    expect(sessionAt(nights, shopClock('2026-03-02 00:00'))).toEqual({
      startsAt: shopClock('2026-03-01 22:00'),
      endsAt: shopClock('2026-03-02 02:00'),
    })
  })

  test('sessions may follow each other without a gap', () => {
    const always24 = repeating({ atMinute: 600, lasts: DAY })
    expect(clock(sessionAt(always24, shopClock('2026-03-02 09:59')))).toBe('2026-03-01 10:00')
    expect(clock(sessionAt(always24, shopClock('2026-03-02 10:00')))).toBe('2026-03-02 10:00')
  })

  test('what runs once runs from its start up to its end', () => {
    const week = once('2026-03-01 10:00', '2026-03-08 10:00')
    expect(sessionAt(week, shopClock('2026-03-01 09:59'))).toBeUndefined()
    expect(clock(sessionAt(week, shopClock('2026-03-08 09:59')))).toBe('2026-03-01 10:00')
    expect(sessionAt(week, shopClock('2026-03-08 10:00'))).toBeUndefined()
  })
})

describe('what comes next', () => {
  test.each<[string, Schedule, string, string | undefined]>([
    ['today', daily, '2026-03-01 09:59', '2026-03-01 10:00'],
    ['at the start it is the one after', daily, '2026-03-01 10:00', '2026-03-02 10:00'],
    ['while one runs it is the one after', daily, '2026-02-28 11:00', '2026-03-01 10:00'],
    ['next Friday', fridays, '2026-03-06 20:00', '2026-03-13 20:00'],
    ['after Sunday comes Saturday', weekends, '2026-03-01 10:00', '2026-03-07 10:00'],
    ['the 18th after the 8th', memberDays, '2026-03-08 12:00', '2026-03-18 00:00'],
    ['the 8th of next month', memberDays, '2026-03-18 12:00', '2026-04-08 00:00'],
    ['April has no 31st', lastDays, '2026-03-31 10:00', '2026-05-31 10:00'],
    ['nor has February', lastDays, '2026-01-31 10:00', '2026-03-31 10:00'],
    ['July and August both have one', lastDays, '2026-07-31 10:00', '2026-08-31 10:00'],
    ['29 February of a leap year', leapDays, '2028-01-30 10:00', '2028-02-29 10:00'],
    ['no 29 February in others', leapDays, '2026-01-30 10:00', '2026-03-29 10:00'],
  ])('%s', (_, schedule, now, session) => {
    expect(clock(nextSession(schedule, shopClock(now)))).toBe(session)
  })

  test('what runs once comes once', () => {
    const week = once('2026-03-01 10:00', '2026-03-08 10:00')
    expect(clock(nextSession(week, shopClock('2020-01-01 00:00')))).toBe('2026-03-01 10:00')
    expect(nextSession(week, shopClock('2026-03-01 10:00'))).toBeUndefined()
  })

  test('what begins in some years comes in some years', () => {
    const later = { ...lastDays, from: shopClock('2030-02-01 00:00') }
    expect(clock(nextSession(later, shopClock('2026-03-01 00:00')))).toBe('2030-03-31 10:00')
  })
})

describe('a season of sessions', () => {
  const march = repeating({
    from: shopClock('2026-03-01 10:00'),
    until: shopClock('2026-03-03 10:00'),
  })

  test('has those that start in it: the first moment counts, the last one does not', () => {
    const all = sessionsBetween(march, shopClock('2026-02-01 00:00'), shopClock('2026-04-01 00:00'))
    expect(all.map(clock)).toEqual(['2026-03-01 10:00', '2026-03-02 10:00'])
  })

  test('lets a session run on that started before its end', () => {
    const short = { ...march, until: shopClock('2026-03-02 10:30') }
    expect(clock(sessionAt(short, shopClock('2026-03-02 11:59')))).toBe('2026-03-02 10:00')
    expect(nextSession(short, shopClock('2026-03-02 10:00'))).toBeUndefined()
  })

  test('does not begin in the middle of a session', () => {
    const late = { ...march, from: shopClock('2026-03-01 10:30') }
    expect(sessionAt(late, shopClock('2026-03-01 11:00'))).toBeUndefined()
  })
})

describe('the sessions of some days', () => {
  test('are those that run at any moment of them', () => {
    const days = sessionsBetween(
      nights,
      shopClock('2026-03-01 00:00'),
      shopClock('2026-03-03 00:00'),
    )
    expect(days.map(clock)).toEqual(['2026-02-28 22:00', '2026-03-01 22:00', '2026-03-02 22:00'])
  })

  test('leave out what ends as they begin, and what starts as they end', () => {
    const from = shopClock('2026-03-01 12:00')
    expect(sessionsBetween(daily, from, shopClock('2026-03-02 10:00'))).toEqual([])
    const week = once('2026-03-01 10:00', '2026-03-01 12:00')
    expect(sessionsBetween(week, from, after(from, DAY))).toEqual([])
  })

  test('are never more than those of the days that are looked ahead', () => {
    const from = shopClock('2026-03-01 00:00')
    const all = sessionsBetween(daily, from, instant(9_000_000_000_000_000))
    expect(all).toHaveLength(OVERLAP_HORIZON / DAY)
  })
})

describe('any schedule', () => {
  const anyMoment = fc
    .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2029, 0) })
    .map((ms) => instant(ms))
  const anyRepeating = fc
    .record({
      days: fc.oneof(
        fc.constant({ every: 'day' as const, on: [] as number[] }),
        fc
          .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
          .map((on) => ({ every: 'week' as const, on })),
        fc
          .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 })
          .map((on) => ({ every: 'month' as const, on })),
      ),
      atMinute: fc.integer({ min: 0, max: 1439 }),
      lasts: fc.integer({ min: 1, max: 24 * 60 }).map((minutes) => minutes * MINUTE),
    })
    .map(({ days, atMinute, lasts }) => repeating({ ...days, atMinute, lasts }))

  test('that is set up right runs again after every session', () => {
    always(fc.tuple(anyRepeating, anyMoment), ([schedule, now]) => {
      expect(scheduleFault(schedule)).toBeUndefined()
      const next = nextSession(schedule, now)
      expect(next && next.startsAt > now).toBe(true)
      if (next) expect(sessionAt(schedule, next.startsAt)).toEqual(next)
    })
  })

  test('has no session between now and the next one', () => {
    always(fc.tuple(anyRepeating, anyMoment), ([schedule, now]) => {
      const next = nextSession(schedule, now)
      if (!next) throw new Error('there is a next one')
      const between = sessionsBetween(schedule, now, next.startsAt)
      expect(between).toEqual([sessionAt(schedule, now)].filter(Boolean))
    })
  })

  test('starts on its days and at its time', () => {
    always(fc.tuple(anyRepeating, anyMoment), ([schedule, now]) => {
      const startsAt = nextSession(schedule, now)?.startsAt ?? now
      const minutes = Number(shopTime(startsAt, 'H')) * 60 + Number(shopTime(startsAt, 'm'))
      expect(minutes).toBe(schedule.atMinute)
      const weekday = new Date(startsAt + 8 * HOUR).getUTCDay() || 7
      if (schedule.every === 'week') expect(schedule.on).toContain(weekday)
      if (schedule.every === 'month') expect(schedule.on).toContain(Number(shopTime(startsAt, 'D')))
    })
  })

  test('meets another one first where both run, and at no minute before', () => {
    always(
      fc.tuple(anyRepeating, anyRepeating, anyMoment),
      ([one, other, now]) => {
        const met = overlap(one, other, now)
        const runs = (ms: number) => {
          const moment = instant(ms)
          return Boolean(sessionAt(one, moment)) && Boolean(sessionAt(other, moment))
        }
        if (met) {
          expect(runs(met.startsAt)).toBe(true)
          expect(runs(met.endsAt - 1)).toBe(true)
        }
        const latest = met ? met.startsAt : after(now, 2 * DAY)
        for (let ms: number = now; ms < Math.min(latest, now + 2 * DAY); ms += 20 * MINUTE)
          expect(runs(ms)).toBe(false)
      },
      60,
    )
  })
})

/** Sessions of two years of schedules, read on a phone in a time zone. */
function readIn(zone: string): string {
  const root = path.resolve(__dirname, '../..')
  const program = `
    import { nextSession, scheduleFault } from './src/domain/schedule'
    for (const schedule of ${JSON.stringify([daily, fridays, memberDays, lastDays, nights])}) {
      let session = { startsAt: ${shopClock('2026-12-30 00:00')} }
      for (let n = 0; n < 100; n += 1) {
        session = nextSession(schedule, session.startsAt)
        console.log(session.startsAt, session.endsAt, scheduleFault(schedule))
      }
    }`
  const options = ['--bundle', '--platform=node', '--loader=ts']
  const esbuild = path.join(root, 'node_modules/.bin/esbuild')
  const bundle = execFileSync(esbuild, options, { cwd: root, input: program })
  const env = { ...process.env, TZ: zone }
  return execFileSync(process.execPath, ['-'], { env, input: bundle, encoding: 'utf8' })
}

test.each(['America/New_York', 'Australia/Sydney'])(
  'sessions start by the clock in the shop, though the phone is in %s',
  (zone) => {
    const read = readIn(zone)
    expect(read.split('\n')).toHaveLength(501)
    expect(read).toBe(readIn('Asia/Shanghai'))
  },
)
