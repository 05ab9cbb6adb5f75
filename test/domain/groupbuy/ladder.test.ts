import * as fc from 'fast-check'
import {
  dueFen,
  finalPrice,
  ladderFault,
  ladderPrice,
  lowestStep,
  MOST_STEPS,
  nextStep,
  stepsReached,
  type Ladder,
} from '@domain/groupbuy/ladder'
import { fen } from '@domain/money'
import { anyFen, anyLadder } from '../arbitrary'
import { allOrNothing, cherryLadder } from '../build'
import { always } from '../property'

const anyPeople = fc.integer({ min: 0, max: 100 })
const steps = (...pairs: [people: number, priceFen: number][]) =>
  pairs.map(([people, priceFen]) => ({ people, priceFen: fen(priceFen) }))

describe('the cherry ladder: ¥499, from 100 people ¥449, from 500 ¥399, from 1000 ¥299', () => {
  test.each([
    [0, 0, 49900, 'nobody has come'],
    [1, 0, 49900, 'the first one pays the base price'],
    [99, 0, 49900, 'one short of the first step'],
    [100, 1, 44900, 'the hundredth brings everybody down'],
    [101, 1, 44900, 'and the next pays the same'],
    [499, 1, 44900, 'one short of the second step'],
    [500, 2, 39900, 'the second step'],
    [501, 2, 39900, 'just past it'],
    [999, 2, 39900, 'one short of the last'],
    [1000, 3, 29900, 'the last step'],
    [1001, 3, 29900, 'past it there is nothing lower'],
    [100_000, 3, 29900, 'however many come'],
  ])('with %d people: step %d, %d fen (%s)', (people, step, priceFen) => {
    expect(stepsReached(cherryLadder, people)).toBe(step)
    expect(ladderPrice(cherryLadder, people)).toBe(priceFen)
  })

  test.each([
    [0, 100, 100],
    [1, 99, 100],
    [99, 1, 100],
    [100, 400, 500],
    [499, 1, 500],
    [500, 500, 1000],
    [999, 1, 1000],
  ])('with %d people, %d more bring it to the step of %d', (people, missing, step) => {
    expect(nextStep(cherryLadder, people)).toMatchObject({ missing, step: { people: step } })
  })

  test.each([1000, 1001, 5000])('with %d people there is no step ahead', (people) => {
    expect(nextStep(cherryLadder, people)).toBeUndefined()
  })

  test('can come down to ¥299', () => {
    expect(lowestStep(cherryLadder)).toEqual({ people: 1000, priceFen: 29900 })
  })
})

describe('the price that the close decides', () => {
  test.each([
    [0, 49900],
    [99, 49900],
    [100, 44900],
    [999, 39900],
    [1000, 29900],
  ])('sells at base when too few came: %d people, %d fen', (people, priceFen) => {
    expect(finalPrice(cherryLadder, people)).toBe(priceFen)
  })

  test.each([
    [0, null],
    [99, null],
    [100, 44900],
    [999, 39900],
    [1000, 29900],
  ])('gives all back when too few came: %d people, %p fen', (people, priceFen) => {
    expect(finalPrice(allOrNothing, people)).toBe(priceFen)
  })

  test('is the price that was shown with that many people, or everything goes back', () => {
    always(fc.tuple(anyLadder, anyPeople), ([ladder, people]) => {
      const price = finalPrice(ladder, people)
      if (price !== null) expect(price).toBe(ladderPrice(ladder, people))
      else expect(nextStep(ladder, people)?.step).toBe(ladder.steps[0])
    })
  })
})

