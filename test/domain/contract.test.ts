import { actionsAgree } from '@domain/api'
import { catalogContract } from '@domain/catalog/contract'
import { fenAmount, id, moment, requestId, words, type Action } from '@domain/contract'
import { failureCodes } from '@domain/failure'
import { functionOf, type ActionName } from '@domain/functions'
import { groupbuyContract, groupbuyStaffContract } from '@domain/groupbuy/contract'
import { MAX_FEN } from '@domain/money'
import { ordersContract } from '@domain/orders/contract'
import { MOST_LINES, MOST_PIECES, orderMoves } from '@domain/orders/order'
import { shopfileContract } from '@domain/shopfile/contract'

const everyAction: Record<string, Action> = {
  ...catalogContract,
  ...groupbuyContract,
  ...groupbuyStaffContract,
  ...ordersContract,
  ...shopfileContract,
}
const names = Object.keys(everyAction)

/** Whether the action takes the input. */
const takes = (name: ActionName, input: unknown) =>
  everyAction[name]?.input.safeParse(input).success

const aRequest = '3f2b8a52-6d0e-4c3e-9a55-0d6f1e2c7b10'
const aLine = { productId: 'cherry-jj-10', skuId: 'cherry-jj-10', quantity: 1 }
const pickUp = { kind: 'pick-up', storeId: 'store-01', name: '安安', phone: '13800000000' }
const aWish = { requestId: aRequest, lines: [aLine], delivery: pickUp, payableFen: 49900 }

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

  test('whoever is not staff is refused before anything else is told', () => {
    for (const [name, where] of Object.entries(functionOf)) {
      if (where === 'staff') expect(everyAction[name]?.fails[0]).toBe('role_missing')
    }
  })

  test.each<ActionName>(['orders.place', 'orders.cancel', 'orders.refund'])(
    '%s, which changes something, carries a request id and may be refused for reusing it',
    (name) => {
      const missing = everyAction[name]?.input.safeParse({}).error?.issues ?? []
      expect(missing.map(({ path }) => path[0])).toContain('requestId')
      expect(everyAction[name]?.fails).toContain('request_reused')
    },
  )
})

describe('placing an order', () => {
  const places = (own: object) => takes('orders.place', { ...aWish, ...own })

  test('takes a basket, a store, and the sum that was seen', () => {
    expect(places({})).toBe(true)
    expect(places({ note: '请挑大的', lines: [{ ...aLine, dealId: 'cherry-ladder' }] })).toBe(true)
  })

  test.each([
    ['an empty basket', { lines: [] }],
    ['more lines than an order may have', { lines: Array(MOST_LINES + 1).fill(aLine) }],
    ['no pieces', { lines: [{ ...aLine, quantity: 0 }] }],
    ['half a piece', { lines: [{ ...aLine, quantity: 0.5 }] }],
    ['fewer than no pieces', { lines: [{ ...aLine, quantity: -1 }] }],
    ['more pieces than a line may ask for', { lines: [{ ...aLine, quantity: MOST_PIECES + 1 }] }],
    ['a price of its own', { lines: [{ ...aLine, priceFen: 1 }] }],
    ['an id that leads elsewhere', { lines: [{ ...aLine, skuId: 'a.b' }] }],
    ['an id that is a command', { lines: [{ ...aLine, skuId: { $ne: 1 } }] }],
    ['a fraction of a fen', { payableFen: 499.5 }],
    ['a negative sum', { payableFen: -1 }],
    ['a sum in words', { payableFen: '49900' }],
    ['a request id that is none', { requestId: 'again' }],
    ['a note longer than a note', { note: '长'.repeat(101) }],
    ['a name of blanks', { delivery: { ...pickUp, name: '   ' } }],
    ['a phone that is none', { delivery: { ...pickUp, phone: 'call me' } }],
    ['a delivery that the shop does not know', { delivery: { ...pickUp, kind: 'drone' } }],
    ["a member's id", { memberId: 'bo' }],
  ])('does not take %s', (_, own) => {
    expect(places(own)).toBe(false)
  })

  test('takes as many lines and pieces as there may be', () => {
    const lines = Array<object>(MOST_LINES).fill({ ...aLine, quantity: MOST_PIECES })
    expect(places({ lines })).toBe(true)
  })
})

describe('listing orders', () => {
  test.each(Object.keys(orderMoves))('takes the status %s', (status) => {
    expect(takes('orders.list', { status })).toBe(true)
  })

  test('takes no status that orders do not have', () => {
    expect(takes('orders.list', { status: 'lost' })).toBe(false)
    expect(takes('orders.list', {})).toBe(true)
  })
})

describe('reading a statement', () => {
  test.each([0, 1, 1000])('takes page %d', (page) => {
    expect(takes('groupbuy.statement', { dealId: 'cherry-ladder', page })).toBe(true)
  })

  test.each([-1, 0.5, 1001, '0'])('does not take page %p', (page) => {
    expect(takes('groupbuy.statement', { dealId: 'cherry-ladder', page })).toBe(false)
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
