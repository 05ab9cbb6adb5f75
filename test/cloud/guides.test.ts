/** 导购: places, who takes them, and what a guide sees of their own. */
import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '@domain/audit/audit'
import { hourly } from '@domain/limits/hourly'
import type { GuideId, StoreId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { askBack, approve } from './counter'
import {
  brings,
  customersOf,
  guide,
  inviting,
  linkOf,
  open,
  placeOf,
  sale,
  shareCommission,
} from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  await shareCommission(small)
})
afterAll(() => small.shop.close())

const invite = (own: Parameters<typeof inviting>[0] = {}) =>
  small.shop.ask('keeper', 'guides.invite', inviting(own))

const accept = (openid: string, code: string) => small.shop.call(openid, 'guides.accept', { code })

const memberOf = async (openid: string) => {
  const [member] = await small.shop.documents<Member>('members', { _id: openid })
  return member
}

describe('a place for a guide', () => {
  test('is taken by who has its code, whichever case it is typed in', async () => {
    const ann = small.neighbour()
    const { guideId, invitation } = await invite({ name: '小李', kind: 'agent' })
    expect(invitation.code).toMatch(/^[2-9A-KM-NP-Z]{8}$/)
    const taken = await accept(ann, invitation.code.toLowerCase())
    expect(taken).toMatchObject({
      result: { guide: { _id: guideId, name: '小李', kind: 'agent' } },
    })
    expect(await placeOf(small, guideId)).toMatchObject({ memberId: ann })
    expect(await memberOf(ann)).toMatchObject({ guideId })
  })

  test('of the shop file gets its code when it is invited, and keeps who brought it in', async () => {
    const elder = 'elder' as GuideId
    const younger = 'younger' as GuideId
    const place = { storeId: 'store-01' as StoreId, kind: 'employee' as const }
    small.file.guides = [
      { id: elder, name: '师傅', ...place },
      { id: younger, name: '徒弟', ...place, invitedBy: elder },
    ]
    await small.renew()
    const ann = small.neighbour()
    const { invitation } = await invite({ guideId: younger, name: '徒弟' })
    await accept(ann, invitation.code)
    expect(await placeOf(small, younger)).toMatchObject({
      memberId: ann,
      invitedBy: elder,
    })
  })

  test('is taken by one of ten who try at the same time, and the others have none', async () => {
    const { guideId, invitation } = await invite()
    const all = small.neighbours(10)
    const answers = await Promise.all(all.map((openid) => accept(openid, invitation.code)))
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(1)
    const { memberId } = await placeOf(small, guideId)
    for (const openid of all) {
      const held = (await memberOf(openid))?.guideId ?? null
      expect([openid, held]).toEqual([openid, openid === memberId ? guideId : null])
    }
  })

  test('is one for each member, whatever codes they have at the same time', async () => {
    const ann = small.neighbour()
    const codes = await Promise.all([invite(), invite(), invite()])
    const answers = await Promise.all(codes.map(({ invitation }) => accept(ann, invitation.code)))
    const won = answers.filter((answer) => 'result' in answer)
    expect(won).toHaveLength(1)
    const places = await small.shop.documents<{ _id: GuideId }>('guides', { memberId: ann })
    expect(places.map(({ _id }) => _id)).toEqual([(await memberOf(ann))?.guideId])
    const other = await invite()
    expect(await accept(ann, other.invitation.code)).toMatchObject({
      error: { code: 'guide_already' },
    })
  })

  test('is finished by the same code after an interruption', async () => {
    const ann = small.neighbour()
    const { guideId, invitation } = await invite()
    await small.shop.control('POST', 'faults', {
      seed: 1,
      rates: { 'database.before': 0.4 },
    })
    for (let tried = 0; tried < hourly.invitation - 1; tried += 1)
      await accept(ann, invitation.code)
    await small.shop.control('POST', 'faults', {})
    expect(await accept(ann, invitation.code)).toMatchObject({
      result: { guide: { _id: guideId } },
    })
    expect(await placeOf(small, guideId)).toMatchObject({ memberId: ann })
    expect(await memberOf(ann)).toMatchObject({ guideId })
  })

  test('can not be taken by a code that is over, wrong, or somebody else’s already', async () => {
    const { guideId, invitation } = await invite()
    const ann = small.neighbour()
    expect(await accept(ann, 'AAAAAAAA')).toMatchObject({ error: { code: 'invitation_unknown' } })
    await small.shop.pass('7 days')
    expect(await accept(ann, invitation.code)).toMatchObject({ error: { code: 'invitation_over' } })
    const again = await invite({ guideId })
    expect(again.guideId).toBe(guideId)
    expect(await accept(ann, invitation.code)).toMatchObject({
      error: { code: 'invitation_unknown' },
    })
    expect(await accept(ann, again.invitation.code)).toHaveProperty('result')
    expect(await accept(small.neighbour(), again.invitation.code)).toMatchObject({
      error: { code: 'invitation_unknown' },
    })
    const taken = inviting({ guideId })
    expect(await small.shop.refusal('keeper', 'guides.invite', taken)).toBe('guide_already')
  })

  test.each([
    ['store_unknown', { storeId: 'store-99' as StoreId }],
    ['guide_unknown', { guideId: 'nobody' as GuideId }],
    ['guide_unknown', { invitedBy: 'nobody' as GuideId }],
  ])('is refused as %s for %j', async (code, own) => {
    expect(await small.shop.refusal('keeper', 'guides.invite', inviting(own))).toBe(code)
  })

  test('of the shop file keeps who took it, when the file comes again', async () => {
    const id = small.fresh('place') as GuideId
    const written = { id, name: '小陈', storeId: 'store-01' as StoreId, kind: 'employee' as const }
    small.file.guides = [written]
    await small.renew()
    const { invitation } = await invite({ guideId: id, name: '小陈' })
    const ann = small.neighbour()
    await accept(ann, invitation.code)
    small.file.guides = [{ ...written, name: '陈晨' }]
    await small.renew()
    expect(await placeOf(small, id)).toMatchObject({ name: '陈晨', memberId: ann, isActive: true })
    small.file.guides = []
    await small.renew()
    expect(await placeOf(small, id)).toMatchObject({ memberId: ann })
  })
})

