import * as fc from 'fast-check'
import { approveAfterSale } from '@domain/aftersale/answer'
import { requestAfterSale } from '@domain/aftersale/afterSale'
import { couponChoices } from '@domain/coupons/choice'
import type { Coupon } from '@domain/coupons/coupon'
import { payNothing, receivePayment } from '@domain/orders/payment'
import { fen } from '@domain/money'
import type { Order } from '@domain/orders/order'
import {
  couponOf,
  lineGoodsFen,
  priceSteps,
  quote,
  type BasketLine,
  type DealOffer,
  type PriceContext,
  type Receipt,
} from '@domain/orders/receipt'
import { pointsDue, pointsOf } from '@domain/points/dues'
import { done, wishFor } from '../aftersale/build'
import { anOrder, id, minutesIn } from '../build'
import { aCoupon, off, percent } from '../coupons/build'
import { bps } from '../members/build'
import { anyContext, anyShopping } from '../promotions/arbitrary'
import { always } from '../property'
import { everything, shelf } from '../promotions/build'

const anyRule = fc
  .record({
    minSpendFen: fc.integer({ min: 0, max: 20_000 }).map(fen),
    scope: fc.constantFrom(everything, shelf('season'), shelf('pantry', 'berry')),
    amount: fc.integer({ min: 1, max: 20_000 }),
    rate: fc.integer({ min: 1, max: 9999 }),
    most: fc.option(fc.integer({ min: 1, max: 5000 })),
    isPercent: fc.boolean(),
  })
  .map(({ minSpendFen, scope, amount, rate, most, isPercent }) => {
    const own = { minSpendFen, scope }
    return isPercent ? percent(rate, most, own) : off(amount, 0, own)
  })

const anyCoupons: fc.Arbitrary<readonly Coupon[]> = fc
  .array(anyRule, { maxLength: 4 })
  .map((rules) => rules.map((rule, n) => aCoupon({ _id: id(`coupon-${n}`), rule })))

const anyPoints = fc.option(
  fc.record({
    offset: fc.record({
      fenPerPoint: fc.integer({ min: 1, max: 12 }).map(fen),
      maxBps: fc.integer({ min: 1, max: 10_000 }).map(bps),
      minPoints: fc.integer({ min: 1, max: 50 }),
    }),
    available: fc.integer({ min: 0, max: 30_000 }),
    spend: fc.integer({ min: 0, max: 30_000 }),
  }),
)

/** Where else something of a flash sale is sold: in a live, in the mall for so many points. */
type Elsewhere = 'live' | 'prize' | number

const soldElsewhere = (deal: DealOffer, where: Elsewhere): DealOffer => {
  if (deal.kind !== 'flash') return deal
  const { id: dealId, name, takes, priceFen } = deal
  const offered = { id: dealId, name, takes, priceFen }
  return typeof where === 'number'
    ? { kind: 'mall', ...offered, points: where }
    : { kind: where, ...offered }
}

const anyElsewhere: fc.Arbitrary<Elsewhere> = fc.oneof(
  fc.integer({ min: 1, max: 900 }),
  fc.constantFrom('live' as const, 'prize' as const),
)

/** Deals that take coupons and points, deals that do not, and goods of live and points mall. */
const anyBasket: fc.Arbitrary<readonly BasketLine[]> = fc
  .tuple(anyShopping, fc.boolean(), fc.boolean(), fc.option(anyElsewhere))
  .map(([lines, coupons, points, where]) =>
    lines.map(({ deal, ...line }) => {
      const dealt = deal && { ...deal, takes: { coupons, points } }
      return { ...line, deal: dealt && where !== null ? soldElsewhere(dealt, where) : dealt }
    }),
  )

type Example = readonly [basket: readonly BasketLine[], context: PriceContext]

/** Any basket of a member with coupons and points, one of them chosen, or none. */
const examples: fc.Arbitrary<Example> = fc
  .tuple(anyBasket, anyContext, anyCoupons, anyPoints, fc.nat({ max: 4 }))
  .map(([basket, context, coupons, points, chosen]) => {
    const couponId = coupons[chosen]?._id ?? null
    return [basket, { ...context, coupons, couponId, points }] as const
  })

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

test('the examples leave nothing out, and have everything on one receipt too', () => {
  const receipts = fc
    .sample(examples, { numRuns: 2000, seed: 4 })
    .map(([basket, context]) => quote(basket, context))
  const kindsOf = ({ lines }: Receipt) =>
    new Set(
      lines.flatMap(({ steps }) =>
        steps.filter(({ amountFen }) => amountFen !== 0).map(({ kind }) => kind),
      ),
    )
  const kinds = receipts.map(kindsOf)
  expect(priceSteps.filter((kind) => !kinds.some((own) => own.has(kind)))).toEqual([])
  const together = ['spend-and-save', 'coupon', 'points', 'freight'] as const
  for (const discount of ['discount', 'member-day', 'level'] as const) {
    const full = kinds.filter((own) => [discount, ...together].every((kind) => own.has(kind)))
    expect(full.length).toBeGreaterThan(0)
  }
})

