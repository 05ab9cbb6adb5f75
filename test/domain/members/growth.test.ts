import { NEVER } from '@domain/holds/hold'
import { growthOf } from '@domain/members/growth'
import { fen } from '@domain/money'
import { MORNING, id } from '../build'
import { aLevel, aMember, fruitLevels } from './build'

const grown = (spentFen: number, levelId: string | null) =>
  growthOf(
    fruitLevels(),
    aMember({ spentFen: fen(spentFen), levelId: levelId === null ? null : id(levelId) }),
  )

describe('where a member stands among the levels', () => {
  test.each<[number, string | null, string, string]>([
    [0, null, 'plain', 'silver in 30000'],
    [0, 'plain', 'plain', 'silver in 30000'],
    [29_999, 'plain', 'plain', 'silver in 1'],
    [30_000, 'silver', 'silver', 'gold in 70000'],
    [299_999, 'gold', 'gold', 'black in 1'],
    [300_000, 'black', 'black', 'nothing above'],
  ])('%d fen on %p: %s, %s', (spent, levelId, level, above) => {
    const growth = grown(spent, levelId)
    const next = growth?.next
    expect(growth?.level?.id).toBe(level)
    expect(next ? `${next.level.id} in ${next.missingFen}` : 'nothing above').toBe(above)
  })

  test('nothing is missing to a level that was made cheaper until the member is reckoned', () => {
    expect(grown(40_000, 'plain')?.next).toMatchObject({ level: { id: 'silver' }, missingFen: 0 })
  })

  test('the next level is the nearest one, in whatever order the shop wrote them down', () => {
    const rule = { ...fruitLevels(), levels: [...fruitLevels().levels].reverse() }
    expect(growthOf(rule, aMember())?.next?.level.id).toBe('silver')
  })

  test('who has not earned the lowest level has none, and it is the next one', () => {
    const club = { ...fruitLevels(), levels: [aLevel('club', 10_000)] }
    expect(growthOf(club, aMember({ spentFen: fen(4_000) }))).toMatchObject({
      level: null,
      next: { level: { id: 'club' }, missingFen: 6_000 },
    })
  })

  test('it tells from when on less counts, and nothing where that never comes', () => {
    const rule = fruitLevels()
    expect(growthOf(rule, aMember({ reckonAt: MORNING }))?.reckonAt).toBe(MORNING)
    expect(growthOf(rule, aMember({ reckonAt: NEVER }))?.reckonAt).toBeNull()
  })

  test('a shop without levels has no growth', () => {
    expect(growthOf(null, aMember())).toBeNull()
  })
})
