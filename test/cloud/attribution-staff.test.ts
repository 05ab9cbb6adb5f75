/** 溯源, as who runs the shop reads it, changes it and tries other rules. */
import { randomUUID } from 'node:crypto'
import type { Binding } from '@domain/attribution/attribution'
import type { AttributionRule } from '@domain/attribution/rule'
import type { AuditEntry } from '@domain/audit/audit'
import type { CommissionEntry } from '@domain/commission/entry'
import type { GuideId, OrderId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { expectNothingChanged } from './books'
import { brings, creditOf, customersOf, guide, sale, shareCommission } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  await shareCommission(small)
})
afterAll(() => small.shop.close())

const assigning = (orderId: OrderId, guideId: GuideId | null) => ({
  ...{ requestId: randomUUID(), orderId, guideId, reason: '顾客说是她介绍的' },
})

const assign = (orderId: OrderId, guideId: GuideId | null) =>
  small.shop.ask('keeper', 'attribution.assign', assigning(orderId, guideId))

/** What each guide has of an order. */
async function incomeOf(orderId: OrderId): Promise<Record<string, number>> {
  const found = await small.shop.documents<CommissionEntry>('commission_entries', {
    'source.orderId': orderId,
  })
  const sums: Record<string, number> = {}
  for (const { payee, amountFen } of found) sums[payee] = (sums[payee] ?? 0) + amountFen
  return sums
}

describe('an order that is credited to somebody else', () => {
  test('is the other guide’s from then on, with its commission and its customer', async () => {
    const { orderId, guideId: li, buyer } = await sale(small, 10_000)
    const { guideId: wang } = await guide(small, { name: '小王' })
    const { attribution } = await assign(orderId, wang)
    expect(attribution).toMatchObject({ guideId: wang, guideName: '小王', won: { kind: 'touch' } })
    expect(attribution.changes).toMatchObject([{ from: li, to: wang, reason: '顾客说是她介绍的' }])
    const { 'store.store-01': storeFen, ...guides } = await incomeOf(orderId)
    expect(storeFen).toBe(200)
    expect(guides).toEqual({ [`guide.${li}`]: 0, [`guide.${wang}`]: 300 })
    const orders = async (id: GuideId) =>
      (await customersOf(small, id)).map((customer) => [customer.memberId, customer.orders])
    expect(await orders(li)).toEqual([[buyer, 0]])
    expect(await orders(wang)).toEqual([[buyer, 1]])
  })

  test('may be nobody’s, and somebody’s again', async () => {
    const { orderId, guideId } = await sale(small, 10_000)
    await assign(orderId, null)
    expect(await incomeOf(orderId)).toEqual({ [`guide.${guideId}`]: 0, 'store.store-01': 0 })
    await assign(orderId, guideId)
    expect(await incomeOf(orderId)).toEqual({ [`guide.${guideId}`]: 300, 'store.store-01': 200 })
  })

  test('from before the shop shared anything is shared by the terms of today', async () => {
    const { guideId } = await guide(small)
    const { commission: terms } = small.file
    delete small.file.commission
    await small.renew()
    const buyer = small.neighbour()
    const orderId = await small.buy(buyer, small.line(await small.product({ priceFen: 10_000 })))
    expect((await small.order(orderId)).commission).toBeNull()
    // There is nothing yet to share by.
    await assign(orderId, guideId)
    expect(await incomeOf(orderId)).toEqual({})
    if (terms) small.file.commission = terms
    await small.renew()
    await assign(orderId, null)
    expect(await incomeOf(orderId)).toEqual({})
    await assign(orderId, guideId)
    expect(await incomeOf(orderId)).toEqual({ [`guide.${guideId}`]: 300, 'store.store-01': 200 })
    const { commission } = await small.order(orderId)
    expect(commission).toMatchObject({ freezeDays: 7, maxTotalBps: expect.any(Number) as number })
  })

  test('keeps the terms that it was placed by, whatever the shop shares now', async () => {
    const { orderId } = await sale(small, 10_000)
    const { guideId } = await guide(small)
    await shareCommission(small, { shares: [{ role: 'guide', bps: 900 }] })
    await assign(orderId, guideId)
    expect(await incomeOf(orderId)).toMatchObject({ [`guide.${guideId}`]: 300 })
    await shareCommission(small)
  })

  test('is noted once, with who said so and why', async () => {
    const { orderId, guideId } = await sale(small)
    const wish = assigning(orderId, null)
    for (let asked = 0; asked < 3; asked += 1) {
      await small.shop.ask('keeper', 'attribution.assign', wish)
    }
    const noted = await small.shop.documents<AuditEntry>('audit_entries', { subject: orderId })
    expect(noted).toMatchObject([
      {
        ...{ by: 'keeper', action: 'attribution.assign', reason: wish.reason },
        ...{ before: { guideId }, after: { guideId: null } },
      },
    ])
    expect((await small.order(orderId)).attribution.changes).toHaveLength(1)
  })

  test.each<[string, (orderId: OrderId) => Promise<ReturnType<typeof assigning>>]>([
    ['guide_unknown', (orderId) => Promise.resolve(assigning(orderId, 'nobody' as GuideId))],
    [
      'guide_unknown',
      async (orderId) => {
        const { guideId } = await guide(small)
        const wish = { requestId: randomUUID(), guideId, isActive: false, reason: '离职了' }
        await small.shop.ask('keeper', 'guides.activate', wish)
        return assigning(orderId, guideId)
      },
    ],
    ['order_unknown', () => Promise.resolve(assigning('order-99' as OrderId, null))],
  ])('is refused as %s', async (code, wished) => {
    const { orderId } = await sale(small)
    const wish = await wished(orderId)
    await expectNothingChanged(small.shop, async () => {
      expect(await small.shop.refusal('keeper', 'attribution.assign', wish)).toBe(code)
    })
  })
})

