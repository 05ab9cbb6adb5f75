/** Who may do what of those who work here: one by one, over the whole list of actions. */
import { mayDo, rolesOf, staffRoles, type StaffAction, type StaffRole } from '@domain/staff/roles'
import { staffActions } from './action-lists'
import { expectNothingChanged } from './books'
import { guide } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'
import { wishes } from './wishes'

jest.setTimeout(240_000)

let small: SmallShop
let guideOpenid: string
beforeAll(async () => {
  small = await openSmallShop()
  guideOpenid = (await guide(small)).openid
  for (const role of staffRoles) {
    await small.shop.control('PUT', `collections/staff/the-${role}`, { role })
  }
  await small.shop.control('PUT', 'collections/staff/the-packer', { role: 'packer' })
})
afterAll(() => small.shop.close())

const refusalOf = async (openid: string, name: StaffAction, input: unknown) => {
  const answer = await small.shop.call(openid, name, input as never)
  return 'error' in answer ? answer.error : undefined
}

const working = (roles: readonly StaffRole[]) => roles.map((role) => `the-${role}`)

describe.each(staffActions as StaffAction[])('%s', (name) => {
  const barred = staffRoles.filter((role) => !mayDo(role, name))

  test('is refused to shoppers, guides and who works here as something else', async () => {
    const { input } = await wishes[name](small)
    await expectNothingChanged(small.shop, async () => {
      for (const openid of [small.neighbour(), guideOpenid, 'the-keeper']) {
        const refused = await refusalOf(openid, name, input)
        expect(refused).toMatchObject({ code: 'role_missing', details: {} })
      }
      for (const openid of [...working(barred), 'the-packer']) {
        const refused = await refusalOf(openid, name, input)
        const role = openid.replace('the-', '')
        expect(refused).toMatchObject({ code: 'role_missing', details: { role } })
      }
    })
  })

  test('is done by everybody whom the table names', async () => {
    for (const openid of working(rolesOf[name])) {
      const { input } = await wishes[name](small)
      expect([openid, await refusalOf(openid, name, input)]).toEqual([openid, undefined])
    }
  })
})

test('who leaves the shop’s service may do nothing any more', async () => {
  await small.shop.control('PUT', 'collections/staff/leaver', { role: 'operator' })
  expect(await small.shop.refusal('leaver', 'fulfilment.desk', {})).toBeUndefined()
  await small.shop.control('DELETE', 'collections/staff/leaver')
  expect(await small.shop.refusal('leaver', 'fulfilment.desk', {})).toBe('role_missing')
})
