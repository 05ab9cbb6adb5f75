import * as fc from 'fast-check'
import { NEVER } from '@domain/holds/hold'
import {
  levelHeld,
  levelOf,
  reachesLevel,
  windowLeft,
  windowStart,
  type LevelWindow,
} from '@domain/members/level'
import { fen } from '@domain/money'
import { after, instant, shopTime } from '@domain/time'
import { anyFen } from '../arbitrary'
import { id, shopClock } from '../build'
import { always } from '../property'
import { aLevel, fruitLevels } from './build'

const rule = fruitLevels()

describe('the level that spending reaches', () => {
  test.each([
    [0, 'plain'],
    [29_999, 'plain'],
    [30_000, 'silver'],
    [99_999, 'silver'],
    [100_000, 'gold'],
    [300_000, 'black'],
    [9_999_999, 'black'],
  ])('%d fen: %s', (spent, level) => {
    expect(levelOf(rule, fen(spent))?.id).toBe(level)
  })

  test('is none where the lowest asks for more', () => {
    const club = { ...rule, levels: [aLevel('club', 10_000)] }
    expect(levelOf(club, fen(9_999))).toBeUndefined()
  })

  test('does not depend on the order in which the shop wrote them down', () => {
    const reversed = { ...rule, levels: [...rule.levels].reverse() }
    always(anyFen, (spent) => {
      expect(levelOf(reversed, spent)).toEqual(levelOf(rule, spent))
    })
  })

  test('never falls when more is spent', () => {
    always(fc.tuple(anyFen, anyFen), ([one, other]) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      const reached = (spent: typeof one) => levelOf(rule, spent)?.spendFen ?? -1
      expect(reached(more)).toBeGreaterThanOrEqual(reached(less))
    })
  })
})

describe('the level that a member stands on', () => {
  test.each<[string | null, string, string]>([
    ['gold', 'gold', 'the one that was reckoned'],
    [null, 'plain', 'the one for nothing spent, before anything was reckoned'],
    ['bronze', 'plain', 'the one for nothing spent, when the own one is gone'],
  ])('%p: %s (%s)', (levelId, held, _why) => {
    expect(levelHeld(rule, levelId === null ? null : id(levelId))?.id).toBe(held)
  })

  test('is none in a shop without levels', () => {
    expect(levelHeld(null, id('gold'))).toBeUndefined()
  })

  test('is none where even the lowest has to be earned', () => {
    expect(levelHeld({ ...rule, levels: [aLevel('club', 1)] }, null)).toBeUndefined()
  })
})

describe('reaching a level', () => {
  test.each([
    ['gold', 'silver', true],
    ['gold', 'gold', true],
    ['gold', 'black', false],
    ['plain', 'silver', false],
    [null, 'plain', true],
    [null, 'silver', false],
    ['bronze', 'plain', true],
    ['black', 'bronze', false],
  ])('%p reaches %s: %p', (own, needed, reaches) => {
    expect(reachesLevel(rule, own === null ? null : id(own), id(needed))).toBe(reaches)
  })

  test('is not possible in a shop without levels', () => {
    expect(reachesLevel(null, id('gold'), id('gold'))).toBe(false)
  })
})

describe('the time over which spending counts', () => {
  test.each<[LevelWindow, string, string]>([
    ['this-month', '2026-03-01 00:00', '2026-03-01 00:00'],
    ['this-month', '2026-03-31 23:59', '2026-03-01 00:00'],
    ['last-3-months', '2026-03-01 09:30', '2025-12-01 00:00'],
    ['last-3-months', '2026-05-31 09:30', '2026-02-28 00:00'],
    ['last-3-months', '2028-05-31 09:30', '2028-02-29 00:00'],
    ['last-3-months', '2028-05-29 00:00', '2028-02-29 00:00'],
    ['last-3-months', '2028-02-29 12:00', '2027-11-29 00:00'],
    ['last-3-months', '2026-12-31 23:59', '2026-09-30 00:00'],
  ])('%s: at %s it is from %s on', (span, now, start) => {
    expect(windowStart(span, shopClock(now))).toBe(shopClock(start))
  })

  test('is for ever in a shop that counts everything', () => {
    expect(windowStart('all-time', shopClock('2026-03-01 00:00'))).toBe(0)
  })
})

describe('spending stops counting', () => {
  test.each<[LevelWindow, string, string]>([
    ['this-month', '2026-03-01 00:00', '2026-04-01 00:00'],
    ['this-month', '2026-12-31 23:59', '2027-01-01 00:00'],
    ['last-3-months', '2026-03-01 00:00', '2026-06-02 00:00'],
    ['last-3-months', '2026-03-01 23:59', '2026-06-02 00:00'],
    ['last-3-months', '2025-11-28 12:00', '2026-03-01 00:00'],
    ['last-3-months', '2025-11-30 12:00', '2026-03-01 00:00'],
    ['last-3-months', '2026-02-28 12:00', '2026-06-01 00:00'],
    ['last-3-months', '2028-02-29 12:00', '2028-06-01 00:00'],
  ])('%s: what was spent at %s counts until %s', (span, at, left) => {
    expect(shopTime(windowLeft(span, shopClock(at)), 'YYYY-MM-DD HH:mm')).toBe(left)
  })

  test('never, where everything counts', () => {
    expect(windowLeft('all-time', instant(0))).toBe(NEVER)
  })

  test('at the very moment at which it falls out of the window, and no millisecond before', () => {
    const moments = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) }).map(instant)
    const spans = fc.constantFrom<LevelWindow>('last-3-months', 'this-month')
    always(fc.tuple(spans, moments), ([span, at]) => {
      const left = windowLeft(span, at)
      expect(windowStart(span, left)).toBeGreaterThan(at)
      expect(windowStart(span, after(left, -1))).toBeLessThanOrEqual(at)
    })
  })
})
