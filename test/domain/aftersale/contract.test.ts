import { afterSaleReasons, MOST_AFTER_SALES, MOST_PICTURES } from '@domain/aftersale/afterSale'
import { MOST_LINES, MOST_PIECES } from '@domain/orders/order'
import { aRequest, notIds, read, takes, unprintable } from '../actions'

const aPicture = 'cloud://jutuan.6a75-jutuan-1300000000/after-sale/3f2b8a52.jpg'
const aRequestForMoney = {
  requestId: aRequest,
  orderId: 'order-1',
  pieces: [{ line: 0, quantity: 1 }],
  reason: 'quality',
  words: '有两个坏果',
  pictures: [aPicture],
}
const asks = (own: object) => takes('aftersale.request', { ...aRequestForMoney, ...own })
const asksFor = (...pieces: readonly object[]) => asks({ pieces })

describe('asking money back', () => {
  test.each<[string, object]>([
    ['pieces, a reason, words and pictures', {}],
    ['no words and no pictures', { words: '', pictures: [] }],
    ['as many pictures as there may be', { pictures: Array(MOST_PICTURES).fill(aPicture) }],
    ['pieces of several lines', { pieces: [0, 1, 2].map((line) => ({ line, quantity: 1 })) }],
    ['as many as an order has', { pieces: [{ line: MOST_LINES - 1, quantity: MOST_PIECES }] }],
  ])('takes %s', (_, own) => {
    expect(asks(own)).toBe(true)
  })

  test.each(afterSaleReasons)('takes the reason %s', (reason) => {
    expect(asks({ reason })).toBe(true)
  })

  test.each<[string, object]>([
    ['nothing asked for', { pieces: [] }],
    ['a reason that is none', { reason: 'mood' }],
    ['words longer than a request', { words: '长'.repeat(201) }],
    ['no words where there may be some', { words: undefined }],
    ['more pictures than there may be', { pictures: Array(MOST_PICTURES + 1).fill(aPicture) }],
    ['a sum of its own', { amountFen: 99900 }],
    ["another member's order by their id", { memberId: 'bo' }],
  ])('does not take %s', (_, own) => {
    expect(asks(own)).toBe(false)
  })

  test.each<[string, readonly object[]]>([
    ['a line twice', [0, 0].map((line) => ({ line, quantity: 1 }))],
    ['a line before the first', [{ line: -1, quantity: 1 }]],
    ['a line after the last', [{ line: MOST_LINES, quantity: 1 }]],
    ['half a line', [{ line: 0.5, quantity: 1 }]],
    ['no pieces', [{ line: 0, quantity: 0 }]],
    ['fewer than no pieces', [{ line: 0, quantity: -1 }]],
    ['half a piece', [{ line: 0, quantity: 0.5 }]],
    ['more pieces than a line has', [{ line: 0, quantity: MOST_PIECES + 1 }]],
    ['pieces with a price', [{ line: 0, quantity: 1, amountFen: 1 }]],
    [
      'more lines than an order has',
      Array.from({ length: 21 }, (_, line) => ({ line, quantity: 1 })),
    ],
  ])('does not take %s', (_, pieces) => {
    expect(asksFor(...pieces)).toBe(false)
  })

  test.each([
    'https://example.com/a.jpg',
    'cloud://jutuan/products/a.jpg',
    'cloud://jutuan/after-sale/../products/a.jpg',
    'cloud://jutuan/after-sale/a.svg',
    'cloud://jutuan/after-sale/a.jpg.exe',
    'cloud://jutuan/after-sale/.jpg',
    'cloud://jutuan/after-sale/a.jpg?x=1',
    'cloud://jutuan/after-sale/a.jpg\n',
    'cloud:///after-sale/a.jpg',
    `cloud://jutuan/after-sale/${'a'.repeat(81)}.jpg`,
    'javascript:alert(1)',
    '',
    7,
    null,
  ])('takes no picture like %j', (picture) => {
    expect(asks({ pictures: [picture] })).toBe(false)
  })

  test.each(['jpg', 'jpeg', 'png', 'webp', 'gif'])('takes a picture that is a %s', (kind) => {
    expect(asks({ pictures: [`cloud://jutuan/after-sale/a.${kind}`] })).toBe(true)
  })

  test('takes no order that is none, and no words that hide something', () => {
    for (const orderId of notIds) expect([orderId, asks({ orderId })]).toEqual([orderId, false])
    for (const words of unprintable) expect([words, asks({ words })]).toEqual([words, false])
  })
})

describe('taking a request back', () => {
  const withdraws = (no: unknown) =>
    takes('aftersale.withdraw', { requestId: aRequest, orderId: 'order-1', no })

  test.each([1, MOST_AFTER_SALES])('takes the number %d', (no) => {
    expect(withdraws(no)).toBe(true)
  })

  test.each([0, -1, 1.5, MOST_AFTER_SALES + 1, '1', null])('does not take the number %j', (no) => {
    expect(withdraws(no)).toBe(false)
  })
})

describe('looking up what was answered', () => {
  test('begins with the newest order, or before a moment', () => {
    expect(takes('aftersale.list', {})).toBe(true)
    expect(takes('aftersale.list', { before: 1772328600000 })).toBe(true)
    expect(takes('aftersale.list', { before: -1 })).toBe(false)
    expect(takes('aftersale.list', { status: 'approved' })).toBe(false)
  })
})

describe('answering a request', () => {
  const anAnswer = { requestId: aRequest, orderId: 'order-1', no: 1 }
  const answers = (own: object) => takes('aftersale.answer', { ...anAnswer, ...own })

  test('a refusal gives its reason, a grant need not', () => {
    expect(answers({ verdict: 'approve', words: '' })).toBe(true)
    expect(answers({ verdict: 'approve', words: '抱歉' })).toBe(true)
    expect(answers({ verdict: 'refuse', words: '照片看不清' })).toBe(true)
    expect(answers({ verdict: 'refuse', words: '' })).toBe(false)
    expect(answers({ verdict: 'refuse', words: '   ' })).toBe(false)
  })

  test.each<[string, object]>([
    ['an answer that is none', { verdict: 'maybe', words: '?' }],
    ['no answer', { words: '?' }],
    ['a sum of its own', { verdict: 'approve', words: '', amountFen: 1 }],
    ['words longer than an answer', { verdict: 'refuse', words: '长'.repeat(201) }],
  ])('does not take %s', (_, own) => {
    expect(answers(own)).toBe(false)
  })

  test('words lose the blanks around them', () => {
    const answer = { ...anAnswer, verdict: 'refuse', words: ' 没有坏 ' }
    expect(read('aftersale.answer', answer)).toMatchObject({ words: '没有坏' })
  })
})
