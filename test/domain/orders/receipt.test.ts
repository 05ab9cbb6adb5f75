import * as fc from 'fast-check'
import { fen } from '@domain/money'
import { asSeen, priceSteps, quote, unitFen, type BasketLine } from '@domain/orders/receipt'
import { anyBasket } from '../arbitrary'
import { aLine, allOrNothing, anOffer, aReceipt, aSku, freightOf } from '../build'
import { always } from '../property'

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
const inLadder = (people: number, quantity = 1) => aLine({ quantity, deal: anOffer(people) })

describe('a basket without deals', () => {
  test('costs its pieces at the price of their SKUs', () => {
    const receipt = aReceipt([aLine({ quantity: 2 }), aLine({ sku: aSku(990), quantity: 3 })])
    expect(receipt).toMatchObject({
      goodsFen: 102770,
      savedFen: 0,
      freightFen: 0,
      payableFen: 102770,
      skipped: [],
    })
    expect(receipt.lines.map((line) => line.payableFen)).toEqual([99800, 2970])
  })

  test('says on each line what a piece costs and how many there are', () => {
    const [line] = aReceipt([aLine({ quantity: 2 })]).lines
    expect(line?.steps[0]).toEqual({
      kind: 'base',
      id: null,
      amountFen: 99800,
      why: { unitFen: 49900, quantity: 2 },
    })
  })
})

describe('a basket in a ladder', () => {
  test.each([
    [0, 49900, 0],
    [99, 49900, 0],
    [100, 44900, 5000],
    [500, 39900, 10000],
    [1000, 29900, 20000],
  ])('with %d people costs %d fen and saves %d', (people, payableFen, savedFen) => {
    expect(aReceipt([inLadder(people)])).toMatchObject({ goodsFen: 49900, payableFen, savedFen })
  })

  test('saves on every piece', () => {
    expect(aReceipt([inLadder(100, 3)])).toMatchObject({ payableFen: 134700, savedFen: 15000 })
  })

  test('explains the price by people, step and deal', () => {
    const [line] = aReceipt([inLadder(512, 2)]).lines
    expect(line?.steps[1]).toEqual({
      kind: 'ladder',
      id: 'cherry-ladder',
      amountFen: -20000,
      why: { people: 512, step: 2, unitFen: 39900 },
    })
  })

  test("starts from the ladder's own base price, not from the SKU's", () => {
    const dearer = aLine({ sku: aSku(56900), deal: anOffer(0) })
    expect(aReceipt([dearer])).toMatchObject({
      goodsFen: 56900,
      payableFen: 49900,
      savedFen: 7000,
    })
  })

  test('leaves the lines beside it alone', () => {
    const { lines } = aReceipt([aLine({ sku: aSku(990) }), inLadder(100)])
    expect(lines.map((line) => line.payableFen)).toEqual([990, 44900])
    expect(lines[0]?.steps.map((step) => step.kind)).toEqual(['base', 'freight'])
  })

  test('names the steps that are not reached, with what they miss', () => {
    expect(aReceipt([inLadder(120)]).skipped).toEqual([
      { kind: 'ladder', id: 'cherry-ladder', why: { missing: 380, unitFen: 39900 } },
      { kind: 'ladder', id: 'cherry-ladder', why: { missing: 880, unitFen: 29900 } },
    ])
  })

  test.each([
    [0, 3],
    [99, 3],
    [100, 2],
    [999, 1],
    [1000, 0],
  ])('with %d people has %d steps ahead', (people, ahead) => {
    expect(aReceipt([inLadder(people)]).skipped).toHaveLength(ahead)
  })

  test('is charged the price of now, even where all may go back at the close', () => {
    const line = aLine({ deal: anOffer(3, allOrNothing) })
    expect(aReceipt([line]).payableFen).toBe(49900)
  })
})

