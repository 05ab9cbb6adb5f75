import * as fc from 'fast-check'
import { add, lesser, times } from '@domain/money'
import {
  lineFreightFen,
  lineGoodsFen,
  priceSteps,
  quote,
  unitFen,
  type BasketLine,
  type PriceContext,
  type PricedLine,
  type PriceStepKind,
  type Receipt,
} from '@domain/orders/receipt'
import { takesOff, type Discount } from '@domain/promotions/discount'
import type { SpendAndSave } from '@domain/promotions/spendAndSave'
import { aContext, id } from '../build'
import { always } from '../property'
import { anyContext, anyDiscount, anySave, anyShopping } from '../promotions/arbitrary'
import { aDiscount, aSave, ended } from '../promotions/build'

type Example = readonly [basket: readonly BasketLine[], context: PriceContext]

const examples: fc.Arbitrary<Example> = fc.tuple(anyShopping, anyContext)
const priced = ([basket, context]: Example) => quote(basket, context)
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
const stepsOf = (lines: readonly PricedLine[], kind: PriceStepKind) =>
  lines.flatMap(({ steps }) => steps.filter((step) => step.kind === kind))
const goodsOf = (receipt: Receipt) => add(...receipt.lines.map(lineGoodsFen))

/** The same shop with one promotion more. */
const withDiscount = (context: PriceContext, own: Omit<Discount, 'id'>): PriceContext => {
  const { discounts, spendAndSave } = context.promotions
  const more = aDiscount({ ...own, id: id('one-more') })
  return { ...context, promotions: { discounts: [...discounts, more], spendAndSave } }
}
const withSave = (context: PriceContext, own: Omit<SpendAndSave, 'id'>): PriceContext => {
  const { discounts, spendAndSave } = context.promotions
  const more = aSave({ ...own, id: id('one-more') })
  return { ...context, promotions: { discounts, spendAndSave: [...spendAndSave, more] } }
}
const withoutSaves = (context: PriceContext): PriceContext => ({
  ...context,
  promotions: { ...context.promotions, spendAndSave: [] },
})

describe('any receipt adds up', () => {
  test('every line: its steps come to what it costs', () => {
    always(examples, (example) => {
      for (const { steps, payableFen } of priced(example).lines)
        expect(sum(steps.map(({ amountFen }) => amountFen))).toBe(payableFen)
    })
  })

  test('the lines together come to what is paid', () => {
    always(examples, (example) => {
      const receipt = priced(example)
      expect(sum(receipt.lines.map(({ payableFen }) => payableFen))).toBe(receipt.payableFen)
      expect(receipt.goodsFen - receipt.savedFen + receipt.freightFen).toBe(receipt.payableFen)
    })
  })

  test('goods and freight of a line come to what it costs', () => {
    always(examples, (example) => {
      const { lines, freightFen } = priced(example)
      for (const line of lines)
        expect(lineGoodsFen(line) + lineFreightFen(line)).toBe(line.payableFen)
      expect(sum(lines.map(lineFreightFen))).toBe(freightFen)
    })
  })

  test('what a 满减 takes off its lines is the sum that it says', () => {
    always(examples, (example) => {
      const parts = stepsOf(priced(example).lines, 'spend-and-save')
      for (const one of new Set(parts.map((step) => step.id))) {
        const own = parts.filter((step) => step.id === one)
        expect(sum(own.map(({ amountFen }) => amountFen))).toBe(-Number(own[0]?.why.offFen))
      }
    })
  })
})

