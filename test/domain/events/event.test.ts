import * as fc from 'fast-check'
import {
  believedAt,
  CLOCK_AHEAD,
  DWELL_PIECE,
  EVENTS_LATE,
  eventKinds,
  MOST_EVENTS,
} from '@domain/events/event'
import { after, instant } from '@domain/time'
import { aRequest, notIds, takes } from '../actions'
import { MORNING } from '../build'
import { always } from '../property'

describe('when something happened', () => {
  test.each([
    ['a moment ago', -1, -1],
    ['just now', 0, 0],
    ['by a clock that is a little ahead', CLOCK_AHEAD, CLOCK_AHEAD],
    ['as long ago as it may take to come', -1 * EVENTS_LATE, -1 * EVENTS_LATE],
  ])('%s is believed', (_when, told, believed) => {
    expect(believedAt({ at: after(MORNING, told) }, MORNING)).toBe(after(MORNING, believed))
  })

  test('by a clock that is far ahead, it is when it came', () => {
    expect(believedAt({ at: after(MORNING, CLOCK_AHEAD + 1) }, MORNING)).toBe(MORNING)
  })

  test('longer ago than a phone may be without network, it does not count', () => {
    expect(believedAt({ at: after(MORNING, -1 * EVENTS_LATE - 1) }, MORNING)).toBeUndefined()
  })

  test('is never believed to be outside of what is allowed', () => {
    always(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      const believed = believedAt({ at: instant(at) }, MORNING)
      if (believed === undefined) return
      expect(believed).toBeGreaterThanOrEqual(after(MORNING, -1 * EVENTS_LATE))
      expect(believed).toBeLessThanOrEqual(after(MORNING, CLOCK_AHEAD))
    })
  })
})

describe('a batch', () => {
  const event = { kind: 'view', page: 'room', subject: null, liveId: 'live-1', at: MORNING, ms: 0 }
  const batch = (events: unknown) => ({ requestId: aRequest, events })
  const isTaken = (own: object) => takes('events.record', batch([{ ...event, ...own }]))

  test.each(eventKinds)('may tell of a %s', (kind) => {
    expect(isTaken({ kind })).toBe(true)
  })

  test('has at least one event and at most as many as are allowed', () => {
    const of = (count: number) => takes('events.record', batch(Array(count).fill(event)))
    expect([of(0), of(1), of(MOST_EVENTS), of(MOST_EVENTS + 1)]).toEqual([false, true, true, false])
  })

  test('tells of no dwell that is longer than a piece', () => {
    const of = (ms: number) => isTaken({ kind: 'dwell', ms })
    expect([of(-1), of(0), of(DWELL_PIECE), of(DWELL_PIECE + 1), of(0.5)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  test.each(notIds.filter((value) => value !== null))('takes no subject like %j', (subject) => {
    expect(isTaken({ subject })).toBe(false)
  })

  test.each(['', 'pages/live', 'a'.repeat(25), '直播', 7])('takes no page like %j', (page) => {
    expect(isTaken({ page })).toBe(false)
  })

  test('carries nothing beside what is counted', () => {
    expect(isTaken({ phone: '13800000000' })).toBe(false)
  })
})
