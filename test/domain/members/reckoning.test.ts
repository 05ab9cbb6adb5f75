import { NEVER } from '@domain/holds/hold'
import type { LevelRule } from '@domain/members/level'
import { type LevelChange, type Member, type Spend } from '@domain/members/member'
import { MOST_CHANGES, reckon } from '@domain/members/reckoning'
import { fen } from '@domain/money'
import { after, DAY, type Instant } from '@domain/time'
import { id, shopClock } from '../build'
import { aLevel, aMember, fruitLevels } from './build'

/** An order of so much, received on a day. */
const spend = (amountFen: number, on: string): Spend => ({
  at: shopClock(`${on} 12:00`),
  amountFen: fen(amountFen),
  categories: [],
})

const rule = fruitLevels()

/** What becomes of a member by reckonings one after the other. */
function lived(...days: readonly (readonly [on: string, spends: readonly Spend[]])[]): Member {
  return days.reduce(
    (member, [on, spends]) => reckon(member, { spends, rule, now: shopClock(`${on} 13:00`) }),
    aMember(),
  )
}

const told = ({ levelHistory }: Member) =>
  levelHistory.map(({ from, to, because }) => `${from ?? '-'} → ${to ?? '-'}: ${because}`)

describe('a level that changes says why', () => {
  test('nobody’s level changes by buying too little', () => {
    expect(told(lived(['2026-03-01', [spend(29_999, '2026-03-01')]]))).toEqual([])
  })

  test('it rises by what was received', () => {
    const spends = [spend(30_000, '2026-03-01')]
    const member = lived(['2026-03-01', spends])
    expect(member.levelHistory).toEqual([
      {
        ...{ at: shopClock('2026-03-01 13:00'), from: 'plain', to: 'silver' },
        ...{ spentFen: 30_000, because: 'received' },
      },
    ])
  })

  test('it falls by what went back', () => {
    const member = lived(
      ['2026-03-01', [spend(30_000, '2026-03-01')]],
      ['2026-03-05', [spend(20_000, '2026-03-01')]],
    )
    expect(told(member)).toEqual(['plain → silver: received', 'silver → plain: refunded'])
  })

  test('it falls by time, when old orders leave the three months', () => {
    const spends = [spend(30_000, '2026-03-01')]
    const member = lived(['2026-03-01', spends], ['2026-06-02', spends])
    expect(told(member)).toEqual(['plain → silver: received', 'silver → plain: window'])
  })

  test('time is the reason too where a small order came in while the level fell', () => {
    const old = spend(100_000, '2026-03-01')
    const member = lived(['2026-03-01', [old]], ['2026-06-02', [old, spend(500, '2026-06-02')]])
    expect(told(member).at(-1)).toBe('gold → plain: window')
  })

  test('what was received is the reason where it outweighs what left', () => {
    const old = spend(30_000, '2026-03-01')
    const member = lived(['2026-03-01', [old]], ['2026-06-02', [old, spend(100_000, '2026-06-02')]])
    expect(told(member).at(-1)).toBe('silver → gold: received')
  })

  test('a refund is the reason where the level would have stayed without it', () => {
    const old = spend(10_000, '2026-03-01')
    const member = lived(
      ['2026-05-01', [old, spend(110_000, '2026-05-01')]],
      ['2026-06-02', [old, spend(60_000, '2026-05-01')]],
    )
    expect(told(member)).toEqual(['plain → gold: received', 'gold → silver: refunded'])
  })

  test('the shop may change its levels', () => {
    const spends = [spend(30_000, '2026-03-01')]
    const member = lived(['2026-03-01', spends])
    const dearer: LevelRule = { ...rule, levels: [aLevel('plain', 0), aLevel('silver', 50_000)] }
    const now = shopClock('2026-03-02 00:00')
    expect(told(reckon(member, { spends, rule: dearer, now })).at(-1)).toBe('silver → plain: rule')
    expect(told(reckon(member, { spends, rule: null, now })).at(-1)).toBe('silver → -: rule')
  })

  test('reckoned again, nothing more is told', () => {
    const spends = [spend(30_000, '2026-03-01')]
    const member = lived(['2026-03-01', spends], ['2026-03-02', spends], ['2026-03-03', spends])
    expect(member.levelHistory).toHaveLength(1)
  })

  test('only the last changes are remembered', () => {
    const change = (at: Instant): LevelChange => ({
      ...{ at, from: id('plain'), to: id('silver') },
      ...{ spentFen: fen(30_000), because: 'received' },
    })
    const start = shopClock('2024-01-01 00:00')
    const levelHistory = Array.from({ length: MOST_CHANGES }, (_, n) => change(after(start, n)))
    const member = aMember({ levelHistory })
    const spends = [spend(30_000, '2026-03-01')]
    const reckoned = reckon(member, { spends, rule, now: shopClock('2026-03-01 13:00') })
    expect(reckoned.levelHistory).toHaveLength(MOST_CHANGES)
    expect(reckoned.levelHistory[0]?.at).toBe(after(start, 1))
    expect(reckoned.levelHistory.at(-1)?.at).toBe(shopClock('2026-03-01 13:00'))
  })
})