describe('who leaves', () => {
  const activate = (guideId: GuideId, isActive: boolean) =>
    small.shop.ask('keeper', 'guides.activate', {
      ...{ requestId: randomUUID(), guideId, isActive, reason: '换工作了' },
    })

  test('is credited nothing more, and is again when they come back', async () => {
    const { openid, guideId } = await guide(small)
    const ann = small.neighbour()
    await brings(small, openid, ann)
    await activate(guideId, false)
    const buy = async () =>
      (await small.order(await small.buy(ann, small.line(await small.product())))).attribution
    expect(await buy()).toMatchObject({ guideId: null, lost: [{ because: 'guide-left' }] })
    expect(await small.shop.call(openid, 'guides.desk', {})).toHaveProperty('result')
    await activate(guideId, true)
    expect(await buy()).toMatchObject({ guideId })
  })

  test('is noted with who said so, and why', async () => {
    const { guideId } = await guide(small)
    await activate(guideId, false)
    const [noted] = await small.shop.documents<AuditEntry>('audit_entries', {
      ...{ subject: guideId, action: 'guides.activate' },
    })
    expect(noted).toMatchObject({
      ...{ by: 'keeper', reason: '换工作了' },
      ...{ before: { isActive: true }, after: { isActive: false } },
    })
  })
})