describe('freight', () => {
  test('is paid by the order and carried by its lines in proportion', () => {
    const receipt = aReceipt([aLine({ sku: aSku(3000) }), aLine({ sku: aSku(1000) })], 500)
    expect(receipt.freightFen).toBe(500)
    expect(receipt.payableFen).toBe(4500)
    expect(receipt.lines.map((line) => line.payableFen)).toEqual([3375, 1125])
  })

  test('leaves the odd fen with the largest remainder', () => {
    const thirds = [aLine({ sku: aSku(10) }), aLine({ sku: aSku(10) }), aLine({ sku: aSku(10) })]
    expect(aReceipt(thirds, 100).lines.map((line) => line.payableFen)).toEqual([44, 43, 43])
  })

  test('is no saving', () => {
    expect(aReceipt([inLadder(100)], 500)).toMatchObject({ savedFen: 5000, payableFen: 45400 })
  })

  test('free of charge still stands on the receipt', () => {
    const [line] = aReceipt().lines
    expect(line?.steps.at(-1)).toMatchObject({
      kind: 'freight',
      amountFen: 0,
      why: { delivery: 'pick-up' },
    })
  })
})

describe('any receipt', () => {
  const anyFreight = fc.integer({ min: 0, max: 10_000 })
  const examples = fc.tuple(anyBasket, anyFreight)
  const priced = ([basket, pickUp]: [BasketLine[], number]) => aReceipt(basket, pickUp)

  test('explains every line: its steps add up to what it costs', () => {
    always(examples, (example) => {
      for (const line of priced(example).lines) {
        expect(sum(line.steps.map((step) => step.amountFen))).toBe(line.payableFen)
      }
    })
  })

  test('adds up: the lines together are what is paid', () => {
    always(examples, (example) => {
      const receipt = priced(example)
      expect(sum(receipt.lines.map((line) => line.payableFen))).toBe(receipt.payableFen)
      expect(receipt.goodsFen - receipt.savedFen + receipt.freightFen).toBe(receipt.payableFen)
    })
  })

  test('spreads the freight to the fen', () => {
    always(examples, (example) => {
      const receipt = priced(example)
      const steps = receipt.lines.flatMap((line) => line.steps)
      const freight = steps.filter((step) => step.kind === 'freight')
      expect(sum(freight.map((step) => step.amountFen))).toBe(example[1])
      expect(receipt.freightFen).toBe(example[1])
      expect(freight.every((step) => step.amountFen >= 0)).toBe(true)
    })
  })

  test('has each step at most once a line, and in the order of the list', () => {
    always(examples, (example) => {
      for (const line of priced(example).lines) {
        const kinds = line.steps.map((step) => step.kind)
        expect(priceSteps.filter((kind) => kinds.includes(kind))).toEqual(kinds)
      }
    })
  })

  test('costs before freight what its pieces cost, each at its unit price', () => {
    always(anyBasket, (basket) => {
      expect(aReceipt(basket).payableFen).toBe(
        sum(basket.map((line) => unitFen(line) * line.quantity)),
      )
    })
  })

  test('keeps the lines as they were put into the basket', () => {
    always(examples, ([basket, pickUp]) => {
      const before = JSON.stringify(basket)
      const { lines } = aReceipt(basket, pickUp)
      expect(lines.map(({ sku, quantity, deal }) => ({ sku, quantity, deal }))).toEqual(
        basket.map(({ sku, quantity, deal }) => ({ sku, quantity, deal })),
      )
      expect(JSON.stringify(basket)).toBe(before)
    })
  })

  test('is the same for the phone and the cloud', () => {
    always(examples, ([basket, pickUp]) => {
      const sent = JSON.parse(JSON.stringify(basket)) as BasketLine[]
      const context = { freight: freightOf(pickUp), delivery: 'pick-up' as const }
      expect(quote(sent, context)).toEqual(quote(basket, context))
    })
  })

  test('never costs more when one more joins', () => {
    always(anyBasket, (basket) => {
      const later = basket.map((line) => ({
        ...line,
        deal: line.deal && { ...line.deal, people: line.deal.people + 1 },
      }))
      expect(aReceipt(later).payableFen).toBeLessThanOrEqual(aReceipt(basket).payableFen)
    })
  })
})

describe('the sum that the shopper saw', () => {
  const receipt = aReceipt([inLadder(100)])

  test('is charged when it still is the sum', () => {
    expect(asSeen(receipt, fen(44900))).toBeUndefined()
  })

  test.each([49900, 44899, 44901, 0])('is refused when it was %d, and says both', (seen) => {
    expect(asSeen(receipt, fen(seen))).toEqual({
      failed: true,
      code: 'price_changed',
      details: { seenFen: seen, payableFen: 44900 },
    })
  })
})
