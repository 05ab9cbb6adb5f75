import * as fc from 'fast-check'
import { couponFault, couponOff } from '@domain/coupons/rule'
import { fen } from '@domain/money'
import { anyFen } from '../arbitrary'
import { always } from '../property'
import { off, percent } from './build'

test.each([
  ['10 yuan off', off(1000), 5000, 1000],
  ['never more than the goods cost', off(1000), 800, 800],
  ['10% off', percent(9000), 8800, 880],
  ['10% off a fen less than whole', percent(9000), 8805, 880],
  ['10% off, at most 30 yuan', percent(9000, 3000), 50_000, 3000],
  ['below its cap', percent(9000, 3000), 29_000, 2900],
])('%s', (_what, rule, spentFen, offFen) => {
  expect(couponOff(rule, fen(spentFen))).toBe(offFen)
})

test('a coupon never makes goods dearer, and never costs the shop more than they cost', () => {
  const rules = fc.oneof(
    anyFen.map((amount) => off(amount)),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.option(anyFen))
      .map(([rate, most]) => percent(rate, most)),
  )
  always(fc.tuple(rules, anyFen), ([rule, spentFen]) => {
    const offFen = couponOff(rule, spentFen)
    expect(offFen).toBeGreaterThanOrEqual(0)
    expect(offFen).toBeLessThanOrEqual(spentFen)
  })
})

test.each([
  [off(1000), undefined],
  [off(1000, 1000), undefined],
  [off(0), 'takes nothing off'],
  [off(1000, 999), 'takes more off than it asks to be spent'],
  [percent(9000, 3000), undefined],
  [percent(0), 'leaves something of the price'],
  [percent(10_000), 'takes nothing off'],
  [percent(9000, 0), 'takes nothing off'],
])('what is wrong with %j: %s', (rule, fault) => {
  expect(couponFault(rule)).toBe(fault)
})
