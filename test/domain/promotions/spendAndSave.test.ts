import * as fc from 'fast-check'
import { fen } from '@domain/money'
import {
  bestSavings,
  MOST_SAVE_STEPS,
  MOST_WEIGHED,
  savingOf,
  spendAndSaveFault,
  spentOn,
  stepAhead,
  stepReached,
  type Saving,
  type SpendAndSave,
  type Spending,
} from '@domain/promotions/spendAndSave'
import { id } from '../build'
import { always } from '../property'
import { anySave } from './arbitrary'
import { aSave, product, shelf, steps } from './build'

/** What is spent on a product of a shelf. */
const spending = (payableFen: number, productId = 'kiwi', on = 'season'): Spending => ({
  product: { id: id(productId), categoryId: id(on) },
  payableFen: fen(payableFen),
})

const offOf = (savings: readonly Saving<Spending>[]) =>
  savings.reduce((sum, { offFen }) => sum + offFen, 0)

/** For one product: from so much on, so much off. */
const forProducts = (name: string, minFen: number, offFen: number, ...ids: string[]) =>
  aSave({ id: id(name), name, scope: product(...ids), steps: steps([minFen, offFen]) })

describe('满 59 减 5，满 129 减 15', () => {
  test.each([
    [0, undefined, 5900],
    [5899, undefined, 5900],
    [5900, 500, 12900],
    [12899, 500, 12900],
    [12900, 1500, undefined],
    [99999, 1500, undefined],
  ])('%d fen spent: %p off, the next step from %p on', (spent, off, next) => {
    expect(stepReached(aSave(), fen(spent))?.offFen).toBe(off)
    expect(stepAhead(aSave(), fen(spent))?.minFen).toBe(next)
  })

  test('counts what its lines cost together', () => {
    const lines = [spending(3000), spending(2900)]
    expect(spentOn(lines)).toBe(5900)
    expect(savingOf(aSave(), lines)).toMatchObject({ offFen: 500, lines, step: { minFen: 5900 } })
  })

  test('counts only what it is for', () => {
    const nuts = spending(5900, 'nuts', 'pantry')
    const save = aSave({ scope: shelf('pantry') })
    expect(savingOf(save, [spending(5900), nuts])?.lines).toEqual([nuts])
    expect(savingOf(save, [spending(5900)])).toBeUndefined()
  })

  test('never takes off more than is spent, even where it is set up wrong', () => {
    const wrong = aSave({ steps: steps([100, 500]) })
    expect(savingOf(wrong, [spending(120)])?.offFen).toBe(120)
  })
})

describe('of several', () => {
  test('each takes its own lines', () => {
    const lines = [spending(1000, 'kiwi'), spending(1000, 'apple')]
    const saves = [
      forProducts('kiwi-save', 900, 50, 'kiwi'),
      forProducts('apple-save', 900, 60, 'apple'),
    ]
    expect(offOf(bestSavings(saves, lines))).toBe(110)
  })

  test('one line takes part in one only: the one that takes off most', () => {
    const saves = [forProducts('less', 900, 50, 'kiwi'), forProducts('more', 900, 60, 'kiwi')]
    const [saving, ...others] = bestSavings(saves, [spending(1000)])
    expect(saving?.promotion.id).toBe('more')
    expect(others).toEqual([])
  })

  test('the rest take what lines are left', () => {
    const lines = [spending(1000, 'kiwi'), spending(1000, 'apple')]
    const saves = [
      forProducts('kiwi-save', 900, 80, 'kiwi'),
      forProducts('both', 900, 70, 'kiwi', 'apple'),
    ]
    expect(bestSavings(saves, lines).map(({ promotion }) => promotion.id)).toEqual([
      'kiwi-save',
      'both',
    ])
  })

  test('one that takes off most alone gives way to two that take off more together', () => {
    const lines = [spending(1000, 'kiwi'), spending(1000, 'apple')]
    const both = forProducts('both', 2000, 100, 'kiwi', 'apple')
    const saves = [
      both,
      forProducts('kiwi-save', 900, 80, 'kiwi'),
      forProducts('apple-save', 900, 80, 'apple'),
    ]
    expect(offOf(bestSavings(saves, lines))).toBe(160)
  })

  test('of equal ones the first by its id is taken', () => {
    const equal = [forProducts('b', 900, 50, 'kiwi'), forProducts('a', 900, 50, 'kiwi')]
    const taken = (saves: SpendAndSave[]) => bestSavings(saves, [spending(1000)])[0]?.promotion.id
    expect(taken(equal)).toBe('a')
    expect(taken([...equal].reverse())).toBe('a')
  })

  test('each of a dozen takes its own lines', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `fruit-${n}`)
    const dozen = ids.map((one) => forProducts(`save-${one}`, 900, 50, one))
    const lines = ids.map((one) => spending(1000, one))
    expect(offOf(bestSavings(dozen, lines))).toBe(600)
  })

  test('very many are weighed in no time', () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      forProducts(`save-${n}`, 500 + n, 50 + n, 'kiwi'),
    )
    const started = performance.now()
    expect(offOf(bestSavings(many, [spending(1000), spending(900)]))).toBe(89)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

