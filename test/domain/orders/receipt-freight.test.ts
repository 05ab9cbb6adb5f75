import { fen } from '@domain/money'
import { quote, type BasketLine, type PriceContext } from '@domain/orders/receipt'
import { aContext, aLine, anOffer, aReceipt, aSku } from '../build'
import { aFlashOffer, aSave, goods, promotionsOf } from '../promotions/build'

/** ¥6, free from ¥49 of goods on; pick-up for nothing: as the fruit shop has it. */
const freight = { flatFen: fen(600), freeAboveFen: fen(4900), pickUpFen: fen(0) }

const sent = (lines: readonly BasketLine[], own: Partial<PriceContext> = {}) =>
  quote(lines, aContext({ freight, delivery: 'courier', ...own }))

describe('what is picked up', () => {
  test('pays what pick-up costs, carried by its lines in proportion', () => {
    const receipt = aReceipt([aLine({ sku: aSku(3000) }), aLine({ sku: aSku(1000) })], 500)
    expect(receipt.freightFen).toBe(500)
    expect(receipt.payableFen).toBe(4500)
    expect(receipt.lines.map((line) => line.payableFen)).toEqual([3375, 1125])
  })

  test('leaves the odd fen with the largest remainder', () => {
    const thirds = [aLine({ sku: aSku(10) }), aLine({ sku: aSku(10) }), aLine({ sku: aSku(10) })]
    expect(aReceipt(thirds, 100).lines.map((line) => line.payableFen)).toEqual([44, 43, 43])
  })

  test('pays it however much is bought', () => {
    expect(aReceipt([goods(99_900)], 500).freightFen).toBe(500)
  })

  test('free of charge still says so', () => {
    const [line] = aReceipt().lines
    expect(line?.steps[line.steps.length - 1]).toEqual({
      kind: 'freight',
      id: null,
      name: null,
      amountFen: 0,
      why: { delivery: 'pick-up' },
    })
  })

  test('misses nothing for free freight', () => {
    expect(aReceipt([goods(100)], 500).skipped).toEqual([])
  })
})

describe('what is sent', () => {
  test.each([
    [4899, 600],
    [4900, 0],
    [4901, 0],
    [1, 600],
  ])('for goods of %d fen pays %d', (goodsFen, freightFen) => {
    const receipt = sent([goods(goodsFen)])
    expect(receipt).toMatchObject({ freightFen, payableFen: goodsFen + freightFen, savedFen: 0 })
  })

  test('says from when on it is free', () => {
    const [line] = sent([goods(4900)]).lines
    expect(line?.steps[1]).toMatchObject({
      kind: 'freight',
      amountFen: 0,
      why: { delivery: 'courier', freeAboveFen: 4900 },
    })
  })

  test('says how much is missing', () => {
    expect(sent([goods(4000)]).skipped).toEqual([
      {
        kind: 'freight',
        id: null,
        name: null,
        reason: 'missing',
        why: { missing: 900, freeAboveFen: 4900 },
        skuId: null,
      },
    ])
  })

  test('counts the goods after everything that was taken off', () => {
    const promotions = promotionsOf(
      [],
      [aSave({ steps: [{ minFen: fen(4900), offFen: fen(500) }] })],
    )
    const receipt = sent([goods(5000)], { promotions })
    expect(receipt).toMatchObject({ freightFen: 600, payableFen: 5100 })
    expect(receipt.skipped).toMatchObject([{ kind: 'freight', why: { missing: 400 } }])
  })

  test('counts lines in deals at what they cost there', () => {
    expect(sent([goods(9000, { deal: aFlashOffer(4899) })]).freightFen).toBe(600)
    expect(sent([aLine({ deal: anOffer(1000) })]).freightFen).toBe(0)
  })

  test('costs its freight even where the goods cost nothing', () => {
    const free = goods(1990, { deal: aFlashOffer(0) })
    const receipt = sent([free, free])
    expect(receipt.lines.map(({ payableFen }) => payableFen)).toEqual([600, 0])
  })

  test('is free in a shop that takes no freight', () => {
    const nothing = { ...freight, flatFen: fen(0) }
    expect(sent([goods(100)], { freight: nothing })).toMatchObject({ freightFen: 0, skipped: [] })
  })
})
