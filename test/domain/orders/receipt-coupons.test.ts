import type { Coupon } from '@domain/coupons/coupon'
import { fen } from '@domain/money'
import { quote, type BasketLine, type PriceContext, type Receipt } from '@domain/orders/receipt'
import type { OffsetRule } from '@domain/points/account'
import { aContext, anOffer, id, TAKES_NEITHER } from '../build'
import { aCoupon, off } from '../coupons/build'
import { bps } from '../members/build'
import { aFlashOffer, aSave, aTeamOffer, goods, promotionsOf, shelf } from '../promotions/build'

const stepsOf = ({ lines }: Receipt, kind: 'coupon' | 'points' | 'freight') =>
  lines.map(({ steps }) => steps.find((step) => step.kind === kind)?.amountFen)

const using = (coupon: Partial<Coupon>, own: Partial<PriceContext> = {}): PriceContext =>
  aContext({ coupons: [aCoupon(coupon)], couponId: id('coupon-1'), ...own })

/** A point is a fen; half of the goods at most, a hundred points at least. */
const offset: OffsetRule = { fenPerPoint: fen(1), maxBps: bps(5000), minPoints: 100 }

const paying = (spend: number, own: Partial<OffsetRule> = {}, available = 10_000) =>
  aContext({ points: { offset: { ...offset, ...own }, available, spend } })

describe('a coupon on a receipt', () => {
  test('is spread over the lines that it is for by what each costs', () => {
    const basket = [goods(1000), goods(2000), goods(3000, { on: 'pantry' })]
    const receipt = quote(basket, using({ rule: off(1000, 0, { scope: shelf('season') }) }))
    expect(stepsOf(receipt, 'coupon')).toEqual([-333, -667, undefined])
    expect(receipt.payableFen).toBe(5000)
  })

  test('comes after 满减, and its threshold is judged by what is left', () => {
    const promotions = promotionsOf([], [aSave()])
    const basket = [goods(6000)]
    const missing = quote(basket, using({ rule: off(1000, 6000) }, { promotions }))
    expect(missing.skipped).toContainEqual(
      expect.objectContaining({ kind: 'coupon', reason: 'missing' }),
    )
    const used = quote(basket, using({ rule: off(1000, 5500) }, { promotions }))
    expect(used.payableFen).toBe(4500)
  })

  test('says from which sum on, and how much', () => {
    const [line] = quote([goods(6000)], using({ rule: off(1000, 5900) })).lines
    expect(line?.steps.at(-2)).toMatchObject({
      kind: 'coupon',
      id: 'coupon-1',
      name: '新人无门槛券',
      why: { minFen: 5900, offFen: 1000 },
    })
  })

  test.each([
    ['a team', aTeamOffer(800)],
    ['a flash sale', aFlashOffer(800)],
    ['a ladder', anOffer(0)],
  ])('stays away from a line in %s that does not take it', (_what, deal) => {
    const receipt = quote([goods(1000, { deal })], using({}))
    expect(receipt.skipped).toContainEqual(
      expect.objectContaining({ kind: 'coupon', reason: 'deal' }),
    )
  })

  test('brings a line down whose deal takes it, and only that one', () => {
    const takes = { coupons: true, points: false }
    const basket: BasketLine[] = [
      goods(1000, { deal: aTeamOffer(800, { takes }) }),
      goods(1000, { deal: aTeamOffer(800, { takes: TAKES_NEITHER }) }),
    ]
    expect(stepsOf(quote(basket, using({ rule: off(5000) })), 'coupon')).toEqual([-800, undefined])
  })

  test('may make freight due: the threshold looks at what is paid after it', () => {
    const context = using({ rule: off(100) }, { delivery: 'courier' })
    expect(quote([goods(9900)], context)).toMatchObject({ freightFen: 800, payableFen: 10_600 })
  })
})

describe('points on a receipt', () => {
  test('pay up to the part that the shop takes', () => {
    const receipt = quote([goods(1000), goods(3000)], paying(10_000))
    expect(receipt.payableFen).toBe(2000)
    expect(receipt.lines.map(({ points }) => points)).toEqual([500, 1500])
    expect(stepsOf(receipt, 'points')).toEqual([-500, -1500])
  })

  test.each([
    ['the wish', paying(300), 300],
    ['what the member has', paying(10_000, {}, 250), 250],
    ['whole points', paying(10_000, { fenPerPoint: fen(7) }), 285],
  ])('are bounded by %s', (_what, context, points) => {
    expect(quote([goods(4000)], context).lines[0]?.points).toBe(points)
  })

  test.each([
    ['fewer than the shop takes', 99, {}, { missing: 1, points: 99, most: 2000, minPoints: 100 }],
    ['more than the order can take', 500, { minPoints: 2001 }, { missing: 1501 }],
  ] as const)('that are %s are not used, and the receipt says so', (_what, spend, own, why) => {
    const receipt = quote([goods(4000)], paying(spend, own))
    expect(receipt.payableFen).toBe(4000)
    expect(receipt.skipped).toMatchObject([{ kind: 'points', reason: 'missing', why }])
  })

  test('leave freight as free as it was: they are a way to pay', () => {
    const receipt = quote([goods(9900)], { ...paying(10_000), delivery: 'courier' })
    expect(receipt).toMatchObject({ freightFen: 0, payableFen: 4950 })
  })

  test('pay no freight', () => {
    const all = { ...paying(10_000, { maxBps: bps(10_000) }), delivery: 'courier' } as const
    expect(quote([goods(1000)], all)).toMatchObject({ freightFen: 800, payableFen: 800 })
  })

  test('stay away from a deal that does not take them', () => {
    const receipt = quote([goods(1000, { deal: aFlashOffer(800) })], paying(500))
    expect(receipt.skipped).toContainEqual(
      expect.objectContaining({ kind: 'points', reason: 'deal' }),
    )
  })

  test('never overpay a small line where a point is worth many fen', () => {
    const own = { fenPerPoint: fen(10), maxBps: bps(10_000), minPoints: 1 }
    const receipt = quote([goods(15), goods(15), goods(9)], paying(100, own))
    expect(receipt.lines.map(({ points, payableFen }) => [points, payableFen])).toEqual([
      [1, 5],
      [1, 5],
      [0, 9],
    ])
  })

  test('of the mall are beside the money, and bring nothing down', () => {
    const deal = {
      kind: 'mall',
      id: id<'deal'>('basket'),
      name: '果篮',
      takes: TAKES_NEITHER,
      points: 2000,
      priceFen: fen(9900),
    } as const
    const receipt = quote([goods(19_900, { deal, quantity: 2 })], paying(100))
    expect(receipt.payableFen).toBe(19_800)
    expect(receipt.lines[0]?.points).toBe(4000)
  })
})

test('an order may come to nothing', () => {
  expect(quote([goods(1000)], using({ rule: off(5000) })).payableFen).toBe(0)
})
