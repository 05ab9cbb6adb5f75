/** 普通团: what becomes of the money when a team does not come about, or somebody leaves. */
import type { OrderId } from '@domain/ids'
import { refundNo } from '@domain/orders/refund'
import { membersOf } from '@domain/teams/team'
import { expectPiecesToMatchOrders } from './books'
import { openSmallShop, type Goal, type SmallShop } from './small-shop'
import type { TeamTerms } from './written'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectPiecesToMatchOrders(small.shop)
})
afterAll(() => small.shop.close())

interface Seat {
  readonly openid: string
  readonly orderId: OrderId
}

/** A team with so many people in it, the leader first. */
async function teamWith(count: number, terms: TeamTerms): Promise<{ goal: Goal; seats: Seat[] }> {
  const goal = await small.team(terms)
  const seats: Seat[] = []
  for (const openid of small.neighbours(count)) {
    const [leader] = seats
    const teamId = leader && (await small.teamOf(leader.orderId))._id
    seats.push({ openid, orderId: await small.buy(openid, small.joining(goal, 1, teamId)) })
  }
  return { goal, seats }
}

/** Everything that was paid went back, once, under the order's own number. */
async function expectAllBack({ orderId }: Seat, reason: 'unformed' | 'asked', paidFen = 800) {
  const { status, refunds, todo } = await small.order(orderId)
  const no = refundNo(orderId, reason)
  expect({ status, todo }).toEqual({ status: 'refunded', todo: [] })
  expect(refunds).toMatchObject([{ no, reason, amountFen: paidFen, status: 'succeeded' }])
  expect(await small.refundsOf(orderId)).toMatchObject([{ outRefundNo: no, refundFee: paidFen }])
  expect(await small.booked(orderId)).toMatchObject({ state: 'REFUND', refundedFee: paidFen })
}

describe('a team that is not complete in time', () => {
  test('gives everybody’s money back under their own numbers, and the pieces and quotas', async () => {
    const { goal, seats } = await teamWith(3, { people: 4, leaderPriceFen: 700 })
    await small.minutes(58)
    expect((await small.order(seats[0]?.orderId as OrderId)).status).toBe('waiting')
    await small.minutes(6)
    for (const [index, seat] of seats.entries()) {
      await expectAllBack(seat, 'unformed', index === 0 ? 700 : 800)
    }
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 50, held: 0, sold: 0 })
    for (const { openid } of seats) {
      expect(await small.quota(goal.dealId, openid)).toEqual({ left: 2, held: 0, sold: 0 })
    }
  })

  test('takes nobody in any more from the second of its end on', async () => {
    const { goal, seats } = await teamWith(1, { people: 2 })
    const { _id: teamId, formBefore } = await small.teamOf(seats[0]?.orderId as OrderId)
    const refusal = () =>
      small.shop.refusal('late', 'orders.quote', {
        lines: [small.joining(goal, 1, teamId)],
        delivery: 'pick-up',
      })
    await small.shop.passTo(formBefore - 1000)
    expect(await refusal()).toBeUndefined()
    await small.shop.passTo(formBefore)
    expect(await refusal()).toBe('team_over')
    await small.minutes(4)
    expect(await refusal()).toBe('team_over')
  })

  test('ends with its deal, however many hours it was given', async () => {
    const { seats } = await teamWith(1, { people: 2, teamHours: 24, endsAt: '+5m' })
    const [leader] = seats as [Seat]
    const team = await small.teamOf(leader.orderId)
    expect(team.formBefore).toBe((await small.deal(team.dealId)).endsAt)
    await small.minutes(9)
    await expectAllBack(leader, 'unformed')
  })

  test('gives back once, even when the timer is killed again and again', async () => {
    const { seats } = await teamWith(8, { people: 9 })
    await small.minutes(59)
    await small.shop.control('POST', 'faults', { seed: 3, rates: { 'function.kill': 0.08 } })
    await small.minutes(6)
    const log = await small.shop.control<{ function: string; ok: boolean }[]>('GET', 'log?limit=20')
    expect(log.some((entry) => entry.function === 'timer' && !entry.ok)).toBe(true)
    await small.shop.control('POST', 'faults', {})
    await small.minutes(15)
    for (const seat of seats) await expectAllBack(seat, 'unformed')
  })

  test('waits with its end for who is paying, as long as the gateway does not say', async () => {
    const { goal, seats } = await teamWith(1, { people: 2 })
    const [leader] = seats as [Seat]
    const { _id: teamId, formBefore } = await small.teamOf(leader.orderId)
    await small.shop.passTo(formBefore - 60_000)
    const bo = small.neighbour()
    const second = await small.place(bo, small.joining(goal, 1, teamId))
    await small.paid(bo, second, { outcome: 'success', notify: 'never' })
    await small.shop.control('POST', 'faults', { rates: { 'wechat.before': 1 } })
    await small.minutes(5)
    expect((await small.teamOf(leader.orderId)).status).toBe('open')
    await small.shop.control('POST', 'faults', {})
    await small.minutes(2)
    expect((await small.teamOf(leader.orderId)).status).toBe('formed')
    expect((await small.order(second)).status).toBe('paid')
  })
})

