import * as fc from 'fast-check'
import { levelsOf, peakOf, peaksByMinute, staysOf } from '@domain/live/presence'
import { id, MORNING } from '../build'
import { always } from '../property'
import { anySession, at, quiet, stayed, told } from './review-build'

const within = { from: quiet.startedAt, until: quiet.endedAt }
const staysBy = (...events: Parameters<typeof staysOf>[0]) =>
  (staysOf(events, within).get(id('ann')) ?? []).map(({ from, until }) => [
    (from - MORNING) / 1000,
    (until - MORNING) / 1000,
  ])

describe('when somebody was there', () => {
  test('pieces of dwell that touch, or nearly do, are one stay', () => {
    expect(staysBy(stayed('ann', 30, 60), stayed('ann', 0, 30), stayed('ann', 64, 90))).toEqual([
      [0, 90],
    ])
    expect(staysBy(stayed('ann', 0, 30), stayed('ann', 36, 60))).toEqual([
      [0, 30],
      [36, 60],
    ])
  })

  test('a piece inside of another adds nothing', () => {
    expect(staysBy(stayed('ann', 0, 30), stayed('ann', 5, 10))).toEqual([[0, 30]])
  })

  test('only the time of the session counts', () => {
    expect(staysBy(stayed('ann', -20, 10), stayed('ann', 590, 620))).toEqual([
      [0, 10],
      [590, 600],
    ])
    expect(staysBy(stayed('ann', -20, 0), stayed('ann', 600, 620))).toEqual([])
  })

  test('who only came was there for a moment; clicks and exposures are no stay', () => {
    expect(staysBy(told('ann', 'view', 7))).toEqual([[7, 7.001]])
    expect(staysBy(told('ann', 'click', 7), told('ann', 'exposure', 8))).toEqual([])
  })
})

describe('how many were there at once', () => {
  const stay = (from: number, until: number) => ({ from: at(from), until: at(until) })

  test('who goes as another comes is not there with them', () => {
    expect(peakOf(levelsOf([stay(0, 10), stay(10, 20)]))).toEqual({ from: at(0), viewers: 1 })
  })

  test('nobody came', () => {
    expect(peakOf(levelsOf([]))).toBeUndefined()
    expect(peaksByMinute([], MORNING, 3)).toEqual([0, 0, 0])
  })

  test('who stays over minutes is there in each of them', () => {
    const levels = levelsOf([stay(30, 150), stay(70, 80)])
    expect(peaksByMinute(levels, MORNING, 4)).toEqual([1, 2, 1, 0])
  })

  test('who goes as a minute begins is not there in it', () => {
    expect(peaksByMinute(levelsOf([stay(0, 60)]), MORNING, 2)).toEqual([1, 0])
  })

  test('is what looking at every moment at which something changes tells', () => {
    always(anySession, ({ events }) => {
      const stays = [...staysOf(events, within).values()].flat()
      const at = (moment: number) =>
        stays.filter(({ from, until }) => from <= moment && moment < until).length
      const highest = Math.max(0, ...stays.map(({ from }) => at(from)))
      expect(peakOf(levelsOf(stays))?.viewers ?? 0).toBe(highest)
    })
  })

  test('nobody is there twice, on however many phones', () => {
    always(fc.array(fc.tuple(fc.nat(500), fc.nat(100))), (pieces) => {
      const events = pieces.map(([from, length]) => stayed('ann', from, from + length))
      const own = staysOf(events, within).get(id('ann')) ?? []
      expect(peakOf(levelsOf(own))?.viewers ?? 0).toBeLessThanOrEqual(1)
    })
  })
})
