import { assert, BrokenPromise } from '@domain/assert'
import { fail, failureCodes, foremost, hasFailed } from '@domain/failure'
import { isId } from '@domain/ids'
import * as fc from 'fast-check'
import { always } from './property'

describe('a refusal is a value that says why', () => {
  test('with the figures that its sentence needs', () => {
    expect(fail('stock_short', { left: 3 })).toEqual({
      failed: true,
      code: 'stock_short',
      details: { left: 3 },
    })
  })

  test('or without any', () => {
    expect(fail('busy').details).toEqual({})
  })

  test.each([
    [fail('busy'), true],
    [{ failed: false }, false],
    [{ orderId: 'order-1' }, false],
    ['failed', false],
    [null, false],
    [undefined, false],
    [0, false],
  ])('%j is told from an answer: %s', (value, failed) => {
    expect(hasFailed(value)).toBe(failed)
  })
})

describe('of several refusals the earliest in the list is told', () => {
  test('no code stands in the list twice', () => {
    expect(new Set(failureCodes).size).toBe(failureCodes.length)
  })

  test.each([
    ['request_reused', 'stock_short', 'a wrong call before what has run out'],
    ['input_invalid', 'order_unknown', 'a wrong call before what is unknown'],
    ['product_unknown', 'deal_over', 'what is unknown before what time forbids'],
    ['order_cannot', 'deal_over', 'where an order stands before what time forbids'],
    ['deal_over', 'stock_short', 'what time forbids before what has run out'],
    ['member_limit', 'stock_short', "the shopper's own limit before the shop's"],
    ['stock_short', 'price_changed', 'what has run out before what the shopper may settle alone'],
    ['price_changed', 'busy', 'and the weather last'],
  ] as const)('%s is told before %s: %s', (earlier, later, _why) => {
    expect(foremost([fail(later), fail(earlier)])?.code).toBe(earlier)
    expect(foremost([fail(earlier), fail(later)])?.code).toBe(earlier)
  })

  test('nothing is told where nothing is refused', () => {
    expect(foremost([])).toBeUndefined()
  })

  test('in whatever order they were found', () => {
    always(fc.shuffledSubarray([...failureCodes], { minLength: 1 }), (found) => {
      const told = foremost(found.map((code) => fail(code)))
      expect(failureCodes.filter((code) => found.includes(code))[0]).toBe(told?.code)
    })
  })

  test('the list of what was found stays as it was', () => {
    const found = [fail('busy'), fail('deal_over')]
    foremost(found)
    expect(found.map(({ code }) => code)).toEqual(['busy', 'deal_over'])
  })
})

describe('an id may stand in a document path', () => {
  test.each(['a', 'cherry-jj-10', 'store_01', 'Z9', '0', 'x'.repeat(64)])('%s may', (text) => {
    expect(isId(text)).toBe(true)
  })

  test.each([
    ['', 'it is empty'],
    ['x'.repeat(65), 'it is too long'],
    ['holds.order-1', 'a dot leads deeper into a document'],
    ['$set', 'a dollar sign is a command'],
    ['a b', 'blanks'],
    ['车厘子', 'letters of other scripts'],
    ['order-1\n', 'a line end'],
    ['a/b', 'a slash'],
    ['-a', 'a dash first'],
    ['__proto__', 'JavaScript keeps it for itself'],
  ])('%j may not: %s', (text) => {
    expect(isId(text)).toBe(false)
  })

  test('never holds what a path gives a meaning to', () => {
    always(fc.string({ maxLength: 70 }), (text) => {
      if (isId(text)) expect(text).not.toMatch(/[.$\s/\\[\]"']/)
    })
  })
})

describe("a bug is not a shopper's fault", () => {
  test('a promise that holds is silent', () => {
    expect(() => {
      assert(true, 'stock is never negative')
    }).not.toThrow()
  })

  test('a broken one says which it was', () => {
    const broken = () => {
      assert(false, 'stock is never negative')
    }
    expect(broken).toThrow(BrokenPromise)
    expect(broken).toThrow('stock is never negative')
  })

  test('and its name stands in the log', () => {
    expect(new BrokenPromise('x').name).toBe('BrokenPromise')
  })
})
