import { fen } from '@domain/money'
import {
  asSeen,
  lineFreightFen,
  lineGoodsFen,
  piecesOf,
  quote,
  unitFen,
} from '@domain/orders/receipt'
import { aContext, aLine, anOffer, aReceipt, aSku, freightOf } from '../build'
import { bps, fruitLevels } from '../members/build'
import {
  aDiscount,
  aFlashOffer,
  aSave,
  aTeamOffer,
  goods,
  promotionsOf,
  shelf,
} from '../promotions/build'

describe('a basket without deals and promotions', () => {
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
      name: null,
      amountFen: 99800,
      why: { unitFen: 49900, quantity: 2 },
    })
  })
})

describe('a basket with everything in it', () => {
  // A ladder box, discounted nuts, and berries at the level's price; 满59减5 over the last two.
  const basket = [
    aLine({ deal: anOffer(100) }),
    goods(4000, { on: 'pantry', quantity: 1 }),
    goods(2500, { on: 'berry', quantity: 2 }),
  ]
  const receipt = quote(
    basket,
    aContext({
      delivery: 'courier',
      freight: { ...freightOf(), freeAboveFen: fen(100_000) },
      promotions: promotionsOf([aDiscount({ scope: shelf('pantry') })], [aSave()]),
      levels: fruitLevels(),
      member: { levelId: fruitLevels().levels[2]?.id ?? null },
    }),
  )

  test('is explained line by line, step by step', () => {
    const story = receipt.lines.map(({ steps }) =>
      steps.map(({ kind, amountFen }) => [kind, amountFen]),
    )
    expect(story).toEqual([
      [
        ['base', 49900],
        ['ladder', -5000],
        ['freight', 680],
      ],
      [
        ['base', 4000],
        ['discount', -480],
        ['spend-and-save', -209],
        ['freight', 50],
      ],
      [
        ['base', 5000],
        ['level', -100],
        ['spend-and-save', -291],
        ['freight', 70],
      ],
    ])
  })

  test('adds up', () => {
    expect(receipt).toMatchObject({
      goodsFen: 58900,
      savedFen: 6080,
      freightFen: 800,
      payableFen: 53620,
    })
    expect(receipt.lines.map((line) => line.payableFen)).toEqual([45580, 3361, 4679])
  })

  test('says why nothing else brought it down', () => {
    expect(receipt.skipped.map(({ kind, id, reason, skuId }) => [kind, id, reason, skuId])).toEqual(
      [
        ['ladder', 'cherry-ladder', 'next', 'sku-49900'],
        ['ladder', 'cherry-ladder', 'next', 'sku-49900'],
        ['level', 'gold', 'deal', 'sku-49900'],
        ['level', 'gold', 'better', 'sku-4000'],
        ['spend-and-save', 'save-59-5', 'deal', 'sku-49900'],
        ['spend-and-save', 'save-59-5', 'next', null],
        ['freight', null, 'missing', null],
      ],
    )
  })

  test('tells goods and freight of a line apart', () => {
    expect(receipt.lines.map(lineGoodsFen)).toEqual([44900, 3311, 4609])
    expect(receipt.lines.map(lineFreightFen)).toEqual([680, 50, 70])
  })

  test('has so many pieces', () => {
    expect(piecesOf(basket)).toBe(4)
    expect(piecesOf([])).toBe(0)
  })
})

describe('a piece before anything else comes down', () => {
  test.each([
    ['without a deal costs what its SKU does', null, 49900],
    ['in a ladder what its step does', anOffer(500), 39900],
    ['in a team what the team does', aTeamOffer(3690), 3690],
    ['in a flash sale what the session does', aFlashOffer(99), 99],
  ])('%s', (_, deal, price) => {
    expect(unitFen({ sku: aSku(49900), deal })).toBe(price)
  })
})

describe('the sum that the shopper saw', () => {
  const receipt = aReceipt([aLine({ deal: anOffer(100) })])

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

  test('is another one as soon as a discount begins', () => {
    const cheaper = quote(
      [aLine()],
      aContext({ promotions: promotionsOf([aDiscount({ discountBps: bps(9000) })]) }),
    )
    expect(asSeen(cheaper, fen(49900))?.details).toEqual({ seenFen: 49900, payableFen: 44910 })
  })
})
