import { MOST_LINES, MOST_PIECES, orderMoves } from '@domain/orders/order'
import { aWantedLine, aWish, notIds, read, takes, unprintable } from '../actions'

const places = (own: object) => takes('orders.place', { ...aWish, ...own })
const withLine = (own: object) => ({ lines: [{ ...aWantedLine, ...own }] })
const pickedUp = (own: object) => ({ delivery: { ...aWish.delivery, ...own } })
const courier = {
  kind: 'courier',
  name: '安安',
  phone: '13800000000',
  province: '四川省',
  city: '成都市',
  county: '武侯区',
  detail: '人民南路 1 号',
}
const sent = (own: object) => ({ delivery: { ...courier, ...own } })

describe('placing an order', () => {
  test.each<[string, object]>([
    ['a basket, a store, and the sum that was seen', {}],
    ['a note', { note: '请挑大的' }],
    ['a piece in a deal', withLine({ dealId: 'cherry-ladder' })],
    ['a seat in a team', withLine({ dealId: 'cherry-team', teamId: 'team-1' })],
    ['an address', sent({})],
    ['an address without a county, as some cities have none', sent({ county: '' })],
    ['a landline', pickedUp({ phone: '028-80000001' })],
    ['as many pieces as a line may ask for', withLine({ quantity: MOST_PIECES })],
    ['as many lines as an order may have', { lines: Array(MOST_LINES).fill(aWantedLine) }],
    ['goods that cost nothing', { payableFen: 0 }],
  ])('takes %s', (_, own) => {
    expect(places(own)).toBe(true)
  })

  test.each<[string, object]>([
    ['an empty basket', { lines: [] }],
    ['more lines than an order may have', { lines: Array(MOST_LINES + 1).fill(aWantedLine) }],
    ['no pieces', withLine({ quantity: 0 })],
    ['half a piece', withLine({ quantity: 0.5 })],
    ['fewer than no pieces', withLine({ quantity: -1 })],
    ['pieces in words', withLine({ quantity: '1' })],
    ['more pieces than a line may ask for', withLine({ quantity: MOST_PIECES + 1 })],
    ['a price of its own', withLine({ priceFen: 1 })],
    ['a fraction of a fen', { payableFen: 499.5 }],
    ['a negative sum', { payableFen: -1 }],
    ['a sum in words', { payableFen: '49900' }],
    ['no sum', { payableFen: undefined }],
    ['a request id that is none', { requestId: 'again' }],
    ['a note longer than a note', { note: '长'.repeat(101) }],
    ['a name of blanks', pickedUp({ name: '   ' })],
    ['a delivery that the shop does not know', pickedUp({ kind: 'drone' })],
    ['a store and an address at once', pickedUp({ detail: '人民南路 1 号' })],
    ['a verification code of its own', pickedUp({ code: '012345678901' })],
    ['a parcel of its own', sent({ parcel: { company: 'SF', number: 'SF1234567890' } })],
    ['an address without a street', sent({ detail: ' ' })],
    ['an address longer than an address', sent({ detail: '长'.repeat(101) })],
    ['an address without a city', sent({ city: '' })],
    ["a member's id", { memberId: 'bo' }],
    ['an openid', { openid: 'bo' }],
  ])('does not take %s', (_, own) => {
    expect(places(own)).toBe(false)
  })

  test.each(['productId', 'skuId', 'dealId', 'teamId'])('takes no %s that is none', (field) => {
    for (const wrong of notIds) {
      expect([wrong, places(withLine({ [field]: wrong }))]).toEqual([wrong, false])
    }
  })

  test.each([
    'call me',
    '1380000000a',
    '12345',
    '1'.repeat(21),
    '-13800000000',
    '+8613800000000',
    '138 0000 0000',
    '13800000000\n',
    '１３８００００００００',
    '',
    13800000000,
  ])('takes no phone like %j', (phone) => {
    expect(places(pickedUp({ phone }))).toBe(false)
    expect(places(sent({ phone }))).toBe(false)
  })

  test('takes no text that hides something', () => {
    for (const text of unprintable) {
      expect([text, places({ note: text })]).toEqual([text, false])
      expect([text, places(pickedUp({ name: text }))]).toEqual([text, false])
      expect([text, places(sent({ detail: text }))]).toEqual([text, false])
    }
  })

  test('texts lose the blanks around them', () => {
    const wish = read('orders.place', { ...aWish, note: ' 请挑大的 ', ...sent({ city: ' 成都 ' }) })
    expect(wish).toMatchObject({ note: '请挑大的', delivery: { city: '成都' } })
  })
})

describe('quoting a basket', () => {
  const quotes = (own: object) =>
    takes('orders.quote', { lines: [aWantedLine], delivery: 'courier', ...own })

  test('takes the same lines as placing, and a way of delivery', () => {
    expect(quotes({})).toBe(true)
    expect(quotes({ delivery: 'pick-up' })).toBe(true)
    expect(quotes({ lines: [{ ...aWantedLine, quantity: 0 }] })).toBe(false)
    expect(quotes({ delivery: 'drone' })).toBe(false)
    expect(quotes({ payableFen: 1 })).toBe(false)
  })
})

describe('listing orders', () => {
  const lists = (own: object) => takes('orders.list', own)

  test.each(Object.keys(orderMoves))('takes the status %s', (status) => {
    expect(lists({ statuses: [status] })).toBe(true)
  })

  test('takes several statuses, all, or those with a request for money back', () => {
    expect(lists({ statuses: ['shipped', 'received'] })).toBe(true)
    expect(lists({ statuses: Object.keys(orderMoves) })).toBe(true)
    expect(lists({})).toBe(true)
    expect(lists({ afterSale: true, before: 1772328600000 })).toBe(true)
  })

  test.each<[string, object]>([
    ['a status that orders do not have', { statuses: ['lost'] }],
    ['no status at all', { statuses: [] }],
    ['more statuses than there are', { statuses: Array(11).fill('paid') }],
    ['orders without a request', { afterSale: false }],
    ['a moment in words', { before: '2026-03-01' }],
    ['the orders of another member', { memberId: 'bo' }],
  ])('does not take %s', (_, own) => {
    expect(lists(own)).toBe(false)
  })
})

describe('naming an order', () => {
  test.each([
    'orders.pay',
    'orders.see',
    'orders.checkPayment',
    'orders.cancel',
    'orders.receive',
    'orders.refund',
  ] as const)('%s takes an id, and nothing that is none', (name) => {
    const { requestId } = aWish
    const input = /see|[pP]ay/.test(name) ? {} : { requestId }
    expect(takes(name, { ...input, orderId: 'order-1' })).toBe(true)
    for (const orderId of notIds) expect(takes(name, { ...input, orderId })).toBe(false)
  })
})
