/** 普通团: opening a team, joining it, and how it comes about. */
import type { TeamId } from '@domain/ids'
import { pickUp } from '../harness/shop'
import { expectPiecesToMatchOrders } from './books'
import { codeOf, handOut, ship } from './counter'
import { openSmallShop, type Goal, type SmallShop } from './small-shop'
import type { TeamTerms } from './written'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

const statusesOf = (orderIds: readonly string[]) =>
  Promise.all(orderIds.map(async (id) => (await small.order(id as never)).status))

/** A team that its leader has paid for. */
async function opened(terms: TeamTerms = {}) {
  const goal = await small.team(terms)
  const leader = small.neighbour()
  const orderId = await small.buy(leader, small.joining(goal))
  return { goal, leader, orderId, teamId: (await small.teamOf(orderId))._id }
}

/** Why somebody can't join a team just now, as the quote says. */
async function hindrance(openid: string, goal: Goal, teamId: TeamId) {
  const lines = [small.joining(goal, 1, teamId)]
  return small.shop.refusal(openid, 'orders.quote', { lines, delivery: 'pick-up' })
}

describe('a team', () => {
  test('exists from its leader’s payment on, and not before', async () => {
    const goal = await small.team({ people: 3 })
    const leader = small.neighbour()
    const orderId = await small.place(leader, small.joining(goal))
    expect(await small.shop.documents('teams', { dealId: goal.dealId })).toEqual([])
    await small.paid(leader, orderId)
    const { order, team } = await small.shop.ask(leader, 'orders.see', { orderId })
    expect(order.status).toBe('waiting')
    expect(team).toMatchObject({ status: 'open', people: 3, missing: 2, free: 2 })
    expect(team?.seats).toMatchObject([{ isLeader: true, isOwn: true }])
    expect(team?.formBefore).toBe((order.payment?.paidAt ?? 0) + 3_600_000)
  })

  test('is formed by its last payment: from then on everybody’s goods can be handed out', async () => {
    const { goal, orderId, teamId } = await opened({ people: 3 })
    const [bo, cai] = small.neighbours(2) as [string, string]
    const second = await small.buy(bo, small.joining(goal, 1, teamId))
    expect(await statusesOf([orderId, second])).toEqual(['waiting', 'waiting'])
    await small.shop.pass('1 second')
    const third = await small.buy(cai, small.joining(goal, 1, teamId))
    expect(await statusesOf([orderId, second, third])).toEqual(['paid', 'paid', 'paid'])
    const { team } = await small.shop.ask(bo, 'orders.see', { orderId: second })
    expect(team).toMatchObject({ status: 'formed', missing: 0, free: 0 })
    expect(team?.seats.map(({ isLeader, isOwn }) => [isLeader, isOwn])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })

  test('is formed once when its last two seats are paid in the same moment', async () => {
    const { goal, orderId, teamId } = await opened({ people: 3 })
    const others = await Promise.all(
      small.neighbours(2).map(async (openid) => {
        const id = await small.place(openid, small.joining(goal, 1, teamId))
        await small.shop.ask(openid, 'orders.pay', { orderId: id })
        return id
      }),
    )
    await Promise.all(others.map((id) => small.shop.pay(id)))
    expect(await statusesOf([orderId, ...others])).toEqual(['paid', 'paid', 'paid'])
    for (const id of [orderId, ...others]) {
      const { story } = await small.order(id)
      expect(story.map(({ event }) => event)).toEqual(['place', 'join', 'form'])
    }
  })

  test('is counted by what was paid, however late WeChat reports the last seat', async () => {
    const { goal, orderId, teamId } = await opened({ people: 2 })
    const bo = small.neighbour()
    const second = await small.place(bo, small.joining(goal, 1, teamId))
    await small.paid(bo, second, { outcome: 'success', notify: 'late' })
    expect((await small.teamOf(orderId)).status).toBe('open')
    await small.minutes(16)
    expect(await statusesOf([orderId, second])).toEqual(['paid', 'paid'])
    await small.minutes(6)
    expect((await small.order(second)).refunds).toEqual([])
  })

  test('that is paid in its last second is formed, though nobody heard of it in time', async () => {
    const { goal, orderId, teamId } = await opened({ people: 2 })
    const { formBefore } = await small.teamOf(orderId)
    await small.shop.passTo(formBefore - 60_000)
    const bo = small.neighbour()
    const second = await small.place(bo, small.joining(goal, 1, teamId))
    expect((await small.order(second)).payBefore).toBe(formBefore)
    await small.shop.pass('59 seconds')
    await small.paid(bo, second, { outcome: 'success', notify: 'never' })
    await small.minutes(4)
    expect(await statusesOf([orderId, second])).toEqual(['paid', 'paid'])
  })

  test('waits with handing out until it is formed', async () => {
    const { goal, leader, orderId, teamId } = await opened()
    const sent = await small.buySent(small.neighbour(), small.joining(await small.team()))
    expect(await ship(small, sent)).toMatchObject({ error: { code: 'order_cannot' } })
    const { order } = await small.shop.ask(leader, 'orders.see', { orderId })
    expect(order.delivery).toMatchObject({ kind: 'pick-up', code: '' })
    expect(await codeOf(small, orderId)).toMatch(/^\d{12}$/)
    expect(await handOut(small, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
    await small.buy(small.neighbour(), small.joining(goal, 1, teamId))
    expect(await handOut(small, orderId)).toMatchObject({
      result: { order: { status: 'received' } },
    })
  })
})

describe('the price', () => {
  test('of who opens a team may be lower than that of who joins', async () => {
    const { goal, orderId, teamId } = await opened({
      priceFen: 800,
      leaderPriceFen: 650,
      people: 3,
    })
    const bo = await small.buy(small.neighbour(), small.joining(goal, 1, teamId))
    const paid = [(await small.booked(orderId)).totalFee, (await small.booked(bo)).totalFee]
    expect(paid).toEqual([650, 800])
  })

  test('is the same for everybody where the leader has none of their own', async () => {
    const { goal, orderId, teamId } = await opened({ people: 3 })
    const bo = await small.buy(small.neighbour(), small.joining(goal, 1, teamId))
    const paid = [(await small.booked(orderId)).totalFee, (await small.booked(bo)).totalFee]
    expect(paid).toEqual([800, 800])
  })
})

describe('a seat', () => {
  test('is held while it is being paid, so that the team can not fill up meanwhile', async () => {
    const { goal, orderId, teamId } = await opened()
    const [bo, cai] = small.neighbours(2) as [string, string]
    const second = await small.place(bo, small.joining(goal, 1, teamId))
    const seen = await small.shop.ask(cai, 'teams.see', { teamId })
    expect(seen.team).toMatchObject({ missing: 1, free: 0 })
    expect(await hindrance(cai, goal, teamId)).toBe('team_full')
    await small.paid(bo, second)
    expect(await statusesOf([orderId, second])).toEqual(['paid', 'paid'])
    expect(await hindrance(cai, goal, teamId)).toBe('team_full')
  })

  test('that nobody pays for is free again when its order expires, or is cancelled', async () => {
    const { goal, teamId } = await opened()
    const [bo, cai, ding] = small.neighbours(3) as [string, string, string]
    await small.place(bo, small.joining(goal, 1, teamId))
    await small.minutes(16)
    const second = await small.place(cai, small.joining(goal, 1, teamId))
    expect(await hindrance(ding, goal, teamId)).toBe('team_full')
    await small.cancel(cai, second)
    expect(await hindrance(ding, goal, teamId)).toBeUndefined()
    const third = await small.buy(ding, small.joining(goal, 1, teamId))
    expect(await statusesOf([third])).toEqual(['paid'])
  })

  test('goes to two of twenty who want the last two at the same time; nobody else pays', async () => {
    const { goal, orderId, teamId } = await opened({ people: 3 })
    const line = small.joining(goal, 1, teamId)
    const answers = await Promise.all(
      small.neighbours(20).map(async (openid) => {
        const placing = small.shop.placingAt(openid, [line], 800)
        return { openid, answer: await small.shop.call(openid, 'orders.place', placing) }
      }),
    )
    const refusals = answers.flatMap(({ answer }) => ('error' in answer ? answer.error.code : []))
    expect(refusals).toEqual(Array.from({ length: 18 }, () => 'team_full'))
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 47, held: 3 })
    for (const { openid, answer } of answers) {
      if ('result' in answer) await small.paid(openid, answer.result.orderId)
    }
    expect(await statusesOf([orderId])).toEqual(['paid'])
    const orders = await small.shop.documents<{ _id: string }>('orders', {
      'deal.id': goal.dealId,
    })
    expect(orders).toHaveLength(3)
  })

  test('is one for each member, and none for who is in the team already', async () => {
    const { goal, leader, teamId } = await opened({ people: 4, perMember: 5 })
    expect(await hindrance(leader, goal, teamId)).toBe('team_joined')
    const bo = small.neighbour()
    const place = () =>
      small.shop.refusal(bo, 'orders.place', {
        ...small.shop.placingAt(bo, [small.joining(goal, 1, teamId)], 800, pickUp(bo)),
      })
    const codes = await Promise.all(Array.from({ length: 6 }, place))
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([undefined, 'team_joined']))
    expect(await place()).toBe('team_joined')
  })

  test('of a team that does not exist, or is of another deal, is nowhere', async () => {
    const [one, other] = [await opened(), await opened()]
    const bo = small.neighbour()
    expect(await hindrance(bo, one.goal, 'none' as TeamId)).toBe('team_unknown')
    expect(await hindrance(bo, one.goal, other.teamId)).toBe('team_unknown')
    expect(await hindrance(bo, await small.ladder(), one.teamId)).toBe('team_unknown')
  })
})

test('the offer shows teams that one may join, the one that ends first in front', async () => {
  const { goal, teamId } = await opened({ people: 2, perMember: 1 })
  await small.shop.pass('1 minute')
  const later = await small.buy(small.neighbour(), small.joining(goal))
  const { _id: laterId } = await small.teamOf(later)
  const shown = async () => {
    const { open } = await small.shop.ask('passer-by', 'teams.offer', {
      dealId: goal.dealId as never,
    })
    return open.map((team) => team.teamId)
  }
  expect(await shown()).toEqual([teamId, laterId])
  await small.place(small.neighbour(), small.joining(goal, 1, teamId))
  expect(await shown()).toEqual([laterId])
  await small.buy(small.neighbour(), small.joining(goal, 1, laterId))
  expect(await shown()).toEqual([])
})
