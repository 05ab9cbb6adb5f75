import * as fc from 'fast-check'
import { BrokenPromise } from '@domain/assert'
import {
  add,
  average,
  fen,
  lesser,
  MAX_FEN,
  NOTHING,
  share,
  shareDown,
  split,
  subtract,
  times,
  yuan,
  type Bps,
} from '@domain/money'
import { anyFen } from './arbitrary'
import { always } from './property'

const bps = (rate: number) => rate as Bps
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
const anyWeights = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: MAX_FEN }),
    fc.constant(MAX_FEN),
  ),
  { minLength: 1, maxLength: 25 },
)

describe('money is whole fen', () => {
  test.each([0, 1, -1, 49900, MAX_FEN, -MAX_FEN])('%d fen is money', (amount) => {
    expect(fen(amount)).toBe(amount)
  })

  test.each([0.5, 499.99, NaN, Infinity, -Infinity, MAX_FEN + 1, -MAX_FEN - 1])(
    '%d fen is a bug, not money',
    (amount) => {
      expect(() => fen(amount)).toThrow(BrokenPromise)
    },
  )

  test('nothing is no fen at all', () => {
    expect(NOTHING).toBe(0)
  })
})

describe('adding and taking away', () => {
  test('a bill adds up', () => {
    expect(add(fen(49900), fen(990), fen(-1000))).toBe(49890)
  })

  test('no sums add up to nothing', () => {
    expect(add()).toBe(0)
  })

  test('a sum beyond one billion yuan is a bug', () => {
    expect(() => add(fen(MAX_FEN), fen(1))).toThrow('not whole fen')
  })

  test('what is left may be a debt', () => {
    expect(subtract(fen(100), fen(300))).toBe(-200)
  })

  test('what is taken away and put back changes nothing', () => {
    always(fc.tuple(anyFen, anyFen), ([amount, less]) => {
      const left = subtract(amount, less)
      expect(add(left, less)).toBe(amount)
    })
  })

  test('three boxes cost three times the price of one', () => {
    expect(times(fen(49900), 3)).toBe(149700)
    expect(times(fen(49900), 0)).toBe(0)
  })

  test.each([-1, 0.5, NaN])('%d boxes can not be bought', (count) => {
    expect(() => times(fen(49900), count)).toThrow('is not a count')
  })

  test('the smaller of two sums is the smaller one, whichever comes first', () => {
    expect(lesser(fen(29900), fen(49900))).toBe(29900)
    expect(lesser(fen(49900), fen(29900))).toBe(29900)
    expect(lesser(fen(100), fen(100))).toBe(100)
  })
})

describe('a share at a rate', () => {
  test.each([
    [10000, 10000, 10000, 'the whole is the whole'],
    [10000, 0, 0, 'nothing of it is nothing'],
    [9900, 1000, 990, 'a tenth'],
    [1, 5000, 1, 'half a fen is rounded up'],
    [3, 5000, 2, 'one and a half fen are two'],
    [1, 4999, 0, 'less than half a fen is none'],
    [MAX_FEN, 9999, 99_990_000_000, 'the largest sum is still exact'],
  ])('of %d fen at %d basis points is %d: %s', (amount, rate, part) => {
    expect(share(fen(amount), bps(rate))).toBe(part)
  })

  test('is never half a fen away from the true share', () => {
    always(fc.tuple(anyFen, fc.integer({ min: 0, max: 10000 })), ([amount, rate]) => {
      const tenThousandths =
        BigInt(share(amount, bps(rate))) * 10000n - BigInt(amount) * BigInt(rate)
      expect(tenThousandths > -5000n && tenThousandths <= 5000n).toBe(true)
    })
  })
})

describe('a share that is promised', () => {
  test.each([
    [999, 350, 34],
    [28, 350, 0],
    [29, 350, 1],
    [10_000, 0, 0],
    [10_000, 10_000, 10_000],
    [MAX_FEN, 9999, 99_990_000_000],
  ])('of %d fen at %d: %d, rounded down', (amount, rate, part) => {
    expect(shareDown(fen(amount), bps(rate))).toBe(part)
  })

  test('is never more than the exact part, and less than a fen below it', () => {
    const shares = fc.record({
      amount: fc.integer({ min: 0, max: MAX_FEN }),
      rate: fc.integer({ min: 0, max: 10_000 }),
    })
    always(shares, ({ amount, rate }) => {
      const missing =
        BigInt(amount) * BigInt(rate) - BigInt(shareDown(fen(amount), bps(rate))) * 10000n
      expect(missing >= 0n && missing < 10000n).toBe(true)
    })
  })
})