/** What the best order of choosing takes off, found by trying every order. */
function tryAll(saves: readonly SpendAndSave[], lines: readonly Spending[]): number {
  return saves.reduce((most, save) => {
    const saving = savingOf(save, lines)
    if (!saving) return most
    const rest = lines.filter((line) => !saving.lines.includes(line))
    const others = saves.filter((one) => one !== save)
    return Math.max(most, saving.offFen + tryAll(others, rest))
  }, 0)
}

describe('any spend-and-saves on any lines', () => {
  const anyLines = fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 12_000 }),
        fc.constantFrom('kiwi', 'apple', 'mango', 'nuts'),
        fc.constantFrom('season', 'pantry', 'berry'),
      )
      .map(([sum, productId, on]) => spending(sum, productId, on)),
    { maxLength: 6 },
  )
  const anySaves = fc
    .array(anySave, { maxLength: 4 })
    .map((saves) => saves.map((one, n) => aSave({ ...one, id: id(`save-${n}`) })))

  test('are set up right', () => {
    always(anySave, (save) => {
      expect(spendAndSaveFault(save)).toBeUndefined()
    })
  })

  test('take off as much as any order of choosing does', () => {
    always(fc.tuple(anySaves, anyLines), ([saves, lines]) => {
      expect(offOf(bestSavings(saves, lines))).toBe(tryAll(saves, lines))
    })
  })

  test('never take a line twice, nor more than it costs', () => {
    always(fc.tuple(anySaves, anyLines), ([saves, lines]) => {
      const savings = bestSavings(saves, lines)
      const taken = savings.flatMap((saving) => saving.lines)
      expect(new Set(taken).size).toBe(taken.length)
      for (const saving of savings) expect(saving.offFen).toBeLessThanOrEqual(spentOn(saving.lines))
    })
  })

  test('take off no less when there is one more', () => {
    always(fc.tuple(anySaves, anyLines), ([saves, lines]) => {
      expect(saves.length).toBeLessThan(MOST_WEIGHED)
      expect(offOf(bestSavings(saves, lines))).toBeGreaterThanOrEqual(
        offOf(bestSavings(saves.slice(1), lines)),
      )
    })
  })

  test('take off the same in whatever order the shop wrote them down', () => {
    always(fc.tuple(anySaves, anyLines), ([saves, lines]) => {
      expect(bestSavings([...saves].reverse(), lines)).toEqual(bestSavings(saves, lines))
    })
  })
})

describe('steps that are set up wrong say what is wrong', () => {
  const many = Array.from({ length: MOST_SAVE_STEPS + 1 }, (_, n): [number, number] => [
    n + 2,
    n + 1,
  ])

  test.each<[string, [number, number][], string]>([
    ['no steps', [], 'needs 1 to 6 steps'],
    ['too many', many, 'needs 1 to 6 steps'],
    ['from nothing on', [[0, 0]], 'step 1 needs more spending than the one before'],
    [
      'falling',
      [
        [5900, 500],
        [5900, 600],
      ],
      'step 2 needs more spending than the one before',
    ],
    ['nothing off', [[5900, 0]], 'step 1 must take off more than the one before'],
    [
      'no more off',
      [
        [5900, 500],
        [12900, 500],
      ],
      'step 2 must take off more than the one before',
    ],
    ['all off', [[5900, 5900]], 'step 1 must take off less than is spent'],
  ])('%s', (_, pairs, fault) => {
    expect(spendAndSaveFault({ steps: steps(...pairs) })).toBe(fault)
  })

  test('as many steps as are allowed are fine', () => {
    expect(spendAndSaveFault({ steps: steps(...many.slice(1)) })).toBeUndefined()
    expect(spendAndSaveFault(aSave())).toBeUndefined()
  })
})
