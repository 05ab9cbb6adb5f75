import * as fc from 'fast-check'
import {
  addToCart,
  emptyCart,
  MOST_CART_LINES,
  noteRequest,
  piecesIn,
  setInCart,
  type Cart,
  type Wanted,
} from '@domain/cart/cart'
import { hasFailed, type Failure } from '@domain/failure'
import { MOST_PIECES } from '@domain/orders/order'
import { id, minutesIn } from '../build'
import { always } from '../property'

const nothing = emptyCart(id('ann'))
const want = (sku: string, quantity: number): Wanted => ({
  productId: id(`product-of-${sku}`),
  skuId: id(sku),
  quantity,
})

/** The cart, where the shop did what was asked. */
function done(decision: Cart | Failure): Cart {
  if (hasFailed(decision)) throw new Error(`refused: ${decision.code}`)
  return decision
}

const linesOf = ({ lines }: Cart) => lines.map(({ skuId, quantity }) => [skuId, quantity])
const cherries = done(addToCart(nothing, [want('cherry', 2)], minutesIn(1)))
const skus = (count: number) => Array.from({ length: count }, (_, n) => want(`sku-${n}`, 1))

describe('adding to the cart', () => {
  test('puts a new line first, with when it came', () => {
    const cart = done(addToCart(cherries, [want('mango', 1)], minutesIn(5)))
    expect(linesOf(cart)).toEqual([
      ['mango', 1],
      ['cherry', 2],
    ])
    expect(cart.lines.map(({ addedAt }) => addedAt)).toEqual([minutesIn(5), minutesIn(1)])
  })

  test('lets a line grow where it stands', () => {
    const both = done(addToCart(cherries, [want('mango', 1)], minutesIn(5)))
    const cart = done(addToCart(both, [want('cherry', 3)], minutesIn(9)))
    expect(linesOf(cart)).toEqual([
      ['mango', 1],
      ['cherry', 5],
    ])
    expect(cart.lines[1]?.addedAt).toBe(minutesIn(1))
  })

  test('counts a SKU that stands twice in one wish twice', () => {
    const cart = done(addToCart(nothing, [want('cherry', 1), want('cherry', 2)], minutesIn(1)))
    expect(linesOf(cart)).toEqual([['cherry', 3]])
  })

  test('lets no line grow beyond what one order takes', () => {
    const full = done(addToCart(cherries, [want('cherry', MOST_PIECES)], minutesIn(2)))
    expect(linesOf(full)).toEqual([['cherry', MOST_PIECES]])
  })

  test('takes as many lines as a cart may have, and not one more', () => {
    const full = done(addToCart(nothing, skus(MOST_CART_LINES), minutesIn(1)))
    expect(full.lines).toHaveLength(MOST_CART_LINES)
    expect(addToCart(full, [want('one-more', 1)], minutesIn(2))).toEqual({
      failed: true,
      code: 'cart_full',
      details: { most: MOST_CART_LINES },
    })
  })

  test('lets the lines of a full cart grow', () => {
    const full = done(addToCart(nothing, skus(MOST_CART_LINES), minutesIn(1)))
    const grown = done(addToCart(full, [want('sku-0', 4)], minutesIn(2)))
    expect(piecesIn(grown.lines)).toBe(MOST_CART_LINES + 4)
  })

  test('leaves the cart that was read as it was', () => {
    addToCart(cherries, [want('cherry', 3), want('mango', 1)], minutesIn(9))
    expect(linesOf(cherries)).toEqual([['cherry', 2]])
  })
})

describe('setting a line of the cart', () => {
  test('makes it so many pieces, whatever it was', () => {
    expect(linesOf(done(setInCart(cherries, [want('cherry', 7)], minutesIn(2))))).toEqual([
      ['cherry', 7],
    ])
  })

  test('to none takes it out', () => {
    expect(done(setInCart(cherries, [want('cherry', 0)], minutesIn(2))).lines).toEqual([])
  })

  test('to none where there is none changes nothing', () => {
    expect(done(setInCart(cherries, [want('mango', 0)], minutesIn(2)))).toEqual(cherries)
  })

  test('that is not there puts it in', () => {
    expect(linesOf(done(setInCart(cherries, [want('mango', 1)], minutesIn(2))))).toEqual([
      ['mango', 1],
      ['cherry', 2],
    ])
  })

  test('makes room before it is full', () => {
    const full = done(addToCart(nothing, skus(MOST_CART_LINES), minutesIn(1)))
    const swapped = setInCart(full, [want('new', 1), want('sku-0', 0)], minutesIn(2))
    expect(done(swapped).lines).toHaveLength(MOST_CART_LINES)
    expect(setInCart(full, [want('new', 1)], minutesIn(2))).toMatchObject({ code: 'cart_full' })
  })
})

const anyWanted = fc
  .record({ sku: fc.nat(8), quantity: fc.integer({ min: 0, max: MOST_PIECES }) })
  .map(({ sku, quantity }) => want(`sku-${sku}`, quantity))
const anyWishes = fc.array(
  fc.record({ adds: fc.boolean(), lines: fc.array(anyWanted, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 12 },
)

describe('whatever is added and set', () => {
  const play = (wishes: readonly { adds: boolean; lines: readonly Wanted[] }[]) =>
    wishes.reduce((cart, { adds, lines }, index) => {
      const some = lines.filter(({ quantity }) => !adds || quantity > 0)
      return done((adds ? addToCart : setInCart)(cart, some, minutesIn(index)))
    }, nothing)

  test('each SKU has one line at the most, of one piece to what an order takes', () => {
    always(anyWishes, (wishes) => {
      const { lines } = play(wishes)
      expect(new Set(lines.map(({ skuId }) => skuId)).size).toBe(lines.length)
      for (const { quantity } of lines) {
        expect(quantity).toBeGreaterThanOrEqual(1)
        expect(quantity).toBeLessThanOrEqual(MOST_PIECES)
      }
    })
  })

  test('setting the same again changes nothing', () => {
    always(fc.tuple(anyWishes, anyWanted), ([wishes, wanted]) => {
      const once = done(setInCart(play(wishes), [wanted], minutesIn(90)))
      expect(done(setInCart(once, [wanted], minutesIn(99)))).toEqual(once)
    })
  })

  test('the pieces of a cart are those of its lines together', () => {
    always(anyWishes, (wishes) => {
      const { lines } = play(wishes)
      expect(piecesIn(lines)).toBe(lines.reduce((sum, { quantity }) => sum + quantity, 0))
    })
  })
})

describe('the wishes that a cart remembers', () => {
  test('are told by their ids, so that a repeat is known', () => {
    const noted = noteRequest(noteRequest(cherries, 'r-1', 'two'), 'r-2', 'three')
    expect(noted.requests).toEqual([
      { id: 'r-1', wish: 'two' },
      { id: 'r-2', wish: 'three' },
    ])
    expect(noted.lines).toBe(cherries.lines)
  })

  test('are the last twenty: the oldest ones are forgotten', () => {
    let cart = cherries
    for (let n = 0; n < 25; n += 1) cart = noteRequest(cart, `r-${n}`, 'wish')
    expect(cart.requests).toHaveLength(20)
    expect([cart.requests[0]?.id, cart.requests[19]?.id]).toEqual(['r-5', 'r-24'])
  })
})

test('an empty cart belongs to its member and holds nothing', () => {
  expect(nothing).toEqual({ _id: 'ann', lines: [], requests: [], rev: 0 })
  expect(piecesIn(nothing.lines)).toBe(0)
})
