import { attribute, boundBy, countsUntil, type Buying } from '@domain/attribution/attribute'
import type { Attribution, Binding, ToldTouch } from '@domain/attribution/attribution'
import type { AttributionRule } from '@domain/attribution/rule'
import { after, DAY } from '@domain/time'
import { id, MORNING } from '../build'
import { aBinding, aRule, aTouch, aTrail, ann, daysAgo } from './build'

/** Who is credited, and what is said of every other touch, the latest first. */
const told = ({ guideId, lost }: Attribution) => [
  guideId,
  ...lost.map(({ touch, because }) => `${touch._id}: ${because}`),
]

const decide = (
  touches: readonly ToldTouch[],
  own: Partial<AttributionRule> = {},
  { binding, ...buying }: Partial<Buying> & { binding?: Binding } = {},
) => attribute(aTrail(touches, binding), aRule(own), { ...ann, ...buying })

describe('the last touch of a guide', () => {
  test.each<[string, ToldTouch[], unknown[]]>([
    ['nobody brought her', [], [null]],
    ['Li brought her', [aTouch('li', 3)], ['li']],
    ['Wang came last', [aTouch('li', 3), aTouch('wang', 1)], ['wang', 'li-3: later-touch']],
    [
      'Li came twice, and last',
      [aTouch('li', 3), aTouch('wang', 2), aTouch('li', 1)],
      ['li', 'wang-2: later-touch', 'li-3: later-touch'],
    ],
    [
      'a friend without a guide came last',
      [aTouch('li', 3), aTouch(null, 1)],
      ['li', 'nobody-1: no-guide'],
    ],
    ['only a friend without a guide came', [aTouch(null, 1)], [null, 'nobody-1: no-guide']],
    ['who came last has left', [aTouch('li', 3), aTouch('zhao', 1)], ['li', 'zhao-1: guide-left']],
    ['who came is not known any more', [aTouch('ghost', 1)], [null, 'ghost-1: guide-left']],
    ['it was too long ago', [aTouch('li', 16)], [null, 'li-16: too-old']],
    [
      'a friend without a guide came too long ago',
      [aTouch(null, 16)],
      [null, 'nobody-16: too-old'],
    ],
    ['who left came too long ago', [aTouch('zhao', 16)], [null, 'zhao-16: guide-left']],
  ])('%s', (_what, touches, expected) => {
    expect(told(decide(touches))).toEqual(expected)
  })

  test('does not depend on the order in which touches are handed in', () => {
    const touches = [aTouch('li', 3), aTouch('wang', 1), aTouch('li', 2)]
    expect(decide(touches)).toEqual(decide([...touches].reverse()))
  })
})

describe('the first touch of a guide', () => {
  const rule = { kind: 'first-touch' } as const

  test.each<[string, ToldTouch[], unknown[]]>([
    ['Li came first', [aTouch('li', 3), aTouch('wang', 1)], ['li', 'wang-1: earlier-touch']],
    [
      'who came first came too long ago',
      [aTouch('li', 16), aTouch('wang', 2), aTouch('li', 1)],
      ['wang', 'li-1: earlier-touch', 'li-16: too-old'],
    ],
    ['who came first has left', [aTouch('zhao', 3), aTouch('li', 1)], ['li', 'zhao-3: guide-left']],
  ])('%s', (_what, touches, expected) => {
    expect(told(decide(touches, rule))).toEqual(expected)
  })
})

describe('a protected binding', () => {
  const rule = { kind: 'protected-binding' } as const
  const bound = aBinding('li')

  test('stands above every later touch', () => {
    const decided = decide([aTouch('wang', 0.5), aTouch('li', 1)], rule, { binding: bound })
    expect(told(decided)).toEqual(['li', 'wang-0.5: bound', 'li-1: bound'])
    expect(decided.won).toEqual({ kind: 'binding', binding: bound })
  })

  test.each<[string, Partial<Binding>]>([
    ['is over', { until: MORNING }],
    ['is to somebody who left', { guideId: id('zhao') }],
  ])('that %s leaves it to the first touch', (_what, own) => {
    const binding = { ...bound, ...own }
    const decided = decide([aTouch('wang', 2), aTouch('li', 1)], rule, { binding })
    expect(told(decided)).toEqual(['wang', 'li-1: earlier-touch'])
  })

  test('holds to its last millisecond', () => {
    const decided = decide([], rule, { binding: { ...bound, until: after(MORNING, 1) } })
    expect(decided.guideId).toBe('li')
  })

  test.each(['last-guide-touch', 'first-touch'] as const)('says nothing by %s', (kind) => {
    const decided = decide([aTouch('wang', 2)], { kind }, { binding: bound })
    expect(told(decided)).toEqual(['wang'])
  })

  test('touches that could never win are told with their own reason', () => {
    const touches = [aTouch('zhao', 1), aTouch(null, 2), aTouch('li', 16)]
    expect(told(decide(touches, rule, { binding: bound }))).toEqual([
      'li',
      'zhao-1: guide-left',
      'nobody-2: no-guide',
      'li-16: too-old',
    ])
  })
})