describe('who leaves a team', () => {
  const leave = ({ openid, orderId }: Seat) => small.refund(openid, orderId)

  test('before it is formed gets the money back, and the seat is free again', async () => {
    const { goal, seats } = await teamWith(2, { people: 3 })
    const [leader, second] = seats as [Seat, Seat]
    expect(await leave(second)).toHaveProperty('result')
    const team = await small.teamOf(leader.orderId)
    expect(team).toMatchObject({ status: 'open', available: 2, sold: 1 })
    await small.buy(second.openid, small.joining(goal, 1, team._id))
    await small.buy(small.neighbour(), small.joining(goal, 1, team._id))
    expect((await small.teamOf(leader.orderId)).status).toBe('formed')
    await small.minutes(1)
    await expectAllBack(second, 'asked')
  })

  test('and led it, leaves it to who has been in it longest', async () => {
    const { goal, seats } = await teamWith(3, { people: 4, leaderPriceFen: 700 })
    const [leader, second, third] = seats as [Seat, Seat, Seat]
    expect(await leave(leader)).toHaveProperty('result')
    const team = await small.teamOf(second.orderId)
    expect(membersOf(team).map(({ orderId }) => orderId)).toEqual([second.orderId, third.orderId])
    const { team: card } = await small.shop.ask(second.openid, 'teams.see', { teamId: team._id })
    expect(card.seats).toMatchObject([{ isLeader: true, isOwn: true }, { isLeader: false }])
    for (const openid of small.neighbours(2)) {
      await small.buy(openid, small.joining(goal, 1, team._id))
    }
    const { status, payment } = await small.order(second.orderId)
    expect({ status, paidFen: payment?.paidFen }).toEqual({ status: 'paid', paidFen: 800 })
    await small.minutes(1)
    await expectAllBack(leader, 'asked', 700)
  })

  test('as the last one ends it', async () => {
    const { goal, seats } = await teamWith(1, { people: 2 })
    const [leader] = seats as [Seat]
    const { _id: teamId } = await small.teamOf(leader.orderId)
    await leave(leader)
    await small.minutes(2)
    expect((await small.teamOf(leader.orderId)).status).toBe('failed')
    const lines = [small.joining(goal, 1, teamId)]
    const asked = { lines, delivery: 'pick-up' } as const
    expect(await small.shop.refusal('bo', 'orders.quote', asked)).toBe('team_over')
    await expectAllBack(leader, 'asked')
  })

  test('after it is formed takes nobody else along', async () => {
    const { goal, seats } = await teamWith(2, { people: 2 })
    const [leader, second] = seats as [Seat, Seat]
    expect(await leave(leader)).toHaveProperty('result')
    await small.minutes(1)
    await expectAllBack(leader, 'asked')
    expect((await small.order(second.orderId)).status).toBe('paid')
    expect((await small.teamOf(second.orderId)).status).toBe('formed')
    expect((await small.stock({ dealId: goal.dealId })).left).toBe(49)
  })

  test('in the moment in which the last one pays leaves the books in order', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { goal, seats } = await teamWith(2, { people: 3 })
      const [leader, second] = seats as [Seat, Seat]
      const team = await small.teamOf(leader.orderId)
      const last = small.neighbour()
      const orderId = await small.place(last, small.joining(goal, 1, team._id))
      await small.shop.ask(last, 'orders.pay', { orderId })
      await Promise.all([leave(second), small.shop.pay(orderId)])
      await small.minutes(2)
      await expectAllBack(second, 'asked')
      const { status, sold } = await small.teamOf(leader.orderId)
      const { status: lastOne } = await small.order(orderId)
      expect([status, sold, lastOne]).toEqual(
        status === 'formed' ? ['formed', 3, 'paid'] : ['open', 2, 'waiting'],
      )
    }
  })
})
