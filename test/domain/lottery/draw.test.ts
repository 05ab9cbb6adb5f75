import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { drawWinners, hashOfList } from '@domain/lottery/draw'
import { CODES_PER_PAGE, drawable, enterable, pagesOf, SEAL_WAIT } from '@domain/lottery/lottery'
import { after } from '@domain/time'
import { minutesIn, MORNING } from '../build'
import { always } from '../property'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const codes = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/), { maxLength: 40 })
const bases = fc.record({ seed: fc.stringMatching(/^[0-9a-f]{16}$/), codes, prizes: fc.nat(12) })

/** The same draw, worked out in another way: prize by prize, the lowest lot that is left. */
function drawnAnew({
  seed,
  codes: entered,
  prizes,
}: {
  seed: string
  codes: string[]
  prizes: number
}) {
  const list = createHash('sha256')
    .update([...entered].sort().join('\n'))
    .digest('hex')
  const left = new Set(entered)
  const winners: string[] = []
  while (winners.length < prizes && left.size > 0) {
    const lots = [...left].map((code): [string, string] => [
      sha256(`${seed}\n${list}\n${code}`),
      code,
    ])
    const lowest = lots.reduce((one, other) => (other[0] < one[0] ? other : one))
    winners.push(lowest[1])
    left.delete(lowest[1])
  }
  return winners
}

describe('a draw', () => {
  test('is the same in whatever order the list is read', () => {
    always(fc.tuple(bases, fc.infiniteStream(fc.nat())), ([basis, dice]) => {
      const shuffled = basis.codes
        .map((code) => [dice.next().value as number, code] as const)
        .sort(([one], [other]) => one - other)
        .map(([, code]) => code)
      expect(drawWinners({ ...basis, codes: shuffled }, sha256)).toEqual(drawWinners(basis, sha256))
    })
  })

  test('is what anybody works out from seed and list', () => {
    always(bases, (basis) => {
      expect(drawWinners(basis, sha256)).toEqual(drawnAnew(basis))
    })
  })

  test('has no more winners than prizes, each once, and all of the list', () => {
    always(bases, (basis) => {
      const winners = drawWinners(basis, sha256)
      expect(winners).toHaveLength(Math.min(basis.prizes, basis.codes.length))
      expect(new Set(winners).size).toBe(winners.length)
      expect(basis.codes).toEqual(expect.arrayContaining(winners))
    })
  })

  test('gives the first prizes to the same codes however many there are', () => {
    always(bases, (basis) => {
      const all = drawWinners({ ...basis, prizes: basis.codes.length }, sha256)
      expect(all.slice(0, basis.prizes)).toEqual(drawWinners(basis, sha256))
      expect([...all].sort()).toEqual([...basis.codes].sort())
    })
  })

  test('leaves the list that it is handed as it is', () => {
    const list = ['c', 'a', 'b']
    drawWinners({ seed: 's', codes: list, prizes: 2 }, sha256)
    expect(list).toEqual(['c', 'a', 'b'])
  })

  test('gives every entry its chance: 3,000 draws of one in ten', () => {
    const list = Array.from({ length: 10 }, (_, place) => `code-${place}`)
    const won = new Map(list.map((code) => [code, 0]))
    for (let round = 0; round < 3000; round += 1) {
      const [winner = ''] = drawWinners({ seed: `seed ${round}`, codes: list, prizes: 1 }, sha256)
      won.set(winner, (won.get(winner) ?? 0) + 1)
    }
    for (const times of won.values()) expect(Math.abs(times - 300)).toBeLessThan(90)
  })
})

describe('the hash of a list', () => {
  test('is another one with one code more, and the lots are others', () => {
    always(fc.tuple(bases, fc.constant('one more')), ([basis, more]) => {
      const longer = [...basis.codes, more]
      expect(hashOfList(longer, sha256)).not.toBe(hashOfList(basis.codes, sha256))
    })
  })

  test('is that of its codes in ascending order, one a line', () => {
    expect(hashOfList(['b', 'a'], sha256)).toBe(sha256('a\nb'))
    expect(hashOfList([], sha256)).toBe(sha256(''))
  })

  test('an entry added late would change who wins, more often than not', () => {
    const list = Array.from({ length: 20 }, (_, place) => `code-${place}`)
    const changed = Array.from({ length: 100 }, (_, round) => {
      const basis = { seed: `seed ${round}`, prizes: 1 }
      const before = drawWinners({ ...basis, codes: list }, sha256)
      return drawWinners({ ...basis, codes: [...list, 'late'] }, sha256).join() !== before.join()
    })
    expect(changed.filter(Boolean).length).toBeGreaterThan(80)
  })
})

describe('time', () => {
  const lottery = { status: 'open' as const, closesAt: minutesIn(3) }

  test('one may enter up to the end, the end itself left out', () => {
    expect(enterable(lottery, MORNING)).toBeUndefined()
    expect(enterable(lottery, after(minutesIn(3), -1))).toBeUndefined()
    expect(enterable(lottery, minutesIn(3))).toMatchObject({ code: 'lottery_over' })
  })

  test.each(['sealed', 'drawn'] as const)('nobody enters a lottery that is %s', (status) => {
    expect(enterable({ ...lottery, status }, MORNING)).toMatchObject({ code: 'lottery_over' })
  })

  test('it can be drawn once nothing that began before its end still runs', () => {
    const until = after(minutesIn(3), SEAL_WAIT)
    expect(drawable(lottery, after(until, -1))).toMatchObject({
      code: 'lottery_open',
      details: { until },
    })
    expect(drawable(lottery, until)).toBeUndefined()
  })
})

describe('the pages of a sealed list', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => String(count - place).padStart(5, '0'))

  test.each([
    [0, []],
    [1, [1]],
    [CODES_PER_PAGE, [CODES_PER_PAGE]],
    [CODES_PER_PAGE + 1, [CODES_PER_PAGE, 1]],
    [2 * CODES_PER_PAGE, [CODES_PER_PAGE, CODES_PER_PAGE]],
  ])('%i codes', (count, sizes) => {
    expect(pagesOf(many(count)).map((page) => page.length)).toEqual(sizes)
  })

  test('hold every code once, in ascending order', () => {
    const all = pagesOf(many(1234)).flat()
    expect(all).toEqual(many(1234).sort())
  })
})