describe('the workbench', () => {
  test('counts today’s visitors, orders and income', async () => {
    const { openid, buyer } = await sale(small, 10_000)
    const [ann, link] = [small.neighbour(), await linkOf(small, openid)]
    await open(small, ann, link)
    await open(small, ann, link)
    const desk = await small.shop.ask(openid, 'guides.desk', {})
    expect(desk).toMatchObject({
      today: { visitors: 2, orders: 1, incomeFen: 300 },
      sums: { pendingFen: 300, frozenFen: 0, payableFen: 0 },
      store: { id: 'store-01', name: '城南店' },
      freezeDays: 7,
      nextPayableAt: null,
    })
    expect(buyer).not.toBe(ann)
  })

  test('draws a line of seven days, today last', async () => {
    const { openid } = await sale(small, 10_000)
    await small.shop.pass('1 day')
    await open(small, small.neighbour(), await linkOf(small, openid))
    const { days } = await small.shop.ask(openid, 'guides.trend', { days: 7 })
    expect(days.map(({ visitors, orders, incomeFen }) => [visitors, orders, incomeFen])).toEqual([
      ...Array.from({ length: 5 }, () => [0, 0, 0]),
      [1, 1, 300],
      [1, 0, 0],
    ])
  })

  test('lists customers who clicked and have not bought, and those who have', async () => {
    const { openid, guideId, buyer, orderId } = await sale(small)
    await small.minutes(1)
    const ann = small.neighbour()
    await brings(small, openid, ann)
    const all = await small.shop.ask(openid, 'guides.customers', { tab: 'all' })
    expect(all.customers.map(({ visits, orders }) => [visits, orders])).toEqual([
      [1, 0],
      [1, 1],
    ])
    const { customers } = await small.shop.ask(openid, 'guides.customers', { tab: 'unbought' })
    expect(customers).toEqual([all.customers[0]])
    await approve(small, orderId, await askBack(small, buyer, orderId, [0, 1]))
    expect(await customersOf(small, guideId)).toContainEqual(
      expect.objectContaining({ memberId: buyer, orders: 0, lastOrderAt: null }),
    )
  })

  test('ranks the guides of a store by what they sold this month, with the goals', async () => {
    const goal = { id: 'new-1', name: '带新', counts: 'new-members' as const, need: 1 }
    small.file.guideGoals = [goal as never]
    await small.renew()
    const { openid, guideId } = await sale(small, 90_000)
    const ann = small.neighbour()
    await brings(small, openid, ann)
    await small.shop.ask(ann, 'members.join', {})
    const { rows, goals } = await small.shop.ask(openid, 'guides.ranking', {})
    expect(rows[0]).toMatchObject({
      guideId,
      orders: 1,
      newMembers: 1,
      paidFen: 90_000,
      isSelf: true,
    })
    expect(rows.filter(({ isSelf }) => isSelf)).toHaveLength(1)
    expect(goals).toMatchObject([{ id: 'new-1', need: 1, reached: 1 }])
  })

  test('offers what is worth sharing, with what it brings', async () => {
    const { openid } = await guide(small)
    const { dealId } = await small.team({ priceFen: 800 })
    const productId = await small.product({ priceFen: 1200 })
    const { material } = await small.shop.ask(openid, 'guides.material', {})
    const found = (id: string) => material.find(({ target }) => 'id' in target && target.id === id)
    expect(found(dealId)).toMatchObject({ kind: 'team', priceFen: 800, bps: 300 })
    expect(found(productId)).toMatchObject({ kind: 'product', priceFen: 1200, bps: 300 })
  })
})

describe('what a guide must not see', () => {
  const secrets = ['guides.desk', 'guides.trend', 'guides.customers', 'guides.ranking'] as const
  const inputs = { 'guides.trend': { days: 7 }, 'guides.customers': { tab: 'all' } } as const

  test.each(secrets)('%s tells no openid and no telephone', async (name) => {
    const { openid, buyer, orderId } = await sale(small)
    const { delivery } = await small.order(orderId)
    const input = name in inputs ? inputs[name as keyof typeof inputs] : {}
    const text = JSON.stringify(await small.shop.ask(openid, name, input))
    for (const secret of [buyer, openid, delivery.phone]) expect(text).not.toContain(`"${secret}"`)
  })

  test.each(secrets)('%s is closed to who is no guide', async (name) => {
    const input = name in inputs ? inputs[name as keyof typeof inputs] : {}
    const told = await small.shop.refusal(small.neighbour(), name, input)
    expect(told).toBe('guide_missing')
  })

  test('another guide’s customers and orders', async () => {
    const { orderId } = await sale(small)
    const { openid } = await guide(small)
    const { customers } = await small.shop.ask(openid, 'guides.customers', { tab: 'all' })
    expect(customers).toEqual([])
    for (const name of ['attribution.explain', 'commission.see'] as const) {
      expect(await small.shop.refusal(openid, name, { orderId })).toBe('order_unknown')
    }
  })
})
