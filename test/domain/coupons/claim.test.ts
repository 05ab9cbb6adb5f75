import { claimable, isWelcome, overLimit, type Claiming } from '@domain/coupons/claim'
import type { CouponTemplate } from '@domain/coupons/coupon'
import { id, minutesIn, MORNING } from '../build'
import { aMember, fruitLevels } from '../members/build'
import { aTemplate } from './build'

const refused = (own: Partial<CouponTemplate>, claiming: Partial<Claiming> = {}) =>
  claimable(aTemplate(own), {
    member: aMember(),
    levels: fruitLevels(),
    segments: [],
    now: MORNING,
    channel: 'claim',
    claimed: 0,
    left: 10,
    ...claiming,
  })

const refusalOf = (own: Partial<CouponTemplate>, claiming: Partial<Claiming> = {}) =>
  refused(own, claiming)?.code

describe('a coupon may be claimed', () => {
  test('by everybody where it is for all', () => {
    expect(refusalOf({})).toBeUndefined()
  })

  test('from its first moment on and up to its last, that one left out', () => {
    const window = { claimFrom: minutesIn(10), claimUntil: minutesIn(20) }
    const at = (minute: number) => refusalOf(window, { now: minutesIn(minute) })
    expect([at(9), at(10), at(19), at(20)]).toEqual([
      'claim_unstarted',
      undefined,
      undefined,
      'claim_over',
    ])
  })

  test('as long as it could still be used', () => {
    const validity = { kind: 'dates', from: MORNING, until: minutesIn(30) } as const
    const at = (minute: number) => refusalOf({ validity }, { now: minutesIn(minute) })
    expect([at(29), at(30)]).toEqual([undefined, 'claim_over'])
  })

  test('as often as it says', () => {
    const own = { perMember: 2 }
    expect([0, 1, 2, 3].map((claimed) => refusalOf(own, { claimed }))).toEqual([
      undefined,
      undefined,
      'member_limit',
      'member_limit',
    ])
  })

  test('down to the last one', () => {
    expect([1, 0].map((left) => refusalOf({}, { left }))).toEqual([undefined, 'coupons_gone'])
  })

  test.each([
    ['newcomer', {}, undefined],
    ['newcomer', { orders: 1 }, 'audience_other'],
    ['level', { levelId: id<'level'>('gold') }, undefined],
    ['level', { levelId: id<'level'>('plain') }, 'audience_other'],
  ] as const)('by whom it is for: %s, %j → %s', (kind, member, code) => {
    const audience = kind === 'level' ? { kind, levelId: id<'level'>('silver') } : { kind }
    expect(refusalOf({ audience }, { member: aMember(member) })).toBe(code)
  })
})

describe('of several reasons the foremost is told', () => {
  const wrongs: [string, Partial<CouponTemplate>, Partial<Claiming>][] = [
    ['template_unknown', { isOffered: false }, {}],
    ['audience_other', { audience: { kind: 'newcomer' } }, { member: aMember({ orders: 3 }) }],
    ['claim_over', { claimUntil: MORNING }, {}],
    ['member_limit', {}, { claimed: 1 }],
    ['coupons_gone', {}, { left: 0 }],
  ]

  test.each(wrongs.map(([code], index) => [code, index] as const))('%s', (code, index) => {
    const rest = wrongs.slice(index)
    const template = Object.assign({}, ...rest.map(([, own]) => own)) as Partial<CouponTemplate>
    const claiming = Object.assign({}, ...rest.map(([, , own]) => own)) as Partial<Claiming>
    expect(refusalOf(template, claiming)).toBe(code)
  })

  test('what comes by another channel is as unknown as what is not offered', () => {
    expect(refusalOf({ channel: 'monthly' })).toBe('template_unknown')
  })
})

test('who comes too early is told when it starts, and who had all how many one may have', () => {
  const claimFrom = minutesIn(10)
  expect(refused({ claimFrom })?.details).toEqual({ startsAt: claimFrom })
  expect(refused({ perMember: 2 }, { claimed: 2 })).toEqual(overLimit(2))
  expect(overLimit(2).details).toEqual({ limit: 2, of: 'coupons' })
})

describe('who joins is welcomed with a coupon', () => {
  const newcomers = { audience: { kind: 'newcomer' }, channel: 'claim', isOffered: true } as const

  test.each<[string, Partial<CouponTemplate>, boolean]>([
    ['that newcomers may claim', {}, true],
    ['but none that everybody may claim', { audience: { kind: 'all' } }, false],
    ['but none that is given in another way', { channel: 'points' }, false],
    ['but none that was taken out of the centre', { isOffered: false }, false],
    ['but none before its time', { claimFrom: minutesIn(1) }, false],
    ['from its first moment on', { claimFrom: MORNING }, true],
    ['up to its end', { claimUntil: minutesIn(1) }, true],
    ['but none from its end on', { claimUntil: MORNING }, false],
  ])('%s', (_which, own, expected) => {
    expect(isWelcome(aTemplate({ ...newcomers, ...own }), MORNING)).toBe(expected)
  })
})
