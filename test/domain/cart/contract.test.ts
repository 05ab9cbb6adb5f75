import { MOST_CART_LINES } from '@domain/cart/cart'
import { MOST_PIECES } from '@domain/orders/order'
import { aRequest, aWantedLine, notIds, takes } from '../actions'

const adds = (own: object) =>
  takes('cart.add', { requestId: aRequest, lines: [{ ...aWantedLine, ...own }] })
const sets = (own: object) => takes('cart.set', { lines: [{ ...aWantedLine, ...own }] })

describe('adding to the cart', () => {
  test.each([1, MOST_PIECES])('takes %d pieces', (quantity) => {
    expect(adds({ quantity })).toBe(true)
  })

  test.each([0, -1, 0.5, MOST_PIECES + 1, '1', null])('does not take %j pieces', (quantity) => {
    expect(adds({ quantity })).toBe(false)
  })

  test('takes no more lines than a cart may have, and not none', () => {
    const lines = (count: number) => Array<object>(count).fill(aWantedLine)
    const filled = (count: number) =>
      takes('cart.add', { requestId: aRequest, lines: lines(count) })
    expect([0, 1, MOST_CART_LINES, MOST_CART_LINES + 1].map(filled)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test.each(['productId', 'skuId'])('takes no %s that is none', (field) => {
    for (const wrong of notIds) expect([wrong, adds({ [field]: wrong })]).toEqual([wrong, false])
  })

  test('takes no price and no deal: a cart holds wishes', () => {
    expect(adds({ priceFen: 1 })).toBe(false)
    expect(adds({ dealId: 'cherry-ladder' })).toBe(false)
  })
})

describe('setting lines of the cart', () => {
  test.each([0, 1, MOST_PIECES])('takes %d pieces', (quantity) => {
    expect(sets({ quantity })).toBe(true)
  })

  test.each([-1, 0.5, MOST_PIECES + 1, '1', null])('does not take %j pieces', (quantity) => {
    expect(sets({ quantity })).toBe(false)
  })

  test("takes no other member's cart", () => {
    expect(takes('cart.set', { lines: [aWantedLine], memberId: 'bo' })).toBe(false)
  })
})
