import { quote, type DealOffer, type PriceContext } from '@domain/orders/receipt'
import { after, DAY } from '@domain/time'
import { aContext, aLine, allOrNothing, anOffer, aReceipt, aSku, MORNING } from '../build'
import { bps, fruitLevels } from '../members/build'
import { aDiscount, aFlashOffer, aSave, aTeamOffer, goods, promotionsOf } from '../promotions/build'

const inLadder = (people: number, quantity = 1) => aLine({ quantity, deal: anOffer(people) })

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
      name: '车厘子阶梯团',
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
    const told = { kind: 'ladder', id: 'cherry-ladder', name: '车厘子阶梯团', reason: 'next' }
    expect(aReceipt([inLadder(120)]).skipped).toEqual([
      { ...told, why: { missing: 380, unitFen: 39900 }, skuId: 'sku-49900' },
      { ...told, why: { missing: 880, unitFen: 29900 }, skuId: 'sku-49900' },
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

describe('a basket in a team', () => {
  test.each([
    [true, 3490, 'leader'],
    [false, 3690, 'joiner'],
  ])('costs a leader (%p) %d fen', (isLeader, price, role) => {
    const receipt = aReceipt([goods(4590, { quantity: 2, deal: aTeamOffer(price, { isLeader }) })])
    expect(receipt).toMatchObject({ goodsFen: 9180, payableFen: 2 * price, skipped: [] })
    expect(receipt.lines[0]?.steps[1]).toEqual({
      kind: 'team',
      id: 'kiwi-team',
      name: '奇异果3人团',
      amountFen: 2 * (price - 4590),
      why: { people: 3, role, unitFen: price },
    })
  })
})

describe('a basket in a flash sale', () => {
  test('costs the price of the session, and says when it ends', () => {
    const receipt = aReceipt([goods(1990, { deal: aFlashOffer(990) })])
    expect(receipt).toMatchObject({ goodsFen: 1990, savedFen: 1000, payableFen: 990, skipped: [] })
    expect(receipt.lines[0]?.steps[1]).toEqual({
      kind: 'flash',
      id: 'mango-flash',
      name: '限时秒杀',
      amountFen: -1000,
      why: { unitFen: 990, endsAt: after(MORNING, DAY / 8) },
    })
  })

  test('may cost nothing', () => {
    expect(aReceipt([goods(1990, { deal: aFlashOffer(0) })]).payableFen).toBe(0)
  })
})

describe('a line in a deal has the price of the deal', () => {
  const silver: Partial<PriceContext> = {
    levels: fruitLevels(),
    member: { levelId: fruitLevels().levels[1]?.id ?? null },
  }
  const skippedOn = (deal: DealOffer, own: Partial<PriceContext>) =>
    quote([goods(10_000, { deal })], aContext(own)).skipped.filter(({ kind }) => kind !== 'ladder')

  test.each<[string, DealOffer, number]>([
    ['a ladder', anOffer(100), 44900],
    ['a team', aTeamOffer(9500), 9500],
    ['a flash sale', aFlashOffer(9500), 9500],
  ])('in %s neither discounts nor levels nor 满减 change it', (_, deal, payableFen) => {
    const promotions = promotionsOf([aDiscount()], [aSave()])
    const receipt = quote([goods(10_000, { deal })], aContext({ ...silver, promotions }))
    expect(receipt.payableFen).toBe(payableFen)
    const others = receipt.skipped.filter(({ kind }) => kind !== 'ladder')
    expect(others.map(({ kind, reason, skuId }) => [kind, reason, skuId])).toEqual([
      ['discount', 'deal', 'sku-10000'],
      ['level', 'deal', 'sku-10000'],
      ['spend-and-save', 'deal', 'sku-10000'],
    ])
  })

  test('and who would pay less without it is told how much', () => {
    const [skip] = skippedOn(aTeamOffer(9000), { promotions: promotionsOf([aDiscount()]) })
    expect(skip).toEqual({
      kind: 'discount',
      id: 'twelve-off',
      name: '限时折扣',
      reason: 'deal',
      why: { unitFen: 8800, paidUnitFen: 9000 },
      skuId: 'sku-10000',
    })
  })

  test('by the one discount that would be charged, not by the others', () => {
    const promotions = promotionsOf([aDiscount({ discountBps: bps(9900) })])
    const level = fruitLevels().levels.map((one) => ({ ...one, discountBps: bps(9800) }))
    const own = { ...silver, promotions, levels: fruitLevels({ levels: level }) }
    expect(skippedOn(aTeamOffer(9950), own).map(({ kind, why }) => [kind, why])).toEqual([
      ['level', { unitFen: 9800, paidUnitFen: 9950 }],
      ['discount', {}],
    ])
  })

  test.each([8800, 8799, 100])('but not where the deal costs %d and is no dearer', (price) => {
    const skipped = skippedOn(aFlashOffer(price), { promotions: promotionsOf([aDiscount()]) })
    expect(skipped.map(({ why }) => why)).toEqual([{}])
  })
})
