import { audienceOf, inAudience, inSegment, type Segment } from '@domain/members/audience'
import type { Member } from '@domain/members/member'
import { fen } from '@domain/money'
import { after, DAY } from '@domain/time'
import { id, MORNING } from '../build'
import { aMember, fruitLevels } from './build'

const daysAgo = (days: number) => after(MORNING, -days * DAY)

const segment = (where: Segment['where']): Segment => ({ id: id('seg'), name: '人群', where })

const society = {
  levels: fruitLevels(),
  segments: [segment({ averageOrderFen: { below: fen(3_000) } })],
  now: MORNING,
}

describe('an audience in a shop file', () => {
  test.each([
    ['all', { kind: 'all' }],
    ['newcomer', { kind: 'newcomer' }],
    ['level:lv1', { kind: 'level', levelId: 'lv1' }],
    ['segment:low-power', { kind: 'segment', segmentId: 'low-power' }],
  ])('%s is one', (text, audience) => {
    expect(audienceOf(text)).toEqual(audience)
  })

  test.each([
    '',
    'everybody',
    'All',
    'level',
    'level:',
    'level:a b',
    'level:$x',
    'shop:lv1',
    ' all',
  ])('%j is none', (text) => {
    expect(audienceOf(text)).toBeUndefined()
  })
})

describe('something for', () => {
  test.each<[string, string, Partial<Member>, boolean]>([
    ['everybody is for strangers', 'all', {}, true],
    ['everybody is for members', 'all', { orders: 9 }, true],
    ['newcomers is for strangers', 'newcomer', {}, true],
    ['newcomers is not for who received an order', 'newcomer', { orders: 1 }, false],
    ['gold is for gold', 'level:gold', { levelId: id('gold') }, true],
    ['gold is for black', 'level:gold', { levelId: id('black') }, true],
    ['gold is not for silver', 'level:gold', { levelId: id('silver') }, false],
    ['gold is not for strangers', 'level:gold', {}, false],
    ['the first level is for strangers', 'level:plain', {}, true],
    ['a level that is not there is for nobody', 'level:bronze', { levelId: id('black') }, false],
    ['a segment is for who is in it', 'segment:seg', { averageOrderFen: fen(2_999) }, true],
    ['a segment is not for others', 'segment:seg', { averageOrderFen: fen(3_000) }, false],
    ['a segment that is not there is for nobody', 'segment:other', {}, false],
  ])('%s', (_, text, own, isIn) => {
    const audience = audienceOf(text)
    expect(audience && inAudience(audience, aMember(own), society)).toBe(isIn)
  })

  test('a level is for nobody in a shop without levels', () => {
    const audience = { kind: 'level', levelId: id<'level'>('gold') } as const
    const member = aMember({ levelId: id('black') })
    expect(inAudience(audience, member, { ...society, levels: null })).toBe(false)
  })
})

describe('a segment', () => {
  test.each<[string, Segment['where'], Partial<Member>, boolean]>([
    ['that asks for nothing has everybody', {}, {}, true],
    ['of small orders has who never ordered', { averageOrderFen: { below: fen(3_000) } }, {}, true],
    [
      'of large orders',
      { averageOrderFen: { atLeast: fen(10_000) } },
      { averageOrderFen: fen(10_000) },
      true,
    ],
    [
      'of large orders, one fen short',
      { averageOrderFen: { atLeast: fen(10_000) } },
      { averageOrderFen: fen(9_999) },
      false,
    ],
    [
      'of middling orders has both ends right',
      { averageOrderFen: { atLeast: fen(1), below: fen(5) } },
      { averageOrderFen: fen(5) },
      false,
    ],
    [
      'of who sleeps, from that day on',
      { daysSinceLastOrder: { atLeast: 45 } },
      { lastOrderAt: daysAgo(45) },
      true,
    ],
    [
      'of who sleeps, a day early',
      { daysSinceLastOrder: { atLeast: 45 } },
      { lastOrderAt: daysAgo(44.99) },
      false,
    ],
    ['of who sleeps has not who never ordered', { daysSinceLastOrder: { atLeast: 45 } }, {}, false],
    [
      'of who came lately',
      { daysSinceLastOrder: { below: 7 } },
      { lastOrderAt: daysAgo(6.5) },
      true,
    ],
    [
      'of who came lately, a week ago',
      { daysSinceLastOrder: { below: 7 } },
      { lastOrderAt: daysAgo(7) },
      false,
    ],
    [
      'of who came lately has not who never ordered',
      { daysSinceLastOrder: { below: 7 } },
      {},
      false,
    ],
    [
      'of those who love a shelf',
      { favouriteCategory: id('season') },
      { favouriteCategoryId: id('season') },
      true,
    ],
    [
      'of those who love another one',
      { favouriteCategory: id('season') },
      { favouriteCategoryId: id('pantry') },
      false,
    ],
    [
      'of those who love one has not who never ordered',
      { favouriteCategory: id('season') },
      {},
      false,
    ],
  ])('%s', (_, where, own, isIn) => {
    expect(inSegment(segment(where), aMember(own), MORNING)).toBe(isIn)
  })

  test('has only who fits everything that it asks for', () => {
    const where = {
      averageOrderFen: { atLeast: fen(100) },
      favouriteCategory: id<'category'>('season'),
    }
    const both = { averageOrderFen: fen(100), favouriteCategoryId: id<'category'>('season') }
    expect(inSegment(segment(where), aMember(both), MORNING)).toBe(true)
    expect(inSegment(segment(where), aMember({ ...both, averageOrderFen: fen(99) }), MORNING)).toBe(
      false,
    )
    expect(
      inSegment(segment(where), aMember({ ...both, favouriteCategoryId: null }), MORNING),
    ).toBe(false)
  })
})
