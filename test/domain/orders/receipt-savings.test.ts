import { quote, type BasketLine, type PriceContext, type Receipt } from '@domain/orders/receipt'
import type { SpendAndSave } from '@domain/promotions/spendAndSave'
import { after, DAY } from '@domain/time'
import { aContext, id, MORNING } from '../build'
import { bps } from '../members/build'
import {
  aDiscount,
  aFlashOffer,
  aSave,
  coming,
  ended,
  goods,
  promotionsOf,
  shelf,
  steps,
} from '../promotions/build'

/** What lines come to in a shop with these spend-and-saves. */
const saving = (
  lines: readonly BasketLine[],
  saves: readonly SpendAndSave[] = [aSave()],
  own: Partial<PriceContext> = {},
) => quote(lines, aContext({ promotions: promotionsOf([], saves), ...own }))

const savedOn = (receipt: Receipt) =>
  receipt.lines.map(
    ({ steps: all }) => all.find(({ kind }) => kind === 'spend-and-save')?.amountFen,
  )

const told = (receipt: Receipt) =>
  receipt.skipped.map(({ id: one, reason, why }) => ({ id: one, reason, why }))

describe('满 59 减 5，满 129 减 15', () => {
  test.each([
    [5899, 5899],
    [5900, 5400],
    [12899, 12399],
    [12900, 11400],
    [50_000, 48_500],
  ])('a basket of %d costs %d', (goodsFen, payableFen) => {
    expect(saving([goods(goodsFen)])).toMatchObject({ goodsFen, payableFen })
  })

  test('takes it off once, however often the sum is reached', () => {
    expect(saving([goods(5900, { quantity: 5 })]).savedFen).toBe(1500)
  })

  test('stands on every line that takes part, with the step that was reached', () => {
    expect(saving([goods(6000)]).lines[0]?.steps[1]).toEqual({
      kind: 'spend-and-save',
      id: 'save-59-5',
      name: '满59减5',
      amountFen: -500,
      why: { minFen: 5900, offFen: 500 },
    })
  })

  test('is spread over its lines by what they cost, to the fen', () => {
    const receipt = saving([goods(2000), goods(2001), goods(2002)])
    expect(savedOn(receipt)).toEqual([-166, -167, -167])
  })

  test('counts what is left after discounts', () => {
    const promotions = promotionsOf([aDiscount({ discountBps: bps(9000) })], [aSave()])
    const priced = (price: number) => quote([goods(price)], aContext({ promotions }))
    expect(priced(6556).payableFen).toBe(5400)
    expect(priced(6000).payableFen).toBe(5400)
    expect(priced(6000).skipped).toMatchObject([{ reason: 'missing', why: { missing: 500 } }])
  })

  test('counts only what it is for', () => {
    const pantry = aSave({ scope: shelf('pantry') })
    const lines = [goods(9000, { on: 'pantry' }), goods(9000, { on: 'berry' })]
    expect(savedOn(saving(lines, [pantry]))).toEqual([-500, undefined])
  })

  test('does not count lines in a deal', () => {
    const lines = [goods(9000, { deal: aFlashOffer(8000) }), goods(5900)]
    const receipt = saving(lines)
    expect(savedOn(receipt)).toEqual([undefined, -500])
    expect(receipt.skipped).toMatchObject([
      { id: 'save-59-5', reason: 'deal', why: {}, skuId: 'sku-9000' },
      { id: 'save-59-5', reason: 'next', skuId: null },
    ])
  })
})

describe('of several, each line takes part in one', () => {
  const both = aSave({ id: id('both'), steps: steps([5000, 600]) })
  const pantry = aSave({ id: id('pantry'), scope: shelf('pantry'), steps: steps([3000, 500]) })
  const nuts = goods(4000, { on: 'pantry' })
  const kiwi = goods(3000)

  test('the one that takes off more', () => {
    const receipt = saving([nuts, kiwi], [pantry, both])
    expect(receipt.savedFen).toBe(600)
    expect(told(receipt)).toEqual([{ id: 'pantry', reason: 'better', why: { offFen: 500 } }])
  })

  test('the rest on what lines are left', () => {
    const receipt = saving([nuts, goods(5000)], [both, pantry])
    expect(savedOn(receipt)).toEqual([-500, -600])
    expect(receipt.skipped).toEqual([])
  })
})

describe('a spend-and-save that does nothing, or not all that it could, says why', () => {
  test('too little is spent: how much is missing', () => {
    expect(saving([goods(5000)]).skipped).toEqual([
      {
        kind: 'spend-and-save',
        id: 'save-59-5',
        name: '满59减5',
        reason: 'missing',
        why: { missing: 900, minFen: 5900, offFen: 500 },
        skuId: null,
      },
    ])
  })

  test('the next step is not reached', () => {
    expect(told(saving([goods(10_000)]))).toEqual([
      { id: 'save-59-5', reason: 'next', why: { missing: 2900, minFen: 12900, offFen: 1500 } },
    ])
  })

  test('nothing is left to say on the last step', () => {
    expect(saving([goods(12_900)]).skipped).toEqual([])
  })

  test.each<[string, Partial<SpendAndSave>, BasketLine, object]>([
    [
      'it starts later',
      { schedule: coming },
      goods(9000),
      { reason: 'unstarted', why: { startsAt: after(MORNING, DAY) } },
    ],
    [
      'nothing is what it is for',
      { scope: shelf('pantry') },
      goods(9000),
      { reason: 'scope', why: {} },
    ],
    [
      'all of it is in deals',
      {},
      goods(9000, { deal: aFlashOffer(8000) }),
      { reason: 'deal', why: {} },
    ],
  ])('%s', (_, own, line, skip) => {
    expect(told(saving([line], [aSave(own)]))).toEqual([{ id: 'save-59-5', ...skip }])
  })

  test('but not where it ended for good', () => {
    expect(saving([goods(9000)], [aSave({ schedule: ended })])).toMatchObject({
      savedFen: 0,
      skipped: [],
    })
  })
})
