/** How many SDK calls each action may make: what a shopper waits for, and what the cloud bills. */
import type { OrderId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { actions } from './action-lists'
import { startedLive } from './live-shop'
import { budgets } from './budgets'
import { confirmAll } from './payout-desk'
import { openSmallShop, type Line, type SmallShop } from './small-shop'
import { wishes } from './wishes'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

interface LogEntry {
  readonly seq: number
  readonly function: string
  readonly calls: readonly { readonly action: string; readonly on: string }[]
}

const logAfter = (seq: number) =>
  small.shop.control<LogEntry[]>('GET', `log?after=${seq}&limit=1000`)

/** The invocations that something brings about. */
async function invocationsOf(act: () => Promise<unknown>): Promise<LogEntry[]> {
  const [last] = await small.shop.control<LogEntry[]>('GET', 'log?limit=1')
  await act()
  return logAfter(last?.seq ?? 0)
}

test.each(actions)('%s keeps to its budget', async (name) => {
  const { openid, input } = await wishes[name](small)
  const [entry, ...others] = await invocationsOf(() => small.shop.call(openid, name, input))
  expect(others).toEqual([])
  expect(entry?.calls.length).toBeGreaterThan(0)
  expect(entry?.calls.length).toBeLessThanOrEqual(budgets[name])
})

/** How many calls the placing of a basket takes, at the price that a quote tells. */
async function callsToPlace(openid: string, lines: Line[]): Promise<number> {
  const placing = await small.shop.placing(openid, lines)
  const act = () => small.shop.ask(openid, 'orders.place', placing)
  const [entry] = await invocationsOf(act)
  return entry?.calls.length ?? 0
}

describe('placing', () => {
  test('an item of a flash sale takes at most five calls', async () => {
    const goal = await small.flash()
    expect(await callsToPlace(small.neighbour(), [small.joining(goal)])).toBeLessThanOrEqual(5)
  })

  test('something of a live session takes at most five calls', async () => {
    const { first } = await startedLive(small)
    expect(await callsToPlace(small.neighbour(), [small.joining(first)])).toBeLessThanOrEqual(5)
  })

  test('a cart of five lines takes at most ten', async () => {
    const lines: Line[] = []
    for (let index = 0; index < 5; index += 1) lines.push(small.line(await small.product()))
    expect(await callsToPlace(small.neighbour(), lines)).toBeLessThanOrEqual(10)
  })

  test.each([
    ['anyone', 4, 5],
    ['newcomer', 4, 7],
  ] as const)(
    'in a team for %s takes %d calls to open and %d to join it',
    async (joiners, ...most) => {
      const goal = await small.team({ joiners, people: 3 })
      const leader = small.neighbour()
      expect(await callsToPlace(leader, [small.joining(goal)])).toBe(most[0])
      const [order] = await small.shop.documents<{ _id: OrderId }>('orders', { memberId: leader })
      const orderId = await small.paid(leader, order?._id as OrderId)
      const { _id } = await small.teamOf(orderId)
      const calls = await callsToPlace(small.neighbour(), [small.joining(goal, 1, _id)])
      expect(calls).toBe(most[1])
    },
  )

  test('with a coupon in a team takes at most six', async () => {
    const openid = small.neighbour()
    await small.claim(openid, await small.coupon({ amountFen: 100 as Fen }))
    const goal = await small.team({ takes: { coupons: true } })
    expect(await callsToPlace(openid, [small.joining(goal)])).toBeLessThanOrEqual(6)
  })

  test('a quote of any of them takes one', async () => {
    const openid = small.neighbour()
    await small.claim(openid, await small.coupon())
    const lines = [small.line(await small.product()), small.line(await small.product())]
    const wish = { lines, delivery: 'courier' as const, spendPoints: 100 }
    const [entry] = await invocationsOf(() => small.shop.ask(openid, 'orders.quote', wish))
    expect(entry?.calls).toHaveLength(1)
  })

  test('a repeat takes one call', async () => {
    const openid = small.neighbour()
    const lines = [small.line(await small.product()), small.line(await small.product())]
    const placing = await small.shop.placing(openid, lines)
    const place = () => small.shop.ask(openid, 'orders.place', placing)
    await place()
    const [again] = await invocationsOf(place)
    expect(again?.calls).toHaveLength(1)
  })
})

describe('a notice of WeChat Pay', () => {
  /** How many calls it takes from the notice until everything about the order is done. */
  async function callsToPay(openid: string, line: Line): Promise<number> {
    const orderId = await small.place(openid, line)
    await small.shop.ask(openid, 'orders.pay', { orderId })
    const [notice, ...others] = await invocationsOf(() => small.shop.pay(orderId))
    expect(others).toEqual([])
    expect(notice?.function).toBe('pay-notify')
    // What is only told waits for the timer.
    const { todo } = await small.order(orderId)
    expect(todo.filter(({ task }) => task !== 'tell')).toEqual([])
    return notice?.calls.length ?? 0
  }

  test.each([
    ['a member’s first payment', 1],
    ['a member’s second payment', 2],
  ])('of %s in a ladder takes at most five calls until joined', async (_what, orders) => {
    const goal = await small.ladder()
    const openid = small.neighbour()
    for (let bought = 1; bought < orders; bought += 1) await small.buy(openid, small.joining(goal))
    expect(await callsToPay(openid, small.joining(goal))).toBeLessThanOrEqual(5)
  })

  test('of an order from the shelf takes three', async () => {
    expect(await callsToPay(small.neighbour(), small.line(await small.product()))).toBe(3)
  })

  test('of a flash sale takes three', async () => {
    expect(await callsToPay(small.neighbour(), small.joining(await small.flash()))).toBe(3)
  })

  test('opens a team in six, joins one in six, and brings all along that it completes', async () => {
    const goal = await small.team({ people: 3 })
    const leader = small.neighbour()
    expect(await callsToPay(leader, small.joining(goal))).toBe(6)
    const [order] = await small.shop.documents<{ _id: OrderId }>('orders', { memberId: leader })
    const { _id } = await small.teamOf(order?._id as OrderId)
    const line = small.joining(goal, 1, _id)
    expect(await callsToPay(small.neighbour(), line)).toBe(6)
    // Formed: the team again, each of its three orders read and written, and its own one recorded.
    expect(await callsToPay(small.neighbour(), line)).toBeLessThanOrEqual(17)
  })
})

test('a repeated notice takes two calls', async () => {
  const { openid, input } = await wishes['orders.pay'](small)
  await small.shop.ask(openid, 'orders.pay', input)
  const act = () => small.shop.pay(input.orderId, { outcome: 'success', notify: 'twice' })
  const [, repeat] = await invocationsOf(act)
  expect(repeat?.calls).toHaveLength(2)
})

test('the ladder page takes no more calls and no bigger answer when many have joined', async () => {
  const goal = await small.ladder({ stock: 200, steps: [[1000, 900]] })
  const see = () => small.shop.ask('passer-by', 'groupbuy.see', { dealId: goal.dealId as never })
  for (const openid of small.neighbours(30)) await small.buy(openid, small.joining(goal))
  const [entry] = await invocationsOf(see)
  expect(entry?.calls).toHaveLength(2)
  const seen = await see()
  expect(seen).toMatchObject({ people: 30, left: 170, own: [] })
  expect(JSON.stringify(seen).length).toBeLessThan(3000)
})

test('a minute in which nothing waits for the timer takes one call, but each tenth', async () => {
  // Payouts that wait to be confirmed are asked after.
  await confirmAll(small)
  // Teams that nobody completed are over within the hour, and their money is back soon after.
  await small.minutes(90)
  const ticks = await invocationsOf(() => small.minutes(10))
  expect(ticks.map((tick) => tick.function)).toEqual(Array(10).fill('timer'))
  const [most, ...others] = ticks.map(({ calls }) => calls.length).sort((one, two) => two - one)
  expect(others).toEqual(Array(9).fill(1))
  // The people of all open ladders are counted again; these tests have opened many.
  expect(most).toBeLessThanOrEqual(1 + 1 + 20 * 4)
})
