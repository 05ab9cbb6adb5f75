import { quote, type BasketLine, type PriceContext } from '@domain/orders/receipt'
import type { Discount } from '@domain/promotions/discount'
import { after, DAY, HOUR, type Duration } from '@domain/time'
import { aContext, aLine, id, MORNING, shopClock } from '../build'
import { bps, fruitLevels } from '../members/build'
import {
  aDiscount,
  aMemberDay,
  coming,
  ended,
  goods,
  product,
  promotionsOf,
  shelf,
} from '../promotions/build'

/** Prices for a member of that level. */
function pricedFor(
  level: string | null,
  discounts: readonly Discount[],
  lines: readonly BasketLine[] = [goods(10_000)],
  own: Partial<PriceContext> = {},
) {
  const member = { levelId: level === null ? null : id<'level'>(level) }
  const promotions = promotionsOf(discounts)
  return quote(lines, aContext({ levels: fruitLevels(), member, promotions, ...own }))
}

const rate = (off: number, own: Partial<Discount> = {}) =>
  aDiscount({ id: id(`off-${off}`), discountBps: bps(off), ...own })

describe('a limited-time discount', () => {
  test('brings every piece down, rounded piece by piece', () => {
    const receipt = pricedFor(null, [rate(8500)], [goods(990, { quantity: 3 })])
    expect(receipt).toMatchObject({ goodsFen: 2970, savedFen: 444, payableFen: 2526 })
    expect(receipt.lines[0]?.steps[1]).toEqual({
      kind: 'discount',
      id: 'off-8500',
      name: '限时折扣',
      amountFen: -444,
      why: { discountBps: 8500, unitFen: 842 },
    })
  })

  test('is for what it is for', () => {
    const lines = [goods(1000, { on: 'pantry' }), goods(2000, { on: 'berry' })]
    const receipt = pricedFor(null, [rate(5000, { scope: shelf('pantry') })], lines)
    expect(receipt.lines.map(({ payableFen }) => payableFen)).toEqual([500, 2000])
    expect(receipt.skipped).toEqual([])
  })
})

describe('a member day', () => {
  test('is for its level and above', () => {
    expect(pricedFor('silver', [aMemberDay()]).payableFen).toBe(8800)
    expect(pricedFor('black', [aMemberDay()]).payableFen).toBe(8800)
    expect(pricedFor(null, [aMemberDay()]).payableFen).toBe(10_000)
  })

  test('stands on the receipt by its own name', () => {
    const steps = pricedFor('gold', [aMemberDay()]).lines[0]?.steps
    expect(steps?.[1]).toMatchObject({ kind: 'member-day', id: 'member-day', name: '会员日' })
  })

  test('comes on the 8th and the 18th', () => {
    const schedule = {
      kind: 'repeating',
      every: 'month',
      on: [8, 18],
      atMinute: 0,
      lastsMs: (24 * HOUR) as Duration,
      from: null,
      until: null,
    } as const
    const paysOn = (now: string) =>
      pricedFor('gold', [aMemberDay({ schedule })], undefined, { now: shopClock(now) }).payableFen
    expect(paysOn('2026-03-07 23:59')).toBe(9800)
    expect(paysOn('2026-03-08 00:00')).toBe(8800)
    expect(paysOn('2026-03-08 23:59')).toBe(8800)
    expect(paysOn('2026-03-09 00:00')).toBe(9800)
    expect(paysOn('2026-03-18 12:00')).toBe(8800)
  })
})

describe('the discount of a level', () => {
  test.each([
    [null, 10_000],
    ['plain', 10_000],
    ['silver', 9900],
    ['gold', 9800],
    ['black', 9500],
    ['gone', 10_000],
  ])('%p pays %d', (level, payableFen) => {
    const receipt = pricedFor(level, [])
    expect(receipt).toMatchObject({ payableFen, skipped: [] })
  })

  test('stands on the receipt with the name of the level', () => {
    expect(pricedFor('gold', []).lines[0]?.steps[1]).toEqual({
      kind: 'level',
      id: 'gold',
      name: 'gold会员',
      amountFen: -200,
      why: { discountBps: 9800, unitFen: 9800 },
    })
  })
})

