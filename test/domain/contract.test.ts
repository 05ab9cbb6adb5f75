import { actionsAgree } from '@domain/api'
import { fenAmount, id, moment, requestId, words } from '@domain/contract'
import { failureCodes } from '@domain/failure'
import { functionOf, type ActionName } from '@domain/functions'
import { MAX_FEN } from '@domain/money'
import { aRequest, everyAction, notIds, takes } from './actions'

const names = Object.keys(everyAction)

describe('every action of the shop', () => {
  test('has a contract and a function that answers it', () => {
    expect(actionsAgree).toBe(true)
    expect([...names].sort()).toEqual(Object.keys(functionOf).sort())
  })

  test.each(names)('%s is called feature.verb', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/)
  })

  test.each(names)('%s lists what it may refuse in the order of precedence', (name) => {
    const fails = everyAction[name]?.fails ?? []
    expect(failureCodes.filter((code) => fails.includes(code))).toEqual(fails)
  })

  test.each(names)('%s takes no field that it does not know', (name) => {
    const { issues = [] } = everyAction[name]?.input.safeParse({ openid: 'bo' }).error ?? {}
    expect(issues.map(({ code }) => code)).toContain('unrecognized_keys')
  })

  test.each(names)('%s takes nothing that is not an object', (name) => {
    for (const input of [null, undefined, 'order-1', 7, []]) {
      expect(takes(name as ActionName, input)).toBe(false)
    }
  })

  test.each(names)('%s lists no refusal twice', (name) => {
    const fails = everyAction[name]?.fails ?? []
    expect(new Set(fails).size).toBe(fails.length)
  })

  test("staff's actions are all answered by the function that shoppers can not reach", () => {
    const guarded = names.filter((name) => everyAction[name]?.fails.includes('role_missing'))
    const staff = Object.entries(functionOf).filter(([, where]) => where === 'staff')
    expect(guarded.sort()).toEqual(staff.map(([name]) => name).sort())
  })

  test('whoever is not staff is refused before anything else is told', () => {
    for (const [name, where] of Object.entries(functionOf)) {
      if (where === 'staff') expect(everyAction[name]?.fails[0]).toBe('role_missing')
    }
  })

  test.each<ActionName>([
    'cart.add',
    'coupons.claim',
    'members.phone',
    'messages.consent',
    'points.redeem',
    'orders.place',
    'orders.cancel',
    'orders.receive',
    'orders.refund',
    'aftersale.request',
    'aftersale.withdraw',
    'aftersale.answer',
    'fulfilment.ship',
    'fulfilment.verify',
  ])(
    '%s, which changes something, carries a request id and may be refused for reusing it',
    (name) => {
      const missing = everyAction[name]?.input.safeParse({}).error?.issues ?? []
      expect(missing.map(({ path }) => path[0])).toContain('requestId')
      expect(everyAction[name]?.fails).toContain('request_reused')
    },
  )
})

describe('reading a statement', () => {
  test.each([0, 1, 1000])('takes page %d', (page) => {
    expect(takes('groupbuy.statement', { dealId: 'cherry-ladder', page })).toBe(true)
  })

  test.each([-1, 0.5, 1001, '0'])('does not take page %p', (page) => {
    expect(takes('groupbuy.statement', { dealId: 'cherry-ladder', page })).toBe(false)
  })
})

describe('looking around', () => {
  const search = { sort: 'shelf', skip: 0 }
  const session = { saleId: 'fruit-friday', startsAt: 1772328600000 }

  test.each<[ActionName, object]>([
    ['catalog.home', {}],
    ['catalog.see', { productId: 'cherry-jj-10' }],
    ['catalog.search', search],
    ['catalog.search', { ...search, words: '车厘子 礼盒', categoryId: 'season', skip: 40 }],
    ['teams.offer', { dealId: 'cherry-team' }],
    ['teams.see', { teamId: 'team-1' }],
    ['groupbuy.see', { dealId: 'cherry-ladder' }],
    ['flashsale.see', {}],
    ['flashsale.remind', session],
    ['groupbuy.watch', {}],
  ])('%s takes %j', (name, input) => {
    expect(takes(name, input)).toBe(true)
  })

  test.each<[ActionName, object]>([
    ['catalog.search', { ...search, words: '长'.repeat(41) }],
    ['catalog.search', { ...search, words: { $regex: '.*' } }],
    ['catalog.search', { ...search, sort: 'priceFen' }],
    ['catalog.search', { ...search, skip: -1 }],
    ['catalog.search', { ...search, skip: 10_001 }],
    ['flashsale.remind', { ...session, startsAt: '2026-03-01' }],
    ['flashsale.remind', { saleId: 'fruit-friday' }],
  ])('%s does not take %j', (name, input) => {
    expect(takes(name, input)).toBe(false)
  })

  test.each<[ActionName, string, object]>([
    ['catalog.see', 'productId', {}],
    ['catalog.search', 'categoryId', search],
    ['teams.offer', 'dealId', {}],
    ['teams.see', 'teamId', {}],
    ['groupbuy.see', 'dealId', {}],
    ['flashsale.remind', 'saleId', session],
  ])('%s takes no %s that is none', (name, field, input) => {
    for (const wrong of notIds) {
      expect([wrong, takes(name, { ...input, [field]: wrong })]).toEqual([wrong, false])
    }
  })
})

describe('the words that contracts are said in', () => {
  test.each([
    ['an id', id(), ['cherry-jj-10'], ['', 'a.b', '$where', 'x'.repeat(65), 7, null, {}]],
    ['fen', fenAmount, [0, 1, MAX_FEN], [-1, 0.1, MAX_FEN + 1, NaN, '1', null]],
    ['a moment', moment, [0, 1772328600000], [-1, 0.5, Infinity, '2026-03-01', null]],
    ['a request id', requestId, [aRequest], ['', '1', aRequest.slice(1), 7]],
    [
      'words',
      words(4),
      ['', '车厘子', ' 四个字。 '],
      ['五个字太多', 'a\u0000', 'a\nb', '\u007f', 4],
    ],
  ])('%s', (_, schema, good, bad) => {
    for (const value of good)
      expect([value, schema.safeParse(value).success]).toEqual([value, true])
    for (const value of bad)
      expect([value, schema.safeParse(value).success]).toEqual([value, false])
  })

  test('words lose the blanks around them', () => {
    expect(words(20).parse('  安安  ')).toBe('安安')
  })
})
