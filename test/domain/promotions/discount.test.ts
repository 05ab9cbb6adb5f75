import * as fc from 'fast-check'
import { fen } from '@domain/money'
import { discounted, discountFault, takesOff } from '@domain/promotions/discount'
import { inScope, type Scope } from '@domain/promotions/scope'
import { anyPrice } from '../arbitrary'
import { id } from '../build'
import { bps } from '../members/build'
import { always } from '../property'
import { aDiscount, everything, product, shelf } from './build'

describe('a discounted price', () => {
  test.each([
    [49900, 8800, 43912, 'twelve percent off'],
    [990, 8500, 842, 'half a fen goes up: 841.5'],
    [999, 8500, 849, 'less than half goes down: 849.15'],
    [1, 8800, 1, 'a fen can not be cut'],
    [1, 4999, 0, 'but be left out'],
    [49900, 10000, 49900, 'the whole price'],
  ])('%d at %d is %d: %s', (price, rate, left) => {
    expect(discounted(fen(price), bps(rate))).toBe(left)
  })

  test('is never dearer than the price, and never negative', () => {
    always(fc.tuple(anyPrice, fc.integer({ min: 0, max: 10_000 })), ([price, rate]) => {
      expect(discounted(price, bps(rate))).toBeLessThanOrEqual(price)
      expect(discounted(price, bps(rate))).toBeGreaterThanOrEqual(0)
    })
  })
})

describe('a discount that is set up wrong says what is wrong', () => {
  test.each([
    [8800, null, undefined],
    [1, null, undefined],
    [9999, null, undefined],
    [10_000, 20_000, undefined],
    [10_000, null, 'takes nothing off'],
    [0, null, 'a discount leaves something of the price'],
    [10_001, 20_000, 'a discount is never dearer than the price'],
  ])('%d, points %p: %p', (rate, points, fault) => {
    const discount = aDiscount({
      discountBps: bps(rate),
      pointsMultiplierBps: points === null ? null : bps(points),
    })
    expect(discountFault(discount)).toBe(fault)
  })

  test.each([
    [9999, true],
    [10_000, false],
    [12_000, false],
  ])('%d takes something off: %p', (rate, takes) => {
    expect(takesOff({ discountBps: bps(rate) })).toBe(takes)
  })
})

describe('a scope', () => {
  test.each<[string, Scope, boolean]>([
    ['of everything has the kiwi', everything, true],
    ['of its shelf', shelf('season'), true],
    ['of two shelves', shelf('pantry', 'season'), true],
    ['of another shelf', shelf('pantry'), false],
    ['of the product', product('kiwi'), true],
    ['of another product', product('apple'), false],
    ['of a product called like its shelf', product('season'), false],
    ['of a shelf called like the product', shelf('kiwi'), false],
    ['of no shelf', shelf(), false],
  ])('%s: %p', (_, scope, isIn) => {
    expect(inScope(scope, { id: id('kiwi'), categoryId: id('season') })).toBe(isIn)
  })
})
