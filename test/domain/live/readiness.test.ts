import { readinessOf, type Preparation, type Readiness } from '@domain/live/readiness'

const goods = (own: object = {}) => ({ priceFen: 900, basePriceFen: 1000, left: 10, ...own })

const ready: Preparation = {
  session: { warmUp: { days: 2, postersPerDay: 3 } },
  room: { warmedUp: { 1: 3, 2: 3 } },
  goods: [goods(), goods()],
  crew: 3,
  reserved: 1,
  members: 8000,
  poolReadyMembers: 8000,
}

const lineOf = (kind: Readiness['kind'], own: Partial<Preparation>) =>
  readinessOf({ ...ready, ...own }).find((line) => line.kind === kind)

test('a session is ready when every line is', () => {
  expect(readinessOf(ready)).toEqual([
    { kind: 'priced', isReady: true, is: 2, need: 2 },
    { kind: 'stocked', isReady: true, is: 2, need: 2 },
    { kind: 'crew', isReady: true, is: 3, need: 3 },
    { kind: 'reminders', isReady: true, is: 1, need: 1 },
    { kind: 'members', isReady: true, is: 8000, need: 8000 },
    { kind: 'warm-up', isReady: true, is: 6, need: 6 },
  ])
})

test.each<[string, Readiness['kind'], Partial<Preparation>, number]>([
  [
    'a price that became dearer than the shelf',
    'priced',
    { goods: [goods({ basePriceFen: 899 }), goods()] },
    1,
  ],
  ['a price of nothing', 'priced', { goods: [goods({ priceFen: 0 }), goods()] }, 1],
  ['something sold out', 'stocked', { goods: [goods(), goods({ left: 0 })] }, 1],
  ['no technician', 'crew', { crew: 2 }, 2],
  ['nobody to be reminded', 'reminders', { reserved: 0 }, 0],
  ['one member too few', 'members', { members: 7999 }, 7999],
  ['one poster too few', 'warm-up', { room: { warmedUp: { 1: 3, 2: 2 } } }, 5],
  ['more posters on one day for another one', 'warm-up', { room: { warmedUp: { 1: 6 } } }, 3],
  ['posters of a day before the warm-up', 'warm-up', { room: { warmedUp: { 3: 3, 1: 3 } } }, 3],
])('it is not with %s', (_what, kind, own, is) => {
  expect(lineOf(kind, own)).toMatchObject({ isReady: false, is })
})

test('a session that plans no warm-up needs none', () => {
  expect(lineOf('warm-up', { session: { warmUp: null } })).toBeUndefined()
})