describe('the three months end in shop time', () => {
  test.each([
    ['2026-03-01', '2026-06-01 23:59', '2026-06-02 00:00'],
    ['2025-11-28', '2026-02-28 23:59', '2026-03-01 00:00'],
    ['2025-11-30', '2026-02-28 23:59', '2026-03-01 00:00'],
    ['2027-11-29', '2028-02-29 23:59', '2028-03-01 00:00'],
    ['2027-11-30', '2028-02-29 23:59', '2028-03-01 00:00'],
    ['2028-02-29', '2028-05-31 23:59', '2028-06-01 00:00'],
    ['2026-10-01', '2027-01-01 23:59', '2027-01-02 00:00'],
  ])('what was received on %s counts at %s and not at %s', (on, last, over) => {
    const spends = [spend(30_000, on)]
    const member = reckon(aMember(), { spends, rule, now: shopClock(`${on} 12:00`) })
    expect(member.reckonAt).toBe(shopClock(over))
    const at = (now: string) => reckon(member, { spends, rule, now: shopClock(now) })
    expect(at(last)).toMatchObject({ levelId: 'silver', spentFen: 30_000 })
    expect(at(over)).toMatchObject({ levelId: 'plain', spentFen: 0 })
    expect(told(at(over)).at(-1)).toBe('silver → plain: window')
  })

  test.each([
    ['2026-01-31', '2026-02-01 00:00'],
    ['2028-02-29', '2028-03-01 00:00'],
    ['2026-12-31', '2027-01-01 00:00'],
  ])('and where the month counts, what came on %s until %s', (on, over) => {
    const monthly = fruitLevels({ window: 'this-month' })
    const spends = [spend(30_000, on)]
    const member = reckon(aMember(), { spends, rule: monthly, now: shopClock(`${on} 23:59`) })
    expect(member).toMatchObject({ levelId: 'silver', reckonAt: shopClock(over) })
    const later = reckon(member, { spends, rule: monthly, now: shopClock(over) })
    expect(told(later).at(-1)).toBe('silver → plain: window')
  })
})

describe('levels that were reached', () => {
  const gifts: LevelRule = {
    ...rule,
    levels: rule.levels.map((level) => ({ ...level, giftTemplateId: id(`gift-${level.id}`) })),
  }
  const now = shopClock('2026-03-01 13:00')
  const with_ = (member: Member, amountFen: number, at = now) =>
    reckon(member, { spends: [spend(amountFen, '2026-03-01')], rule: gifts, now: at })

  test('who climbs two at once has reached both, and is owed the gifts for them', () => {
    const member = with_(aMember(), 100_000)
    expect(member.levelsReached).toEqual(['plain', 'silver', 'gold'])
    expect(member.giftsOwed).toEqual(['plain', 'silver', 'gold'])
    expect(member.benefitsAt).toBe(now)
  })

  test('who falls and climbs again is owed no second gift', () => {
    const given = { ...with_(aMember(), 100_000), giftsOwed: [] }
    const fallen = with_(given, 10_000, after(now, DAY))
    expect(fallen).toMatchObject({ levelId: 'plain', giftsOwed: [] })
    const again = with_(fallen, 100_000, after(now, 2 * DAY))
    expect(again).toMatchObject({ levelId: 'gold', giftsOwed: [], benefitsAt: NEVER })
  })

  test('a level without a gift is reached all the same', () => {
    const member = reckon(aMember(), { spends: [spend(30_000, '2026-03-01')], rule, now })
    expect(member).toMatchObject({ levelsReached: ['plain', 'silver'], giftsOwed: [] })
    expect(member.benefitsAt).toBe(NEVER)
  })
})

test('what a member says of themselves is not the reckoning’s business', () => {
  const own = { joinedAt: shopClock('2026-02-01 00:00'), storeId: id<'store'>('store-01') }
  const profile = { nickname: '安安', avatar: null, birthday: '02-29', phone: null }
  const member = reckon(aMember({ ...own, profile }), {
    ...{ spends: [spend(100, '2026-03-01')], rule },
    now: shopClock('2026-03-01 13:00'),
  })
  expect(member).toMatchObject({ ...own, profile, spentFen: 100 })
})
