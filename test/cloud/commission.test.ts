/** 分润: how guides, stores and hosts get their part of an order, and how it is taken back. */
import { randomUUID } from 'node:crypto'
import type { GuideId, OrderId } from '@domain/ids'
import { NEVER } from '@domain/holds/hold'
import { approve, askBack, handOut, receive, ship } from './counter'
import { brings, guide, sale, shareCommission } from './guide-shop'
import { session } from './guide-wishes'
import { entriesFor, expectHonestLedger, sharedBy } from './commission-books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
beforeEach(() => shareCommission(small))
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await small.minutes(2)
  await expectHonestLedger(small)
})
afterAll(() => small.shop.close())

const sumsOf = async (openid: string) => {
  const { sums, nextPayableAt } = await small.shop.ask(openid, 'guides.desk', {})
  return { ...sums, nextPayableAt }
}

const assign = (orderId: OrderId, guideId: GuideId | null) =>
  small.shop.ask('keeper', 'attribution.assign', {
    ...{ requestId: randomUUID(), orderId, guideId, reason: '顾客说是她介绍的' },
  })

/** A guide whom the shop file names, as it does hosts. */
async function hostOfFile() {
  const guideId = small.fresh('host') as GuideId
  const place = { name: '主播', storeId: 'store-01', kind: 'employee' as const }
  small.file.guides = [{ id: guideId, ...place } as never]
  await small.renew()
  return guide(small, { guideId, name: place.name })
}

describe('the commission of an order', () => {
  test('waits for the receipt, then for a week, and then can be paid out', async () => {
    const { openid, guideId, orderId } = await sale(small, 10_000)
    expect(await sharedBy(small, orderId)).toEqual([
      ['guide', `guide.${guideId}`, 300],
      ['store', 'store.store-01', 200],
    ])
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 300, frozenFen: 0, payableFen: 0 })
    await handOut(small, orderId)
    const payableAt = (await small.shop.now()) + 7 * 86_400_000
    expect(await sumsOf(openid)).toEqual({
      ...{ pendingFen: 0, frozenFen: 300, payableFen: 0, paidOutFen: 0 },
      nextPayableAt: payableAt,
    })
    await small.shop.passTo(payableAt - 1)
    expect(await sumsOf(openid)).toMatchObject({ frozenFen: 300, payableFen: 0 })
    await small.shop.passTo(payableAt)
    expect(await sumsOf(openid)).toMatchObject({ frozenFen: 0, payableFen: 300 })
  })

  test('is of the goods alone: freight is nobody’s', async () => {
    const { openid, guideId } = await guide(small)
    const buyer = small.neighbour()
    await brings(small, openid, buyer)
    const productId = await small.product({ priceFen: 1000 })
    const orderId = await small.buySent(buyer, small.line(productId, 2))
    expect((await small.order(orderId)).receipt.freightFen).toBe(600)
    expect((await sharedBy(small, orderId))[0]).toEqual(['guide', `guide.${guideId}`, 60])
    await ship(small, orderId)
    await receive(small, buyer, orderId)
    expect(await sumsOf(openid)).toMatchObject({ frozenFen: 60 })
  })

  test('is nothing, and costs nothing, where nobody brought the buyer', async () => {
    const orderId = await small.buy(small.neighbour(), small.line(await small.product()))
    await handOut(small, orderId)
    expect(await entriesFor(small, orderId)).toEqual([])
    const { commission } = await small.order(orderId)
    expect(commission?.posted).toEqual([])
  })

  test('follows the closest rule of the moment when it was placed', async () => {
    const { openid, guideId } = await guide(small)
    const buyer = small.neighbour()
    await brings(small, openid, buyer)
    const productId = await small.product({ priceFen: 10_000 })
    const shares = [{ role: 'guide' as const, bps: 800 }]
    await shareCommission(small, { products: { [productId]: shares } })
    const orderId = await small.place(buyer, small.line(productId))
    await shareCommission(small)
    await small.paid(buyer, orderId)
    expect(await sharedBy(small, orderId)).toEqual([['guide', `guide.${guideId}`, 800]])
  })

  test('never comes to more than the cap, each in proportion', async () => {
    await shareCommission(small, {
      shares: [
        { role: 'guide', bps: 300 },
        { role: 'store', bps: 100 },
      ],
      maxTotalBps: 400,
    })
    const { orderId } = await sale(small, 999)
    const amounts = (await sharedBy(small, orderId)).map(([role, , amountFen]) => [role, amountFen])
    // 4 % of 9.99 is 39.96, so 39 fen: 29.25 and 9.75.
    expect(amounts).toEqual([
      ['guide', 29],
      ['store', 10],
    ])
  })

  test('has a part for the host of the live that it was placed in', async () => {
    const [{ openid, guideId }, host] = [await guide(small), await hostOfFile()]
    const liveId = await session(small, host.guideId)
    const buyer = small.neighbour()
    await brings(small, openid, buyer)
    const productId = await small.product({ priceFen: 10_000 })
    const placing = await small.shop.placing(buyer, [small.line(productId)])
    const { orderId } = await small.shop.ask(buyer, 'orders.place', { ...placing, liveId })
    await small.paid(buyer, orderId)
    expect(await sharedBy(small, orderId)).toEqual([
      ['guide', `guide.${guideId}`, 300],
      ['host', `guide.${host.guideId}`, 50],
      ['store', 'store.store-01', 200],
    ])
    expect(await sumsOf(host.openid)).toMatchObject({ pendingFen: 50 })
  })

  test('has a part for who invited the guide, and there is no third level', async () => {
    await shareCommission(small, { referral: { level2Bps: 100 } })
    const lan = await guide(small)
    const mei = await guide(small, { invitedBy: lan.guideId })
    const ning = await guide(small, { invitedBy: mei.guideId })
    const buyer = small.neighbour()
    await brings(small, ning.openid, buyer)
    const productId = await small.product({ priceFen: 10_000 })
    const orderId = await small.buy(buyer, small.line(productId))
    expect(await sharedBy(small, orderId)).toEqual([
      ['guide', `guide.${ning.guideId}`, 300],
      ['second', `guide.${mei.guideId}`, 100],
      ['store', 'store.store-01', 200],
    ])
    expect(await sumsOf(lan.openid)).toMatchObject({ pendingFen: 0 })
  })
})

