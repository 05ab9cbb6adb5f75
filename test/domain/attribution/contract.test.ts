import { aRequest, notIds, takes, unprintable } from '../actions'

const home = { kind: 'home' }
const sharing = { target: home, channels: ['chat', 'moments'] }

describe('attribution.share', () => {
  test.each([
    ['the shop', home],
    ['a product', { kind: 'product', id: 'cherry-jj-10' }],
    ['a deal', { kind: 'deal', id: 'ladder-cherry' }],
    ['a team', { kind: 'team', id: 'a1b2' }],
    ['a live', { kind: 'live', id: 'sunday' }],
    ['a store', { kind: 'store', id: 'store-01' }],
  ])('takes %s', (_what, target) => {
    expect(takes('attribution.share', { ...sharing, target })).toBe(true)
    expect(takes('attribution.poster', { target })).toBe(true)
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an order', { kind: 'order', id: 'order-1' }],
    ['a product without an id', { kind: 'product' }],
    ['the shop with an id', { kind: 'home', id: 'x' }],
    ...notIds.map((id): [string, unknown] => [
      `a product called ${JSON.stringify(id)}`,
      { kind: 'product', id },
    ]),
  ])('takes no %s', (_what, target) => {
    expect(takes('attribution.share', { ...sharing, target })).toBe(false)
  })

  test.each([[[]], [['mail']], [['chat', 'chat', 'chat', 'chat', 'chat', 'chat']]])(
    'takes no channels %j',
    (channels) => {
      expect(takes('attribution.share', { ...sharing, channels })).toBe(false)
    },
  )
})

describe('attribution.open', () => {
  const opening = { requestId: aRequest, link: '23456789abcdefghijkm' }

  test.each([
    ['a link', {}],
    ['where WeChat was opened from', { scene: 1007 }],
  ])('takes %s', (_what, own) => {
    expect(takes('attribution.open', { ...opening, ...own })).toBe(true)
  })

  test.each<[string, object]>([
    ['no request id', { requestId: 'again' }],
    ['a scene that is none', { scene: -1 }],
    ['a scene in words', { scene: '1007' }],
    ['a guide', { guideId: 'li' }],
    ...notIds.map((link): [string, object] => [`a link called ${JSON.stringify(link)}`, { link }]),
  ])('takes no wish with %s', (_what, own) => {
    expect(takes('attribution.open', { ...opening, ...own })).toBe(false)
  })
})

describe('what somebody of the shop says', () => {
  const assigning = { requestId: aRequest, orderId: 'order-1', guideId: 'li', reason: '换人' }
  const binding = { ...assigning, days: 30 }

  test('is whose an order is, or that it is nobody’s', () => {
    expect(takes('attribution.assign', assigning)).toBe(true)
    expect(takes('attribution.assign', { ...assigning, guideId: null })).toBe(true)
    expect(takes('attribution.bind', binding)).toBe(true)
    expect(takes('attribution.bind', { ...binding, guideId: null })).toBe(false)
  })

  test.each(['', ' ', '换', 'x'.repeat(101), ...unprintable])('has a reason, not %j', (reason) => {
    expect(takes('attribution.assign', { ...assigning, reason })).toBe(false)
    expect(takes('attribution.bind', { ...binding, reason })).toBe(false)
  })

  test.each([0, 366, 1.5, '30'])('binds for whole days of a year at most, not %j', (days) => {
    expect(takes('attribution.bind', { ...binding, days })).toBe(false)
  })
})

describe('attribution.replay', () => {
  const rule = { kind: 'first-touch', days: 15, selfPurchase: false }

  test('takes a rule and a time', () => {
    expect(takes('attribution.replay', { rule, from: 0, until: 1 })).toBe(true)
  })

  test.each([
    ['kind', { ...rule, kind: 'linear' }],
    ['days', { ...rule, days: 0 }],
    ['version', { ...rule, version: 2 }],
  ])('takes no rule with such a %s', (_what, wrong) => {
    expect(takes('attribution.replay', { rule: wrong, from: 0, until: 1 })).toBe(false)
  })
})
