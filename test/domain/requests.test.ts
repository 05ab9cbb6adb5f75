import { isGranted, MOST_REQUESTS, noteGranted, REQUESTS_KNOWN } from '@domain/requests'
import { after, type Instant } from '@domain/time'
import { MORNING } from './build'

const tap = (requestId: string, wish = 'two kiwis') => ({ requestId, wish })
const noted = (ids: readonly string[], at: Instant = MORNING) =>
  ids.reduce((granted, one, n) => noteGranted(granted, tap(one), after(at, n)), {})

describe('a wish that was granted', () => {
  test('is known again by its id and its words', () => {
    expect(isGranted({}, tap('a'))).toBe(false)
    expect(isGranted(noted(['a']), tap('a'))).toBe(true)
    expect(isGranted(noted(['a']), tap('b'))).toBe(false)
  })

  test('lends its id to no other wish', () => {
    expect(isGranted(noted(['a']), tap('a', 'ten kiwis'))).toMatchObject({ code: 'request_reused' })
  })

  test('is forgotten when no phone asks any more', () => {
    const granted = noted(['a'])
    const last = noteGranted(granted, tap('b'), after(MORNING, REQUESTS_KNOWN - 1))
    expect(Object.keys(last)).toEqual(['a', 'b'])
    const later = noteGranted(granted, tap('b'), after(MORNING, REQUESTS_KNOWN))
    expect(Object.keys(later)).toEqual(['b'])
  })

  test('makes room for newer ones: the oldest goes first', () => {
    const ids = Array.from({ length: MOST_REQUESTS + 3 }, (_, n) => `tap-${n}`)
    expect(Object.keys(noted(ids))).toEqual(ids.slice(3))
  })
})
