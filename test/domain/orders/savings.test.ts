import type { Coupon } from '@domain/coupons/coupon'
import { fen, type Bps } from '@domain/money'
import type { BasketLine, PriceContext } from '@domain/orders/receipt'
import { mallPoints, priceWith, type Savings } from '@domain/orders/savings'
import type { OffsetRule } from '@domain/points/account'
import { aContext, id, TAKES_NEITHER } from '../build'
import { aCoupon, off } from '../coupons/build'
import { goods } from '../promotions/build'

const named = (name: string, own: Partial<Coupon>): Coupon => aCoupon({ _id: id(name), ...own })

const offset: OffsetRule = { fenPerPoint: fen(1), maxBps: 5000 as Bps, minPoints: 100 }

const withPoints = (available: number, own: Partial<PriceContext> = {}): PriceContext =>
  aContext({ points: { offset, available, spend: 0 }, ...own })

const proposed: Savings = { couponId: undefined, points: false }
const basket = [goods(5000)]

describe('the coupon of a purchase', () => {
  const context = aContext({
    coupons: [
      named('five', { rule: off(500) }),
      named('eight', { rule: off(800) }),
      named('dear', { rule: off(2000, 20_000) }),
    ],
  })

  test('is the one that makes it cheapest, until another one is chosen', () => {
    const best = priceWith(basket, context, proposed)
    expect([best.couponId, best.receipt.payableFen]).toEqual(['eight', 4200])
    const other = priceWith(basket, context, { ...proposed, couponId: id('five') })
    expect([other.couponId, other.receipt.payableFen]).toEqual(['five', 4500])
  })

  test('is none for who wants none', () => {
    const { couponId, receipt, choices } = priceWith(basket, context, {
      ...proposed,
      couponId: null,
    })
    expect([couponId, receipt.payableFen, choices.best]).toEqual([null, 5000, 'eight'])
  })

  test('is the best one again when the chosen one can’t be used any more', () => {
    const chosen: Savings = { ...proposed, couponId: id('dear') }
    expect(priceWith([goods(5000, { quantity: 4 })], context, chosen).couponId).toBe('dear')
    expect(priceWith(basket, context, chosen).couponId).toBe('eight')
  })
})

describe('the points of a purchase', () => {
  test('are kept unless they are wished for, and it is told what they would bring', () => {
    const { receipt, spentPoints, points } = priceWith(basket, withPoints(1200), proposed)
    expect([receipt.payableFen, spentPoints]).toEqual([5000, 0])
    expect(points).toMatchObject({ usable: 1200, offFen: 1200, hindrance: undefined })
  })

  test('bring it down as far as the rule goes', () => {
    const wished: Savings = { ...proposed, points: true }
    const price = priceWith(basket, withPoints(9000), wished)
    expect([price.receipt.payableFen, price.spentPoints]).toEqual([2500, 2500])
    expect(price.points).toMatchObject({ usable: 2500, offFen: 2500 })
  })

  test('pay a part of what the coupon leaves', () => {
    const context = withPoints(9000, { coupons: [named('ten', { rule: off(1000) })] })
    const price = priceWith(basket, context, { ...proposed, points: true })
    expect([price.couponId, price.receipt.payableFen, price.spentPoints]).toEqual([
      'ten',
      2000,
      2000,
    ])
  })

  test('that are too few bring nothing, and say so', () => {
    const { points, spentPoints } = priceWith(basket, withPoints(99), { ...proposed, points: true })
    expect(spentPoints).toBe(0)
    expect(points).toMatchObject({ usable: 0, offFen: 0, hindrance: { reason: 'missing' } })
  })

  test('are no choice in a shop that takes none', () => {
    expect(priceWith(basket, aContext(), proposed).points).toBeNull()
  })
})

test('what the points mall asks for is no saving', () => {
  const deal: BasketLine['deal'] = {
    kind: 'mall',
    id: id('basket'),
    name: '积分换果篮',
    takes: TAKES_NEITHER,
    points: 300,
    priceFen: fen(1000),
  }
  const line = { ...goods(5000, { quantity: 2 }), deal }
  const price = priceWith([line], withPoints(5000), { ...proposed, points: true })
  expect([mallPoints(price.receipt), price.spentPoints]).toEqual([600, 0])
  expect(price.receipt.payableFen).toBe(2000)
})
