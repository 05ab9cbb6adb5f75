/** 积分 by time alone: months that end, notices before they do, and the check at night. */
import { randomUUID } from 'node:crypto'
import type { PointsAccount } from '@domain/points/account'
import { accountOf, givePoints, historyOf, mallProduct, memberWith } from './points-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

const monthly = { expires: { months: 0, unit: 'month-end' } } as const

let small: SmallShop
const open = async (at: string) => {
  small = await openSmallShop({ at })
  await givePoints(small, monthly)
}
afterEach(() => small.shop.close())

describe('at the end of a month', () => {
  beforeEach(() => open('2027-03-31 23:30'))

  test('points expire that nobody holds, those of next month stay', async () => {
    const [ann, ben] = [await memberWith(small, 30), await memberWith(small, 30)]
    const goal = await mallProduct(small, { points: 12, cashFen: 100 })
    await small.shop.passTo(Date.parse('2027-03-31T23:57:00+08:00'))
    const orderId = await small.place(ben, small.joining(goal))
    await small.minutes(5)
    expect(await historyOf(small, ann)).toEqual([
      ['earn', 30],
      ['expire', -30],
    ])
    expect(await accountOf(small, ben)).toMatchObject({ balance: 12, available: 0 })
    await small.paid(ben, orderId)
    expect(await historyOf(small, ben)).toEqual([
      ['earn', 30],
      ['expire', -18],
      ['spend', -12],
    ])
    await small.shop.ask(ben, 'points.signIn', {})
    await small.minutes(15)
    expect(await accountOf(small, ben)).toMatchObject({ balance: 1, available: 1 })
  })

  test('points that were held for nothing expire after all', async () => {
    const ann = await memberWith(small, 30)
    await small.shop.passTo(Date.parse('2027-03-31T23:57:00+08:00'))
    await small.place(ann, small.joining(await mallProduct(small, { points: 12, cashFen: 100 })))
    await small.minutes(30)
    expect(await historyOf(small, ann)).toEqual([
      ['earn', 30],
      ['expire', -18],
      ['expire', -12],
    ])
  })
})

describe('a week before', () => {
  beforeEach(() => open('2027-03-24 23:50'))

  test('who allows it is told how many points are about to go, once', async () => {
    Object.assign(small.file.messageTemplates ?? {}, { pointsExpiring: 'points-expiring' })
    await small.renew()
    const [ann, ben] = [await memberWith(small, 30), await memberWith(small, 40)]
    const consent = { openid: ann, templateId: 'points-expiring', count: 2 }
    await small.shop.control('POST', 'messages/consents', consent)
    const kinds = ['pointsExpiring' as const]
    await small.shop.ask(ann, 'messages.consent', { requestId: randomUUID(), kinds })
    await small.minutes(8)
    const sent = (openid: string) =>
      small.shop.control<{ data: object }[]>('GET', `messages?openid=${openid}`)
    expect(await sent(ann)).toEqual([])
    await small.minutes(15)
    expect(JSON.stringify(await sent(ann))).toContain('2027年3月31日')
    await small.shop.pass('1 hour')
    expect(await sent(ann)).toHaveLength(1)
    expect(await sent(ben)).toEqual([])
  })
})

describe('the check at night', () => {
  beforeEach(() => open('2027-03-10 02:50'))

  const alarms = () =>
    small.shop.documents<{ memberId: string; faults: { what: string }[] }>('alarms')

  async function tamper(openid: string, own: Partial<PointsAccount>): Promise<void> {
    const { _id, ...account } = { ...(await accountOf(small, openid)), ...own }
    await small.shop.control('PUT', `collections/points_accounts/${_id}`, account)
  }

  test('finds nothing against honest accounts', async () => {
    const ann = await memberWith(small, 30)
    await small.place(ann, small.joining(await mallProduct(small, { cashFen: 100 })))
    await small.minutes(15)
    expect(await alarms()).toEqual([])
    const [checked] = await small.shop.documents<PointsAccount>('points_accounts', { _id: ann })
    expect(checked?.checkAt).toBe(Date.parse('2027-03-17T03:00:00+08:00'))
  })

  test('tells of an account that somebody helped along, once, and mends nothing', async () => {
    const [ann, ben] = [await memberWith(small, 30), await memberWith(small, 40)]
    await memberWith(small, 50)
    await tamper(ann, { balance: 9000, available: 9000 })
    await tamper(ben, { available: 41 })
    await small.minutes(15)
    const found = await alarms()
    expect(found.map(({ memberId }) => memberId).sort()).toEqual([ann, ben].sort())
    const told = (openid: string) =>
      found.find(({ memberId }) => memberId === openid)?.faults.map(({ what }) => what)
    expect(told(ann)).toEqual(['balance', 'lots'])
    expect(told(ben)).toEqual(['available'])
    expect(await accountOf(small, ann)).toMatchObject({ balance: 9000 })
    await tamper(ann, { checkAt: (await small.shop.now()) as never })
    await small.minutes(2)
    expect(await alarms()).toHaveLength(2)
  })

  test('tells of an entry that is gone', async () => {
    const ann = await memberWith(small, 30)
    const [entry] = await small.shop.documents<{ _id: string }>('points_entries', { memberId: ann })
    await small.shop.control('DELETE', `collections/points_entries/${entry?._id ?? ''}`)
    await small.minutes(15)
    expect((await alarms())[0]?.faults.map(({ what }) => what)).toEqual(['balance', 'entries'])
  })
})