describe('whatever promotions, coupon and points come together', () => {
  test('the lines come to what is paid, which is never below nothing', () => {
    always(examples, ([basket, context]) => {
      const { lines, payableFen } = quote(basket, context)
      expect(sum(lines.map((line) => line.payableFen))).toBe(payableFen)
      for (const line of lines) expect(lineGoodsFen(line)).toBeGreaterThanOrEqual(0)
    })
  })

  test('the receipt adds up again, step by step and in sums', () => {
    always(examples, ([basket, context]) => {
      const { lines, goodsFen, savedFen, freightFen, payableFen } = quote(basket, context)
      for (const { steps, payableFen: paid } of lines)
        expect(sum(steps.map(({ amountFen }) => amountFen))).toBe(paid)
      expect(goodsFen - savedFen + freightFen).toBe(payableFen)
    })
  })

  test('a coupon takes off exactly what it says, over all lines together', () => {
    always(examples, ([basket, context]) => {
      const steps = quote(basket, context).lines.flatMap(({ steps: all }) =>
        all.filter(({ kind }) => kind === 'coupon'),
      )
      const [first] = steps
      if (first)
        expect(sum(steps.map(({ amountFen }) => amountFen))).toBe(-Number(first.why.offFen))
    })
  })

  test('points are worth what the shop says, as many as allowed and no more', () => {
    always(examples, ([basket, context]) => {
      const { points } = context
      const { lines } = quote(basket, context)
      const mallPoints = lines.flatMap(({ deal, quantity }) =>
        deal?.kind === 'mall' ? deal.points * quantity : [],
      )
      const bought = sum(lines.map((line) => line.points)) - sum(mallPoints)
      const paidFen =
        0 -
        sum(
          lines.flatMap(({ steps }) =>
            steps.filter(({ kind }) => kind === 'points').map(({ amountFen }) => amountFen),
          ),
        )
      expect(paidFen).toBe(bought * (points?.offset.fenPerPoint ?? 0))
      if (!points || bought === 0) return
      expect(bought).toBeGreaterThanOrEqual(points.offset.minPoints)
      expect(bought).toBeLessThanOrEqual(Math.min(points.available - sum(mallPoints), points.spend))
      const goodsFen = sum(lines.map(lineGoodsFen)) + paidFen
      expect(paidFen).toBeLessThanOrEqual((goodsFen * points.offset.maxBps) / 10_000)
    })
  })

  test('every coupon that was not chosen and can’t be used is told once, with its reason', () => {
    always(examples, ([basket, context]) => {
      const { usable, unusable } = couponChoices(basket, context)
      const told = [...usable.map(({ coupon }) => coupon._id), ...unusable.map((one) => one.id)]
      expect([...told].sort()).toEqual(context.coupons.map(({ _id }) => _id))
    })
  })

  test('the coupon that is proposed makes the order no dearer than any other, or none', () => {
    always(examples, ([basket, context]) => {
      const { best } = couponChoices(basket, context)
      const at = (couponId: Coupon['_id'] | null) =>
        quote(basket, { ...context, couponId }).payableFen
      const proposed = at(best)
      for (const other of [null, ...context.coupons.map(({ _id }) => _id)])
        expect(proposed).toBeLessThanOrEqual(at(other))
    })
  })
})

/** The order paid, and its lines given back one by one in any order, cut in any two parts. */
function givenBack(order: Order, cuts: readonly number[]): Order {
  const asked = order.receipt.lines.flatMap(({ quantity }, line) => {
    const first = Math.min(quantity, cuts[line % cuts.length] ?? quantity)
    return [first, quantity - first].filter((part) => part > 0).map((part) => ({ line, part }))
  })
  return asked.reduce((before, { line, part }, index) => {
    const wished = requestAfterSale(before, wishFor({ line, quantity: part }), minutesIn(60))
    return done(approveAfterSale(done(wished), { no: index + 1, words: '' }, minutesIn(61)))
  }, order)
}

test('refunding all lines one by one gives back exactly what was paid, points too', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
  always(fc.tuple(examples, cuts), ([[basket, context], parts]) => {
    // A ladder is settled before anything goes back, and takes neither coupons nor points.
    const shelved = basket.map((line) =>
      line.deal?.kind === 'ladder' ? { ...line, deal: null } : line,
    )
    const receipt = quote(shelved, context)
    const order = anOrder({ receipt, couponId: couponOf(receipt), holds: [] })
    const now = minutesIn(1)
    const payment = { transactionId: 'wx-1', paidFen: receipt.payableFen, paidAt: now }
    const decided = receivePayment(order, payment, { now, isCustomer: false })
    if (!('order' in decided)) throw new Error('not paid')
    const paid = receipt.payableFen === 0 ? payNothing(order, now) : decided.order
    expect(pointsDue(paid).spent).toBe(pointsOf(order))
    const back = givenBack(paid, parts)
    expect(sum(back.refunds.map(({ amountFen }) => amountFen))).toBe(receipt.payableFen)
    expect(pointsDue(back).spent).toBe(0)
    expect(['refunding', 'refunded']).toContain(back.status)
  })
})