describe('what somebody of the shop said', () => {
  const said = aBinding('wang', { by: 'operator' })

  test.each(['last-guide-touch', 'first-touch', 'protected-binding'] as const)(
    'stands above %s',
    (kind) => {
      const decided = decide([aTouch('li', 1)], { kind }, { binding: said })
      expect(told(decided)).toEqual(['wang', 'li-1: bound'])
    },
  )

  test('stands even where the guide buys', () => {
    const decided = decide([], {}, { binding: said, ownGuideId: id('wang') })
    expect(decided.guideId).toBe('wang')
  })

  test.each<[string, Partial<Binding>]>([
    ['is over', { until: MORNING }],
    ['is of somebody who left', { guideId: id('zhao') }],
  ])('counts no more once it %s', (_what, own) => {
    const decided = decide([aTouch('li', 1)], {}, { binding: { ...said, ...own } })
    expect(told(decided)).toEqual(['li'])
  })
})

describe('a guide who buys', () => {
  const wang = { ownGuideId: id<'guide'>('wang') }

  test('is not credited for it, whichever link it was', () => {
    const touches = [aTouch('wang', 2), aTouch('wang', 1, { hops: 2 })]
    expect(told(decide(touches, {}, wang))).toEqual([null, 'wang-1: self', 'wang-2: self'])
  })

  test('is not credited by being bound to themselves', () => {
    const rule = { kind: 'protected-binding' } as const
    const decided = decide([aTouch('wang', 1)], rule, { ...wang, binding: aBinding('wang') })
    expect(told(decided)).toEqual([null, 'wang-1: self'])
  })

  test('is somebody else’s customer all the same', () => {
    const decided = decide([aTouch('li', 2), aTouch('wang', 1)], {}, wang)
    expect(told(decided)).toEqual(['li', 'wang-1: self'])
  })

  test('is credited where the shop allows it', () => {
    const decided = decide([aTouch('wang', 1)], { selfPurchase: true }, wang)
    expect(told(decided)).toEqual(['wang'])
  })

  test('is told so before anything else', () => {
    const zhao = { ownGuideId: id<'guide'>('zhao') }
    expect(told(decide([aTouch('zhao', 16)], {}, zhao))).toEqual([null, 'zhao-16: self'])
  })
})

describe('the days of a rule', () => {
  test.each([1, 15, 365])('%d days count to the millisecond', (days) => {
    const at = daysAgo(days)
    const judge = (touch: ToldTouch) => told(decide([touch], { days }))
    expect(judge(aTouch('li', 0, { at: after(at, 1) }))).toEqual(['li'])
    expect(judge(aTouch('li', 0, { at }))).toEqual([null, 'li-0: too-old'])
    expect(countsUntil(at, { days })).toBe(MORNING)
  })
})

describe('an attribution', () => {
  test('says who is credited, for which store, and who brought them in', () => {
    const rule = aRule({ version: 7 })
    expect(attribute(aTrail([aTouch('wang', 1)]), rule, ann)).toEqual({
      rule,
      guideId: 'wang',
      guideName: 'wang',
      storeId: 'store-02',
      secondId: 'li',
      won: { kind: 'touch', touch: aTouch('wang', 1) },
      lost: [],
      changes: [],
    })
  })

  test('of nobody names nobody', () => {
    const nobody = { guideId: null, guideName: '', storeId: null, secondId: null, won: null }
    expect(decide([aTouch(null, 1)])).toMatchObject(nobody)
  })
})

describe('who is bound to whom after a touch', () => {
  const rule = aRule({ kind: 'protected-binding', days: 10 })
  const touch = { memberId: id<'member'>('ann'), guideId: id<'guide'>('wang'), at: MORNING }
  const until = after(MORNING, 10 * DAY)
  const fresh = { _id: 'ann', guideId: 'wang', from: MORNING, until, by: 'touch' }

  test('is the guide of the touch, where nobody was', () => {
    expect(boundBy(touch, undefined, rule)).toEqual(fresh)
  })

  test('is whoever it was, to the last millisecond', () => {
    const before = aBinding('li', { until: after(MORNING, 1) })
    expect(boundBy(touch, before, rule)).toBe(before)
    expect(boundBy(touch, { ...before, until: MORNING }, rule)).toEqual(fresh)
  })

  test('is nobody by another rule', () => {
    expect(boundBy(touch, undefined, aRule())).toBeUndefined()
  })
})
