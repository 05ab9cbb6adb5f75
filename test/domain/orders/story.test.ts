import { fen, type Bps } from '@domain/money'
import { quote } from '@domain/orders/receipt'
import { goodsFenOf, storyOf } from '@domain/orders/story'
import { after, DAY } from '@domain/time'
import { anyBasket } from '../arbitrary'
import { aContext, aLine, aReceipt, aSku, freightOf, id, MORNING } from '../build'
import { always } from '../property'

const schedule = { kind: 'once', startsAt: MORNING, endsAt: after(MORNING, DAY) } as const
const everything = { kind: 'all', ids: [] } as const

/** Two lines, 10% off, ¥15 off from ¥129 on, brought home for ¥8. */
const receipt = quote(
  [aLine({ sku: aSku(9900), quantity: 2 }), aLine({ sku: aSku(2000) })],
  aContext({
    delivery: 'courier',
    freight: { ...freightOf(), freeAboveFen: fen(99900) },
    promotions: {
      discounts: [
        {
          ...{ id: id('tenth'), kind: 'discount', name: '九折', schedule, scope: everything },
          ...{ levelAtLeast: null, discountBps: 9000 as Bps, pointsMultiplierBps: null },
        },
      ],
      spendAndSave: [
        {
          ...{ id: id('save'), name: '满129减15', schedule, scope: everything },
          steps: [{ minFen: fen(12900), offFen: fen(1500) }],
        },
      ],
    },
  }),
)

describe('a receipt as it is told', () => {
  const { lines, whole } = storyOf(receipt)

  test('tells of each line what happened to it alone', () => {
    expect(lines.map(({ steps }) => steps.map(({ kind, amountFen }) => [kind, amountFen]))).toEqual(
      [
        [
          ['base', 19800],
          ['discount', -1980],
        ],
        [
          ['base', 2000],
          ['discount', -200],
        ],
      ],
    )
  })

  test('puts together again what was spread over the lines', () => {
    expect(whole.map(({ kind, id: by, amountFen }) => [kind, by, amountFen])).toEqual([
      ['spend-and-save', 'save', -1500],
      ['freight', null, 800],
    ])
  })

  test('adds up to what is paid, whatever is in the basket', () => {
    always(anyBasket, (basket) => {
      const any = aReceipt(basket, 300)
      const story = storyOf(any)
      const steps = [...story.lines.flatMap((line) => line.steps), ...story.whole]
      expect(steps.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(any.payableFen)
    })
  })
})

test('the goods of a receipt are what is paid without freight', () => {
  expect(receipt.payableFen).toBe(18920)
  expect(goodsFenOf(receipt)).toBe(18120)
})
