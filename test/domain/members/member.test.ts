import * as fc from 'fast-check'
import { NEVER } from '@domain/holds/hold'
import type { LevelRule } from '@domain/members/level'
import { reckonMember, strangerOf, type Spend } from '@domain/members/member'
import { fen } from '@domain/money'
import { after, DAY, shopTime } from '@domain/time'
import { id, MORNING, shopClock } from '../build'
import { always } from '../property'
import { fruitLevels } from './build'

/** An order of so much, received on a day, all of it from one shelf. */
const spend = (amountFen: number, on = '2026-02-20', category = 'season'): Spend => ({
  at: shopClock(`${on} 12:00`),
  amountFen: fen(amountFen),
  categories: [{ id: id(category), amountFen: fen(amountFen) }],
})

const reckoned = (
  spends: readonly Spend[],
  rule: LevelRule | null = fruitLevels(),
  now = MORNING,
) => reckonMember(id('ann'), spends, rule, now)

describe('on 1 March 2026, where three months count', () => {
  test('what was received since 1 December makes the level', () => {
    const spends = [spend(20_000, '2025-11-30'), spend(20_000, '2025-12-01'), spend(10_000)]
    expect(reckoned(spends)).toMatchObject({ spentFen: 30_000, levelId: 'silver' })
  })

  test('orders, their average and the last one are of all times', () => {
    const spends = [
      spend(3_000, '2024-05-01'),
      spend(4_001, '2026-02-20'),
      spend(5_000, '2025-05-01'),
    ]
    expect(reckoned(spends)).toMatchObject({
      _id: 'ann',
      orders: 3,
      averageOrderFen: 4_000,
      lastOrderAt: shopClock('2026-02-20 12:00'),
      spentFen: 4_001,
    })
  })

  test('the average is rounded half up', () => {
    expect(reckoned([spend(1), spend(2)]).averageOrderFen).toBe(2)
    expect(reckoned([spend(1), spend(1), spend(2)]).averageOrderFen).toBe(1)
  })

  test('an order that went back whole is none', () => {
    const refunded = { ...spend(0), categories: [] }
    expect(reckoned([refunded, spend(5_000, '2026-01-05')])).toMatchObject({
      orders: 1,
      averageOrderFen: 5_000,
      lastOrderAt: shopClock('2026-01-05 12:00'),
    })
  })

  test('who received nothing yet has nothing, and the level for it', () => {
    expect(reckoned([])).toEqual({
      _id: 'ann',
      levelId: 'plain',
      spentFen: 0,
      orders: 0,
      averageOrderFen: 0,
      lastOrderAt: null,
      favouriteCategoryId: null,
      reckonAt: NEVER,
    })
  })
})

describe('the favourite shelf', () => {
  test('is the one on which most was spent, over all orders', () => {
    const mixed: Spend = {
      at: MORNING,
      amountFen: fen(9_000),
      categories: [
        { id: id('pantry'), amountFen: fen(4_000) },
        { id: id('season'), amountFen: fen(5_000) },
      ],
    }
    expect(reckoned([mixed]).favouriteCategoryId).toBe('season')
    expect(reckoned([mixed, spend(1_001, '2025-01-01', 'pantry')]).favouriteCategoryId).toBe(
      'pantry',
    )
  })

  test('is the same one whichever order came first, where two are equal', () => {
    const two = [spend(500, '2026-01-01', 'b-shelf'), spend(500, '2026-01-02', 'a-shelf')]
    expect(reckoned(two).favouriteCategoryId).toBe('a-shelf')
    expect(reckoned([...two].reverse()).favouriteCategoryId).toBe('a-shelf')
  })
})

describe('figures are reckoned again', () => {
  const reckonAt = (window: LevelRule['window'], ...days: string[]) => {
    const member = reckoned(
      days.map((day) => spend(100, day)),
      fruitLevels({ window }),
    )
    return shopTime(member.reckonAt, 'YYYY-MM-DD HH:mm')
  }

  test('when the oldest order that counts stops counting', () => {
    expect(reckonAt('last-3-months', '2026-02-20', '2025-12-15', '2025-11-01')).toBe(
      '2026-03-16 00:00',
    )
  })

  test('when the month ends, where the month counts', () => {
    expect(
      reckoned([spend(100, '2026-02-28')], fruitLevels({ window: 'this-month' })),
    ).toMatchObject({
      spentFen: 0,
      reckonAt: NEVER,
    })
    const today = { ...spend(100), at: MORNING }
    const member = reckoned([today], fruitLevels({ window: 'this-month' }))
    expect(member.reckonAt).toBe(shopClock('2026-04-01 00:00'))
  })

  test('never by time alone, where everything counts or there are no levels', () => {
    expect(reckoned([spend(100)], fruitLevels({ window: 'all-time' })).reckonAt).toBe(NEVER)
    expect(reckoned([spend(100)], null)).toMatchObject({
      spentFen: 100,
      levelId: null,
      reckonAt: NEVER,
    })
  })
})

describe('anybody', () => {
  const anySpend = fc
    .record({
      daysAgo: fc.integer({ min: 0, max: 400 }),
      amounts: fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 3 }),
    })
    .map(({ daysAgo, amounts }): Spend => {
      const categories = amounts.map((sum, shelf) => ({
        id: id<'category'>(`shelf-${shelf}`),
        amountFen: fen(sum),
      }))
      const amountFen = fen(amounts.reduce((sum, one) => sum + one, 0))
      return { at: after(MORNING, -daysAgo * DAY), amountFen, categories }
    })
  const anySpends = fc.array(anySpend, { maxLength: 30 })

  test('has the same figures in whatever order the orders are read', () => {
    always(fc.tuple(anySpends, fc.integer({ min: 0, max: 30 })), ([spends, cut]) => {
      const turned = [...spends.slice(cut), ...spends.slice(0, cut)].reverse()
      expect(reckoned(turned)).toEqual(reckoned(spends))
    })
  })

  test('keeps the figures until they are reckoned again, by time alone', () => {
    always(anySpends, (spends) => {
      const member = reckoned(spends)
      if (member.reckonAt === NEVER) return
      const later = (ms: number) => reckoned(spends, fruitLevels(), after(member.reckonAt, ms))
      expect(later(-1)).toEqual(member)
      expect(later(0).spentFen).toBeLessThan(member.spentFen)
    })
  })
})

test('of a stranger nothing is known', () => {
  expect(strangerOf(id('ben'))).toEqual({
    ...reckonMember(id('ben'), [], null, MORNING),
    ...{ profile: { nickname: '', avatar: null, birthday: null, phone: null } },
    ...{ joinedAt: null, storeId: null, guideId: null, broughtBy: null },
    ...{ levelHistory: [], levelsReached: [] },
    ...{ giftsOwed: [], voucherMonth: null, benefitsAt: NEVER, requests: {}, rev: 0 },
  })
})