describe('any price', () => {
  test('is never negative, not even on one line', () => {
    always(examples, (example) => {
      for (const line of priced(example).lines) {
        expect(lineGoodsFen(line)).toBeGreaterThanOrEqual(0)
        expect(lineFreightFen(line)).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('is never dearer than the SKU or the deal', () => {
    always(examples, (example) => {
      for (const line of priced(example).lines)
        expect(lineGoodsFen(line)).toBeLessThanOrEqual(unitFen(line) * line.quantity)
    })
  })

  test('of a line in a deal is the price of the deal', () => {
    always(examples, (example) => {
      for (const line of priced(example).lines)
        if (line.deal) expect(lineGoodsFen(line)).toBe(unitFen(line) * line.quantity)
    })
  })

  test('freight is nothing or what the shop takes', () => {
    always(examples, (example) => {
      const receipt = priced(example)
      const [, { freight, delivery }] = example
      const free = goodsOf(receipt) >= freight.freeAboveFen
      const sent = free ? 0 : freight.flatFen
      expect(receipt.freightFen).toBe(delivery === 'courier' ? sent : freight.pickUpFen)
    })
  })
})

describe('one promotion more', () => {
  test('a discount makes no line dearer, before 满减 and freight', () => {
    always(fc.tuple(examples, anyDiscount), ([[basket, shop], discount]) => {
      const context = withoutSaves(shop)
      const before = quote(basket, context).lines.map(lineGoodsFen)
      const after = quote(basket, withDiscount(context, discount)).lines.map(lineGoodsFen)
      after.forEach((goodsFen, line) => {
        expect(goodsFen).toBeLessThanOrEqual(before[line] ?? 0)
      })
    })
  })

  test('a 满减 makes no basket dearer, before freight', () => {
    always(fc.tuple(examples, anySave), ([[basket, context], save]) => {
      const before = goodsOf(quote(basket, context))
      expect(goodsOf(quote(basket, withSave(context, save)))).toBeLessThanOrEqual(before)
    })
  })

  test('that ended for good changes nothing at all', () => {
    always(fc.tuple(examples, anyDiscount, anySave), ([example, discount, save]) => {
      const [basket, context] = example
      const over = withSave(withDiscount(context, { ...discount, schedule: ended }), {
        ...save,
        schedule: ended,
      })
      expect(quote(basket, over)).toEqual(priced(example))
    })
  })
})

describe('any receipt explains itself', () => {
  test('with each step at most once a line, in the order of the list', () => {
    always(examples, (example) => {
      for (const { steps } of priced(example).lines) {
        const kinds = steps.map(({ kind }) => kind)
        expect(priceSteps.filter((kind) => kinds.includes(kind))).toEqual(kinds)
      }
    })
  })

  test('with one of deal, discount, member day and level at the most', () => {
    const best: readonly PriceStepKind[] = [
      'ladder',
      'team',
      'flash',
      'discount',
      'member-day',
      'level',
    ]
    always(examples, (example) => {
      for (const { steps } of priced(example).lines)
        expect(steps.filter(({ kind }) => best.includes(kind)).length).toBeLessThanOrEqual(1)
    })
  })

  test('with every promotion that is not over, taken or not, and with no other', () => {
    always(examples, (example) => {
      const { lines, skipped } = priced(example)
      const [, { promotions }] = example
      const alive = [...promotions.discounts.filter(takesOff), ...promotions.spendAndSave]
        .filter(({ schedule }) => schedule !== ended)
        .map((one): string => one.id)
      const kinds = ['discount', 'member-day', 'spend-and-save']
      const named = [...lines.flatMap(({ steps }) => steps), ...skipped]
        .filter(({ kind }) => kinds.includes(kind))
        .map((one) => one.id)
      expect([...new Set(named)].sort()).toEqual([...new Set(alive)].sort())
    })
  })

  test('with no promotion both taken and left on the same line', () => {
    always(examples, (example) => {
      const { lines, skipped } = priced(example)
      for (const { steps, sku } of lines)
        for (const { kind, id: one } of steps) {
          if (lines.filter((line) => line.sku.id === sku.id).length > 1) continue
          const left = skipped.filter((skip) => skip.skuId === sku.id && skip.reason !== 'next')
          expect(left).not.toContainEqual(expect.objectContaining({ kind, id: one }))
        }
    })
  })

  test('by figures that are true: what is missing is really missing', () => {
    always(examples, ([basket, context]) => {
      const { skipped, payableFen, freightFen } = quote(basket, context)
      const short = skipped.find(({ kind }) => kind === 'freight')
      if (short)
        expect(payableFen - freightFen + Number(short.why.missing)).toBe(short.why.freeAboveFen)
    })
  })
})

describe('any receipt is the same', () => {
  test('in whatever order the shop wrote its promotions down', () => {
    always(examples, ([basket, context]) => {
      const { discounts, spendAndSave } = context.promotions
      const promotions = {
        discounts: [...discounts].reverse(),
        spendAndSave: [...spendAndSave].reverse(),
      }
      expect(quote(basket, { ...context, promotions })).toEqual(quote(basket, context))
    })
  })

  test('for the phone and the cloud', () => {
    always(examples, ([basket, context]) => {
      const [sent, shop] = JSON.parse(JSON.stringify([basket, context])) as [
        BasketLine[],
        PriceContext,
      ]
      expect(quote(sent, shop)).toEqual(quote(basket, context))
    })
  })

  test('and leaves what it was asked for as it was', () => {
    always(examples, (example) => {
      const before = JSON.stringify(example)
      priced(example)
      expect(JSON.stringify(example)).toBe(before)
    })
  })
})

describe('without promotions and levels', () => {
  test('a basket costs its pieces, each at its unit price', () => {
    always(anyShopping, (basket) => {
      expect(quote(basket, aContext()).payableFen).toBe(
        sum(basket.map((line) => unitFen(line) * line.quantity)),
      )
    })
  })

  test('nobody pays more when one more joins the ladder', () => {
    always(anyShopping, (basket) => {
      const later = basket.map(({ deal, ...line }) => ({
        ...line,
        deal: deal?.kind === 'ladder' ? { ...deal, people: deal.people + 1 } : deal,
      }))
      const before = quote(basket, aContext()).payableFen
      expect(lesser(before, quote(later, aContext()).payableFen)).toBe(
        quote(later, aContext()).payableFen,
      )
      expect(quote(later, aContext()).goodsFen).toBe(
        add(...basket.map(({ sku, quantity }) => times(sku.priceFen, quantity))),
      )
    })
  })
})