describe('of several one is taken, and the others say that it is better', () => {
  test('the lowest', () => {
    const receipt = pricedFor('gold', [rate(9000), aMemberDay(), rate(9500)])
    expect(receipt.payableFen).toBe(8800)
    expect(receipt.skipped).toEqual(
      [
        ['discount', 'off-9000', '限时折扣', 9000],
        ['discount', 'off-9500', '限时折扣', 9500],
        ['level', 'gold', 'gold会员', 9800],
      ].map(([kind, one, name, unitFen]) => ({
        kind,
        id: one,
        name,
        reason: 'better',
        why: { unitFen, paidUnitFen: 8800 },
        skuId: 'sku-10000',
      })),
    )
  })

  test.each<[string, string | null, readonly Discount[], string]>([
    ['a discount before a member day', 'gold', [aMemberDay(), rate(8800)], 'discount'],
    [
      'a member day before the level',
      'gold',
      [aMemberDay({ discountBps: bps(9800) })],
      'member-day',
    ],
    ['a discount before the level', 'black', [rate(9500)], 'discount'],
    [
      'of two discounts the first by its id',
      null,
      [rate(9500, { id: id('b') }), rate(9500, { id: id('a') })],
      'a',
    ],
  ])('of equal ones %s', (_, level, discounts, taken) => {
    const step = pricedFor(level, discounts).lines[0]?.steps[1]
    expect([step?.kind, step?.id]).toContain(taken)
  })

  test('and the plain price, where rounding leaves nothing to take off', () => {
    const receipt = pricedFor(null, [rate(8800)], [goods(1)])
    expect(receipt.lines[0]?.steps.map(({ kind }) => kind)).toEqual(['base', 'freight'])
    expect(receipt.skipped).toMatchObject([
      { id: 'off-8800', reason: 'better', why: { unitFen: 1, paidUnitFen: 1 } },
    ])
  })

  test('line by line', () => {
    const lines = [goods(1000, { on: 'pantry' }), goods(2000, { on: 'berry' })]
    const receipt = pricedFor('silver', [rate(9000, { scope: shelf('pantry') })], lines)
    expect(receipt.lines.map(({ steps }) => steps[1]?.kind)).toEqual(['discount', 'level'])
    expect(receipt.skipped).toMatchObject([{ kind: 'level', reason: 'better', skuId: 'sku-1000' }])
  })
})

describe('a discount that does nothing for the basket says why', () => {
  const skippedOf = (level: string | null, discount: Discount) =>
    pricedFor(level, [discount], [goods(1000, { quantity: 2 }), goods(2000)]).skipped

  test('it starts later: when', () => {
    expect(skippedOf(null, rate(9000, { schedule: coming }))).toEqual([
      {
        kind: 'discount',
        id: 'off-9000',
        name: '限时折扣',
        reason: 'unstarted',
        why: { startsAt: after(MORNING, DAY) },
        skuId: null,
      },
    ])
  })

  test('it is for a level: which', () => {
    expect(skippedOf(null, aMemberDay())).toEqual([
      {
        kind: 'member-day',
        id: 'member-day',
        name: '会员日',
        reason: 'level',
        why: { levelId: 'silver', level: 'silver会员' },
        skuId: null,
      },
    ])
  })

  test('nothing in the basket is what it is for: once, and briefly', () => {
    expect(skippedOf(null, rate(9000, { scope: product('nuts') }))).toEqual([
      { kind: 'discount', id: 'off-9000', name: '限时折扣', reason: 'scope', why: {}, skuId: null },
    ])
  })

  test.each<[string, Partial<Discount>, string]>([
    ['of another product and later', { scope: product('nuts'), schedule: coming }, 'scope'],
    ['later and for a level', { levelAtLeast: id('gold'), schedule: coming }, 'unstarted'],
    ['for a level of another product', { levelAtLeast: id('gold'), scope: shelf('x') }, 'scope'],
    ['for a level that is not there', { levelAtLeast: id('gone') }, 'level'],
  ])('%s: the first of the reasons', (_, own, reason) => {
    expect(skippedOf(null, rate(9000, own)).map((one) => one.reason)).toEqual([reason])
  })

  test('but not where it ended for good, or is a day of more points only', () => {
    expect(skippedOf(null, rate(9000, { schedule: ended }))).toEqual([])
    expect(skippedOf(null, rate(10_000))).toEqual([])
  })

  test('a level that the shop does not have has no name', () => {
    const shop = { levels: null, promotions: promotionsOf([aMemberDay()]) }
    expect(quote([aLine()], aContext(shop)).skipped).toMatchObject([
      { reason: 'level', why: { levelId: 'silver', level: '' } },
    ])
  })
})
