import { fileMoment, scheduleOf } from '@domain/shopfile/when'
import { after, DAY, HOUR, instant, MINUTE } from '@domain/time'
import { MORNING, shopClock } from '../build'

describe('a time in a shop file', () => {
  test.each([
    ['+3d', after(MORNING, 3 * DAY)],
    ['-1h', after(MORNING, -1 * HOUR)],
    ['-10m', after(MORNING, -10 * MINUTE)],
    ['+0m', MORNING],
    ['2026-03-01T10:00+08:00', shopClock('2026-03-01 10:00')],
    ['2026-03-01T10:00:00+08:00', instant(Date.UTC(2026, 2, 1, 2))],
    ['2026-03-01T02:00:00Z', instant(Date.UTC(2026, 2, 1, 2))],
  ])('%s, read on the morning of 1 March, is %d', (text, moment) => {
    expect(fileMoment(text, MORNING)).toBe(moment)
  })
})

describe('when something of a shop file runs', () => {
  test('is once, where it has a start and an end', () => {
    expect(scheduleOf({ startsAt: '-1h', endsAt: '+3d' }, MORNING)).toEqual({
      kind: 'once',
      startsAt: after(MORNING, -1 * HOUR),
      endsAt: after(MORNING, 3 * DAY),
    })
  })

  test.each([{}, { startsAt: '-1h' }, { endsAt: '+3d' }])('is not told by %j', (when) => {
    expect(scheduleOf(when, MORNING)).toBeUndefined()
  })

  test('is every day at a time of day', () => {
    const repeats = { every: 'day', at: '10:30', lasts: '90m' } as const
    expect(scheduleOf({ repeats }, MORNING)).toEqual({
      kind: 'repeating',
      every: 'day',
      on: [],
      atMinute: 10 * 60 + 30,
      lastsMs: 90 * MINUTE,
      from: null,
      until: null,
    })
  })

  test.each([
    [
      ['mon', 'sun'],
      [1, 7],
    ],
    [['fri'], [5]],
    [
      ['tue', 'wed', 'thu', 'sat'],
      [2, 3, 4, 6],
    ],
  ])('is on %j of every week', (on, days) => {
    const repeats = { every: 'week', on: on as ['fri'], at: '20:00', lasts: '2h' } as const
    expect(scheduleOf({ repeats }, MORNING)).toMatchObject({
      every: 'week',
      on: days,
      atMinute: 1200,
      lastsMs: 2 * HOUR,
    })
  })

  test('is on the 8th and the 18th of every month', () => {
    const repeats = { every: 'month', on: [8, 18], at: '00:00', lasts: '24h' } as const
    expect(scheduleOf({ repeats: { ...repeats, on: [8, 18] } }, MORNING)).toMatchObject({
      on: [8, 18],
      atMinute: 0,
      lastsMs: DAY,
    })
  })

  test('is bounded by its start and its end, where it repeats within them', () => {
    const repeats = { every: 'day', at: '10:00', lasts: '2h' } as const
    expect(scheduleOf({ startsAt: '+1d', endsAt: '+9d', repeats }, MORNING)).toMatchObject({
      from: after(MORNING, DAY),
      until: after(MORNING, 9 * DAY),
    })
    expect(scheduleOf({ startsAt: '+1d', repeats }, MORNING)).toMatchObject({ until: null })
  })

  test('has no day that does not fit its rhythm', () => {
    const at = { at: '10:00', lasts: '2h' }
    const weekly = { every: 'week' as const, on: ['fri' as const, 8], ...at }
    const monthly = { every: 'month' as const, on: ['fri' as const, 8], ...at }
    expect(scheduleOf({ repeats: weekly }, MORNING)).toMatchObject({ on: [5, 0] })
    expect(scheduleOf({ repeats: monthly }, MORNING)).toMatchObject({ on: [0, 8] })
  })
})
