/** How many SDK calls each action may make: what a shopper waits for, and what the cloud bills. */
import type { ActionName } from '@domain/functions'
import { openSmallShop, type SmallShop } from './small-shop'
import { actions, wishes } from './wishes'

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

/** Calls per action. The first four are promises; the others are what was measured. */
const budgets: Readonly<Record<ActionName, number>> = {
  'orders.place': 5,
  'groupbuy.see': 2,
  'catalog.home': 3,
  'catalog.see': 2,
  'groupbuy.statement': 1,
  'orders.quote': 1,
  'orders.pay': 2,
  'orders.checkPayment': 2,
  'orders.see': 2,
  'orders.list': 1,
  // Read, close, ask what was never opened, read and write, let both holds go, record.
  'orders.cancel': 8,
  // Read, read and write, siblings, two holds (tried as held, then as sold), refund, record.
  'orders.refund': 9,
  'groupbuy.watch': 20,
  'shopfile.import': 60,
}

test.each(actions)('%s keeps to its budget', async (name) => {
  const { openid, input } = await wishes[name](small)
  const [entry, ...others] = await invocationsOf(() => small.shop.call(openid, name, input))
  expect(others).toEqual([])
  expect(entry?.calls.length).toBeGreaterThan(0)
  expect(entry?.calls.length).toBeLessThanOrEqual(budgets[name])
})

test('placing from the shelf keeps to the budget as well, and a repeat takes one call', async () => {
  const openid = small.neighbour()
  const lines = [small.line(await small.product()), small.line(await small.product())]
  const placing = await small.shop.placing(openid, lines)
  const place = () => small.shop.ask(openid, 'orders.place', placing)
  const [first] = await invocationsOf(place)
  expect(first?.calls.length).toBeLessThanOrEqual(5)
  const [again] = await invocationsOf(place)
  expect(again?.calls).toHaveLength(1)
})

test.each([
  ['a member’s first payment', 1],
  ['a member’s second payment', 2],
])('%s takes at most five calls from notice to joined', async (_what, orders) => {
  const goal = await small.ladder()
  const openid = small.neighbour()
  for (let bought = 1; bought < orders; bought += 1) await small.buy(openid, small.joining(goal))
  const orderId = await small.place(openid, small.joining(goal))
  await small.shop.ask(openid, 'orders.pay', { orderId })
  const [notice, ...others] = await invocationsOf(() => small.shop.pay(orderId))
  expect(others).toEqual([])
  expect(notice?.function).toBe('pay-notify')
  expect(notice?.calls.length).toBeLessThanOrEqual(5)
  expect((await small.order(orderId)).todo).toEqual([])
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

test('a tick of the timer with nothing to do takes ten calls at most', async () => {
  await small.minutes(40)
  const ticks = await invocationsOf(() => small.minutes(1))
  expect(ticks.map((tick) => tick.function)).toEqual(['timer'])
  expect(ticks[0]?.calls.length).toBeLessThanOrEqual(10)
})