describe('what is taken back', () => {
  test('is the part of the pieces that went back, line by line', async () => {
    const { openid } = await guide(small)
    const buyer = small.neighbour()
    await brings(small, openid, buyer)
    const [dear, cheap] = [
      await small.product({ priceFen: 10_000 }),
      await small.product({ priceFen: 1000 }),
    ]
    const orderId = await small.buySent(buyer, small.line(dear, 3), small.line(cheap))
    await ship(small, orderId)
    await receive(small, buyer, orderId)
    await approve(small, orderId, await askBack(small, buyer, orderId, [0, 1]))
    const own = (await entriesFor(small, orderId)).filter(({ source }) => source?.role === 'guide')
    expect(own.map(({ _id, amountFen, source }) => [_id, amountFen, source?.keptFen])).toEqual([
      [`${orderId}.0.guide.1`, 900, 30_000],
      [`${orderId}.0.guide.2`, -300, 20_000],
      [`${orderId}.1.guide.1`, 30, 1000],
    ])
    expect(new Set(own.map(({ payableAt }) => payableAt)).size).toBe(1)
    expect(await sumsOf(openid)).toMatchObject({ frozenFen: 630 })
  })

  test('is all of it where all goes back, before anything was received', async () => {
    const { openid, buyer, orderId } = await sale(small, 10_000)
    expect(await small.refund(buyer, orderId)).toHaveProperty('result')
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 0, frozenFen: 0, payableFen: 0 })
    const entries = await entriesFor(small, orderId)
    expect(entries.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['share', 300],
      ['change', -300],
      ['share', 200],
      ['change', -200],
    ])
    for (const { payableAt } of entries) expect(payableAt).toBe(NEVER)
  })

  test('of a ladder is what the price fell by', async () => {
    const { openid } = await guide(small)
    const goal = await small.ladder({ base: 10_000, steps: [[2, 8000]], endsAt: '+5m' })
    const buyers = small.neighbours(2)
    const ids: OrderId[] = []
    for (const buyer of buyers) {
      await brings(small, openid, buyer)
      ids.push(await small.paid(buyer, await small.place(buyer, small.joining(goal))))
    }
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 600 })
    await small.minutes(9)
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 480 })
    expect((await small.order(ids[0] as OrderId)).status).toBe('paid')
  })

  test('moves with the credit when somebody of the shop changes it', async () => {
    const { openid, guideId, orderId } = await sale(small, 10_000)
    const other = await guide(small)
    await assign(orderId, other.guideId)
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 0 })
    expect(await sumsOf(other.openid)).toMatchObject({ pendingFen: 300 })
    await assign(orderId, null)
    expect(await sumsOf(other.openid)).toMatchObject({ pendingFen: 0 })
    await assign(orderId, guideId)
    expect(await sumsOf(openid)).toMatchObject({ pendingFen: 300 })
    const guided = (await entriesFor(small, orderId)).filter(({ source }) => {
      return source?.role === 'guide'
    })
    expect(guided.map(({ amountFen }) => amountFen)).toEqual([300, -300, 300, -300, 300])
  })
})
