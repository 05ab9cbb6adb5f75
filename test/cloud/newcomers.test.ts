/** 老带新: a team that only newcomers may join, asked at every step up to the payment. */
import type { TeamId } from '@domain/ids'
import { phoneOf, pickUp } from '../harness/shop'
import { expectNothingChanged, expectPiecesToMatchOrders } from './books'
import { openSmallShop, type Goal, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

/** A team of newcomers that an old customer has opened. */
async function opened(people = 2) {
  const goal = await small.team({ joiners: 'newcomer', people })
  const leader = await customer()
  const orderId = await small.buy(leader, small.joining(goal))
  return { goal, leader, orderId, teamId: (await small.teamOf(orderId))._id }
}

/** Somebody who has bought here before. */
async function customer(): Promise<string> {
  const openid = small.neighbour()
  await small.buy(openid, small.line(await small.product()))
  return openid
}

const refusalAtQuote = (openid: string, goal: Goal, teamId: TeamId) =>
  small.shop.refusal(openid, 'orders.quote', {
    lines: [small.joining(goal, 1, teamId)],
    delivery: 'pick-up',
  })

const refusalAtPlace = (openid: string, goal: Goal, teamId: TeamId, phone = phoneOf(openid)) => {
  const lines = [small.joining(goal, 1, teamId)]
  const placing = small.shop.placingAt(openid, lines, 800, pickUp(openid, phone))
  return small.shop.refusal(openid, 'orders.place', placing)
}

test('a customer may open it, and a newcomer may join it', async () => {
  const { goal, orderId, teamId } = await opened()
  await small.buy(small.neighbour(), small.joining(goal, 1, teamId))
  expect((await small.order(orderId)).status).toBe('paid')
})

test('who bought before is told so before choosing anything, and when ordering', async () => {
  const { goal, teamId } = await opened()
  const bo = await customer()
  await expectNothingChanged(small.shop, async () => {
    expect(await refusalAtQuote(bo, goal, teamId)).toBe('newcomers_only')
    expect(await refusalAtPlace(bo, goal, teamId)).toBe('newcomers_only')
  })
})

test('whose only order went back, or was never paid, is a newcomer still', async () => {
  const { goal, teamId } = await opened(3)
  const [bo, cai] = small.neighbours(2) as [string, string]
  const productId = await small.product()
  await small.refund(bo, await small.buy(bo, small.line(productId)))
  await small.place(cai, small.line(productId))
  expect(await refusalAtQuote(bo, goal, teamId)).toBeUndefined()
  expect(await refusalAtPlace(bo, goal, teamId)).toBeUndefined()
  expect(await refusalAtPlace(cai, goal, teamId)).toBeUndefined()
})

test('another account with the telephone of a customer is the same household', async () => {
  const { goal, leader, teamId } = await opened()
  const bo = small.neighbour()
  expect(await refusalAtQuote(bo, goal, teamId)).toBeUndefined()
  await expectNothingChanged(small.shop, async () => {
    expect(await refusalAtPlace(bo, goal, teamId, phoneOf(leader))).toBe('newcomers_only')
  })
  expect(await refusalAtPlace(bo, goal, teamId)).toBeUndefined()
})

describe('who becomes a customer between ordering and paying', () => {
  test('is refused when opening the payment', async () => {
    const { goal, teamId } = await opened()
    const bo = small.neighbour()
    const orderId = await small.place(bo, small.joining(goal, 1, teamId))
    await small.buy(bo, small.line(await small.product()))
    expect(await small.shop.refusal(bo, 'orders.pay', { orderId })).toBe('newcomers_only')
    await small.minutes(16)
    expect((await small.order(orderId)).status).toBe('expired')
  })

  test('and has the payment open already gets all of it back, and the seat is free', async () => {
    const { goal, orderId: leaders, teamId } = await opened()
    const bo = small.neighbour()
    const orderId = await small.place(bo, small.joining(goal, 1, teamId))
    await small.shop.ask(bo, 'orders.pay', { orderId })
    await small.buy(bo, small.line(await small.product()))
    await small.shop.pay(orderId)
    const { order } = await small.shop.ask(bo, 'orders.see', { orderId })
    expect(order).toMatchObject({ status: 'refunding', refunds: [{ reason: 'not-newcomer' }] })
    expect(await small.teamOf(leaders)).toMatchObject({ status: 'open', available: 1, sold: 1 })
    await small.minutes(1)
    expect((await small.order(orderId)).status).toBe('refunded')
    expect(await small.booked(orderId)).toMatchObject({ totalFee: 800, refundedFee: 800 })
    await small.buy(small.neighbour(), small.joining(goal, 1, teamId))
    expect((await small.order(leaders)).status).toBe('paid')
  })

  test('of two teams joined at the same time keeps the one that is paid first', async () => {
    const [one, other] = [await opened(), await opened()]
    const bo = small.neighbour()
    const ids = []
    for (const { goal, teamId } of [one, other]) {
      const orderId = await small.place(bo, small.joining(goal, 1, teamId))
      await small.shop.ask(bo, 'orders.pay', { orderId })
      ids.push(orderId)
    }
    for (const orderId of ids) await small.shop.pay(orderId)
    await small.minutes(1)
    const statuses = await Promise.all(ids.map(async (id) => (await small.order(id)).status))
    expect(statuses).toEqual(['paid', 'refunded'])
  })
})
