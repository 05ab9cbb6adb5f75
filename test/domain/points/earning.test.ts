import { earningOf } from '@domain/points/earning'
import type { Discount } from '@domain/promotions/discount'
import { aContext, id } from '../build'
import { bps, fruitLevels } from '../members/build'
import { aMemberDay, coming, goods, promotionsOf, shelf } from '../promotions/build'

const rule = { earnPerYuan: 2, months: 12, signIn: [], offset: null }
const levels = fruitLevels({
  levels: fruitLevels().levels.map((level) =>
    level.id === 'gold' ? { ...level, pointsMultiplierBps: bps(12_000) } : level,
  ),
})

const earned = (levelId: string | null, ...days: Partial<Discount>[]) => {
  const discounts = days.map((own, n) =>
    aMemberDay({ id: id(`day-${n}`), pointsMultiplierBps: bps(20_000), ...own }),
  )
  const member = { levelId: levelId === null ? null : id<'level'>(levelId) }
  const context = aContext({ levels, member, promotions: promotionsOf(discounts) })
  return earningOf([goods(1000), goods(2000, { on: 'pantry' })], context, rule)
}

test('a member earns by the level and the day of the order', () => {
  expect(earned('gold', {})).toEqual({
    perYuan: 2,
    months: 12,
    levelBps: 12_000,
    levelName: 'gold会员',
    dayBps: 20_000,
    dayName: '会员日',
  })
})

test.each([
  ['on any other day', 'gold', []],
  ['before the day begins', 'gold', [{ schedule: coming }]],
  ['below the level that the day is for', 'plain', [{}]],
  ['when the day is not for all that is bought', 'gold', [{ scope: shelf('season') }]],
  ['on a day that multiplies nothing', 'gold', [{ pointsMultiplierBps: null }]],
  ['on a day that multiplies by one', 'gold', [{ pointsMultiplierBps: bps(10_000) }]],
])('the day multiplies nothing %s', (_when, level, days) => {
  expect(earned(level, ...days)).toMatchObject({ dayBps: 10_000, dayName: '' })
})

test('of two days at once the better one counts', () => {
  const days = [{ pointsMultiplierBps: bps(15_000) }, { pointsMultiplierBps: bps(30_000) }]
  expect(earned('gold', ...days)).toMatchObject({ dayBps: 30_000 })
})

test('of two that are as good the one counts whose name comes first', () => {
  const [one, other] = [{ name: '八号' }, { name: '十八号' }]
  expect(earned('gold', one, other)).toMatchObject({ dayName: '八号' })
  expect(earned('gold', other, one)).toMatchObject({ dayName: '八号' })
})

test('who has no level earns plainly', () => {
  expect(earned(null)).toMatchObject({ levelBps: 10_000 })
})

test('a shop without points, or that gives none, lets nobody earn', () => {
  expect(earningOf([], aContext(), null)).toBeNull()
  expect(earningOf([], aContext(), { ...rule, earnPerYuan: 0 })).toBeNull()
})
