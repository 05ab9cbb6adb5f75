import { functionOf, type ActionName } from '@domain/functions'
import { mayDo, rolesOf, staffRoles, type StaffAction } from '@domain/staff/roles'

const ofStaff = (Object.keys(functionOf) as ActionName[]).filter(
  (name) => functionOf[name] === 'staff',
)
const table = Object.entries(rolesOf) as [StaffAction, readonly string[]][]

test('every action of staff says who may do it, and no other action does', () => {
  expect(Object.keys(rolesOf).sort()).toEqual([...ofStaff].sort())
})

test.each(table)('%s may be done by an operator, and by somebody who is known', (_name, roles) => {
  expect(roles).toContain('operator')
  expect(staffRoles).toEqual(expect.arrayContaining([...roles]))
})

test.each<[StaffAction, boolean, boolean]>([
  ['fulfilment.verify', true, false],
  ['fulfilment.ship', true, false],
  ['aftersale.answer', true, false],
  ['members.storeCode', true, false],
  ['live.price', false, true],
  ['live.start', false, true],
  ['live.review', false, true],
  ['lottery.draw', false, true],
  ['guides.invite', false, false],
  ['attribution.assign', false, false],
  ['commission.overview', false, false],
  ['audit.list', false, false],
  ['shopfile.import', false, false],
])('%s: a clerk %s, the crew %s', (name, clerk, crew) => {
  expect([mayDo('clerk', name), mayDo('crew', name)]).toEqual([clerk, crew])
})

test('who has a role that nobody knows may do nothing', () => {
  for (const [name] of table) expect(mayDo('packer' as never, name)).toBe(false)
})