describe('a customer who is bound by the shop', () => {
  const bind = async (orderId: OrderId, guideId: GuideId, days: number) =>
    small.shop.ask('keeper', 'attribution.bind', {
      ...{ requestId: randomUUID(), orderId, guideId, days, reason: '老顾客' },
    })

  test('is the guide’s whoever comes, for the days that were said', async () => {
    const { orderId, guideId: li, buyer } = await sale(small)
    const wang = await guide(small)
    const { until } = await bind(orderId, wang.guideId, 2)
    const [binding] = await small.shop.documents<Binding>('bindings', { _id: buyer })
    expect(binding).toMatchObject({ guideId: wang.guideId, until, by: 'operator' })
    const buy = async () => {
      const again = await small.buy(buyer, small.line(await small.product()))
      return creditOf(small, again)
    }
    expect(await creditOf(small, orderId)).toBe(li)
    expect(await buy()).toBe(wang.guideId)
    await small.shop.pass('2 days')
    expect(await buy()).toBe(li)
  })

  test('is shown to the guide as bound', async () => {
    const { orderId, openid, guideId } = await sale(small)
    const { until } = await bind(orderId, guideId, 30)
    const { customers } = await small.shop.ask(openid, 'guides.customers', { tab: 'all' })
    expect(customers).toMatchObject([{ boundUntil: until }])
  })
})

describe('another rule that is tried', () => {
  const replay = async (rule: Omit<AttributionRule, 'version'>) => {
    const until = ((await small.shop.now()) + 1) as Instant
    const from = (until - 60_000) as Instant
    return small.shop.ask('keeper', 'attribution.replay', { rule, from, until })
  }

  test('tells which orders would be whose, and changes nothing', async () => {
    await small.shop.pass('1 hour')
    const [li, wang] = [await guide(small, { name: '小李' }), await guide(small, { name: '小王' })]
    const ann = small.neighbour()
    await brings(small, li.openid, ann)
    await small.minutes(10)
    await brings(small, wang.openid, ann)
    const orderId = await small.buy(ann, small.line(await small.product({ priceFen: 1000 })))
    await expectNothingChanged(small.shop, async () => {
      const first = await replay({ kind: 'first-touch', days: 15, selfPurchase: false })
      expect(first).toMatchObject({ orders: 1, isPartial: false })
      expect(first.changed).toMatchObject([
        {
          ...{ orderId, paidFen: 1000 },
          ...{ before: { guideId: wang.guideId, name: '小王' } },
          ...{ after: { guideId: li.guideId, name: '小李' } },
        },
      ])
      const same = await replay({ kind: 'last-guide-touch', days: 15, selfPurchase: false })
      expect(same).toEqual({ orders: 1, changed: [], isPartial: false })
    })
  })
})

test('an explanation names guides and tells no openid, to the guide and to the shop', async () => {
  const { orderId, openid, buyer } = await sale(small)
  const { guideId } = await guide(small, { name: '小王' })
  await assign(orderId, guideId)
  const told = await small.shop.ask('keeper', 'attribution.see', { orderId })
  expect(Object.values(told.names).sort()).toEqual(['小李', '小王'])
  const text = JSON.stringify(told)
  for (const secret of [openid, buyer, 'keeper']) expect(text).not.toContain(`"${secret}"`)
  expect(await small.shop.refusal(openid, 'attribution.explain', { orderId })).toBe('order_unknown')
})
