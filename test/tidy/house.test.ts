import path from 'node:path'
import { readHouse, type HouseRule, type Slip } from './house'
import { houseRules } from './rules'

const house = readHouse(path.resolve(__dirname, '../..'))

/** What somebody reads who broke the rule: why it is there, and every place. */
function lesson({ why }: HouseRule, slips: readonly Slip[]): string[] {
  const places = slips.map(({ file, line, slip }) =>
    [file, ...(line === undefined ? [] : [line])].join(':').concat('  ', slip),
  )
  return places.length === 0 ? [] : [why, ...places]
}

test('the house is not empty', () => {
  expect(house.length).toBeGreaterThan(100)
})

describe('in the whole house', () => {
  test.each(houseRules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(lesson(rule, rule.check(house))).toEqual([])
  })
})
