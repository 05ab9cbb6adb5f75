import { couponChoices } from '@domain/coupons/choice'
import type { Coupon } from '@domain/coupons/coupon'
import { fen } from '@domain/money'
import { quote, type PriceContext } from '@domain/orders/receipt'
import { after, DAY } from '@domain/time'
import { aContext, id, MORNING } from '../build'
import { goods, product } from '../promotions/build'
import { aCoupon, off, percent } from './build'

const named = (name: string, own: Partial<Coupon>): Coupon => aCoupon({ _id: id(name), ...own })

const withCoupons = (...coupons: Coupon[]): PriceContext => aContext({ coupons })

const basket = [goods(5000, { quantity: 2 })]

describe('what a member may choose from', () => {
  test('has the cheapest order first, with what each would save', () => {
    const context = withCoupons(
      named('five', { rule: off(500) }),
      named('tenth', { rule: percent(9000) }),
      named('eight', { rule: off(800) }),
    )
    const { usable, best } = couponChoices(basket, context)
    expect(
      usable.map(({ coupon, payableFen, savesFen }) => [coupon._id, payableFen, savesFen]),
    ).toEqual([
      ['tenth', 9000, 1000],
      ['eight', 9200, 800],
      ['five', 9500, 500],
    ])
    expect(best).toBe('tenth')
  })

  test('of two that save the same has the one first that expires first', () => {
    const context = withCoupons(
      named('a-week', { rule: off(500) }),
      named('b-day', { rule: off(500), validUntil: after(MORNING, DAY) }),
    )
    expect(couponChoices(basket, context).best).toBe('b-day')
  })

  test('of two that are alike has the same one first, in whatever order they lie', () => {
    const [one, other] = [named('a', { rule: off(500) }), named('b', { rule: off(500) })]
    expect(couponChoices(basket, withCoupons(one, other)).best).toBe('a')
    expect(couponChoices(basket, withCoupons(other, one)).best).toBe('a')
  })

  test('tells why the others can’t be used', () => {
    const context = withCoupons(
      named('dear', { rule: off(1500, 11_250) }),
      named('nuts', { rule: off(500, 0, { scope: product('nuts') }), scopeNames: ['坚果'] }),
      named('held', { status: 'held' }),
      named('later', { validFrom: after(MORNING, DAY) }),
      named('past', { validUntil: MORNING }),
    )
    const { usable, unusable, best } = couponChoices(basket, context)
    expect([usable, best]).toEqual([[], null])
    expect(unusable.map((one) => [one.id, one.reason, one.why])).toEqual([
      ['dear', 'missing', { missing: 1250, minFen: 11_250, names: '' }],
      ['held', 'held', {}],
      ['later', 'unstarted', { startsAt: after(MORNING, DAY) }],
      ['nuts', 'scope', { scope: 'product', names: '坚果' }],
      ['past', 'over', { until: MORNING }],
    ])
  })

  test('proposes none that costs the order its free freight', () => {
    const context = {
      ...withCoupons(named('one', { rule: off(100) })),
      delivery: 'courier',
    } as const
    const { usable, best } = couponChoices([goods(9900)], context)
    expect(usable).toMatchObject([{ savesFen: -700 }])
    expect(best).toBeNull()
  })

  test('proposes none that comes to the same in the end', () => {
    const coupons = withCoupons(named('eight', { rule: off(800) }))
    const { usable, best } = couponChoices([goods(9900)], { ...coupons, delivery: 'courier' })
    expect(usable).toMatchObject([{ savesFen: 0 }])
    expect(best).toBeNull()
  })

  test('does not depend on what is chosen already', () => {
    const context = withCoupons(named('five', { rule: off(500) }), named('six', { rule: off(600) }))
    const chosen = { ...context, couponId: id<'coupon'>('five') }
    expect(couponChoices(basket, chosen)).toEqual(couponChoices(basket, context))
  })
})

test('a coupon that is not chosen does nothing', () => {
  const context = withCoupons(named('five', { rule: off(500) }))
  expect(quote(basket, context)).toEqual(quote(basket, aContext()))
  expect(quote(basket, context).payableFen).toBe(fen(10_000))
})