describe('splitting a sum over lines', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33], 'the odd fen goes to the first of equals'],
    [200, [1, 1, 1], [67, 67, 66], 'two odd fen go to the first two of equals'],
    [100, [1, 2], [33, 67], 'the largest remainder takes the odd fen, not the first line'],
    [7, [3, 1], [5, 2], 'the largest remainder takes the odd fen, not the heaviest line'],
    [10, [5, 3, 2], [5, 3, 2], 'where it divides evenly nobody gets more'],
    [7, [0, 1, 0, 1], [0, 4, 0, 3], 'a line without weight carries nothing'],
    [1, [1, 1, 1, 1], [1, 0, 0, 0], 'a single fen is not divided'],
    [5, [0, 0, 0], [5, 0, 0], 'where nothing weighs anything the first line takes all'],
    [0, [3, 4], [0, 0], 'no money is no money on every line'],
    [800, [12800], [800], 'one line takes all'],
    [MAX_FEN, [MAX_FEN, MAX_FEN, MAX_FEN], [33333333334, 33333333333, 33333333333], 'large sums'],
  ])('%d over %j is %j: %s', (total, weights, parts) => {
    expect(split(fen(total), weights)).toEqual(parts)
  })

  test('always adds up to the sum, so that refunding every line gives back what was paid', () => {
    always(fc.tuple(anyFen, anyWeights), ([total, weights]) => {
      expect(sum(split(total, weights))).toBe(total)
    })
  })

  test('gives no line a whole fen more or less than its true part', () => {
    always(fc.tuple(anyFen, anyWeights), ([total, weights]) => {
      const whole = BigInt(sum(weights))
      fc.pre(whole > 0n)
      split(total, weights).forEach((part, line) => {
        const off = BigInt(part) * whole - BigInt(total) * BigInt(weights[line] ?? 0)
        expect(off > -whole && off < whole).toBe(true)
      })
    })
  })

  test('gives a heavier line never less than a lighter one', () => {
    always(fc.tuple(anyFen, anyWeights), ([total, weights]) => {
      fc.pre(sum(weights) > 0)
      const parts = split(total, weights)
      const byWeight = weights.map((weight, line) => ({ weight, part: parts[line] ?? NaN }))
      byWeight.sort((one, other) => one.weight - other.weight || one.part - other.part)
      byWeight.reduce((lighter, heavier) => {
        expect(heavier.part).toBeGreaterThanOrEqual(lighter.part)
        return heavier
      })
    })
  })

  test('gives the earlier of two equal lines the odd fen, never the later one', () => {
    always(fc.tuple(anyFen, fc.integer({ min: 1, max: 20 })), ([total, lines]) => {
      const parts = split(total, Array<number>(lines).fill(7))
      expect([...parts].sort((one, other) => other - one)).toEqual(parts)
    })
  })

  test.each([[[-1, 2]], [[0.5]], [[MAX_FEN + 1]]])('refuses %j as weights', (weights) => {
    expect(() => split(fen(100), weights)).toThrow('weights are whole')
  })

  test('refuses to split a debt', () => {
    expect(() => split(fen(-1), [1])).toThrow(BrokenPromise)
  })

  test('nothing over no lines is fine, but a sum over no lines would be lost', () => {
    expect(split(NOTHING, [])).toEqual([])
    expect(() => split(fen(100), [])).toThrow(BrokenPromise)
  })
})

describe('an average', () => {
  test.each([
    [[], 0],
    [[500], 500],
    [[1, 2], 2],
    [[1, 1, 2], 1],
    [[0, 0, 1], 0],
    [[3000, 5001], 4001],
  ])('of %j is %d', (amounts, expected) => {
    expect(average(amounts.map(fen))).toBe(expected)
  })

  test('lies within half a fen of the sum, shared by all', () => {
    const anySums = fc.array(fc.integer({ min: 0, max: 1_000_000 }).map(fen), { minLength: 1 })
    always(anySums, (amounts) => {
      const off = average(amounts) * amounts.length - sum(amounts)
      expect(Math.abs(off) * 2).toBeLessThanOrEqual(amounts.length)
    })
  })
})

describe('money as a shopper reads it', () => {
  test.each([
    [49900, '499'],
    [990, '9.90'],
    [5, '0.05'],
    [10, '0.10'],
    [0, '0'],
    [100, '1'],
    [-5, '-0.05'],
    [-20000, '-200'],
    [MAX_FEN, '1000000000'],
  ])('%d fen reads %s', (amount, text) => {
    expect(yuan(fen(amount))).toBe(text)
  })

  test('has no fen or two digits of them, and says the very sum', () => {
    always(anyFen, (amount) => {
      const text = yuan(amount)
      expect(text).toMatch(/^\d+(\.\d\d)?$/)
      expect(Number(text.replace('.', '')) * (text.includes('.') ? 1 : 100)).toBe(amount)
    })
  })
})