describe('any ladder', () => {
  test('that climbs the right way has no fault', () => {
    always(anyLadder, (ladder) => {
      expect(ladderFault(ladder)).toBeUndefined()
    })
  })

  test('never costs more when one more comes', () => {
    always(fc.tuple(anyLadder, anyPeople), ([ladder, people]) => {
      expect(ladderPrice(ladder, people + 1)).toBeLessThanOrEqual(ladderPrice(ladder, people))
    })
  })

  test('costs less as soon as those missing have come, and not one earlier', () => {
    always(fc.tuple(anyLadder, anyPeople), ([ladder, people]) => {
      const next = nextStep(ladder, people)
      if (!next) return
      const { missing, step } = next
      expect(missing).toBeGreaterThan(0)
      expect(ladderPrice(ladder, people + missing)).toBe(step.priceFen)
      expect(ladderPrice(ladder, people + missing - 1)).toBe(ladderPrice(ladder, people))
    })
  })

  test('never goes below its lowest step nor above its base price', () => {
    always(fc.tuple(anyLadder, anyPeople), ([ladder, people]) => {
      const price = ladderPrice(ladder, people)
      expect(price).toBeGreaterThanOrEqual(lowestStep(ladder).priceFen)
      expect(price).toBeLessThanOrEqual(ladder.basePriceFen)
    })
  })

  test('without steps has no lowest price, which is a bug and not an answer', () => {
    expect(() => lowestStep({ ...cherryLadder, steps: [] })).toThrow('a ladder has steps')
  })
})

describe('a ladder that is set up wrong says what is wrong', () => {
  const faults: [string, Partial<Ladder>, string][] = [
    ['no steps', { steps: [] }, 'needs 1 to 6 steps'],
    [
      'more steps than the phone can show',
      {
        steps: steps(...Array.from({ length: 7 }, (_, i) => [i + 2, 700 - i] as [number, number])),
      },
      'needs 1 to 6 steps',
    ],
    ['a step for the first one', { steps: steps([1, 400]) }, 'step 1 needs more people'],
    ['a step for nobody', { steps: steps([0, 400]) }, 'step 1 needs more people'],
    ['two steps at once', { steps: steps([10, 400], [10, 300]) }, 'step 2 needs more people'],
    ['fewer people later', { steps: steps([10, 400], [5, 300]) }, 'step 2 needs more people'],
    ['the base price again', { steps: steps([10, 49900]) }, 'step 1 must be cheaper'],
    ['a dearer step', { steps: steps([10, 400], [20, 401]) }, 'step 2 must be cheaper'],
    ['the same price again', { steps: steps([10, 400], [20, 400]) }, 'step 2 must be cheaper'],
    ['a step for nothing', { steps: steps([10, 400], [20, 0]) }, 'step 2 needs a price'],
    ['money on top', { steps: steps([10, -1]) }, 'step 1 needs a price'],
  ]

  test.each(faults)('%s', (_, own, fault) => {
    expect(ladderFault({ ...cherryLadder, ...own })).toContain(fault)
  })

  test('the cherry ladder is fine', () => {
    expect(ladderFault(cherryLadder)).toBeUndefined()
    expect(ladderFault(allOrNothing)).toBeUndefined()
  })

  test('as many steps as the phone can show are fine, and one is enough', () => {
    const most = Array.from({ length: MOST_STEPS }, (_, i) => [i + 2, 700 - i] as [number, number])
    expect(ladderFault({ ...cherryLadder, steps: steps(...most) })).toBeUndefined()
    expect(ladderFault({ ...cherryLadder, steps: steps([2, 100]) })).toBeUndefined()
  })
})

describe('what an order owes after the close', () => {
  test.each([
    { paid: 49900, quantity: 1, final: 29900, due: 29900, why: 'came early: comes down' },
    { paid: 29900, quantity: 1, final: 29900, due: 29900, why: 'came last: paid just that' },
    { paid: 49900, quantity: 2, final: 44900, due: 89800, why: 'every piece comes down' },
    { paid: 39900, quantity: 1, final: 44900, due: 39900, why: 'people left: never pays more' },
    { paid: 49900, quantity: 3, final: null, due: 0, why: 'the ladder did not form' },
  ])('paid $paid a piece for $quantity, final $final: $due ($why)', (example) => {
    const final = example.final === null ? null : fen(example.final)
    expect(dueFen(fen(example.paid), example.quantity, final)).toBe(example.due)
  })

  test('is never more than was paid', () => {
    const examples = fc.tuple(
      fc.integer({ min: 0, max: 1_000_000 }).map(fen),
      fc.integer({ min: 1, max: 99 }),
      fc.option(anyFen),
    )
    always(examples, ([paid, quantity, final]) => {
      expect(dueFen(paid, quantity, final)).toBeLessThanOrEqual(paid * quantity)
    })
  })
})
