/** 积分: how points come and go with orders, days and months. */
import { setTimeout as pause } from 'node:timers/promises'
import type { OrderId } from '@domain/ids'
import { approve, askBack, handOut, receive, ship } from './counter'
import {
  accountOf,
  expectHonestAccounts,
  givePoints,
  historyOf,
  mallProduct,
  memberWith,
  received,
} from './points-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop({ at: '2027-03-01 10:00' })
  await givePoints(small)
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectHonestAccounts(small.shop)
})
afterAll(() => small.shop.close())

describe('an order earns', () => {
  test('nothing before it is received, and then a point for each whole yuan of its goods', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 1250 })
    const orderId = await small.buySent(ann, small.line(productId, 2))
    await ship(small, orderId)
    expect(await historyOf(small, ann)).toEqual([])
    await receive(small, ann, orderId)
    // 25.00 of goods; the freight of 6.00 earns nothing.
    expect(await historyOf(small, ann)).toEqual([['earn', 25]])
    expect(await accountOf(small, ann)).toMatchObject({ balance: 25, available: 25, holds: {} })
  })

  test('more on a higher level, and double on member day, as it was when it was placed', async () => {
    const levels = small.file.memberLevels?.levels ?? []
    const silver = levels.find(({ id }) => id === 'silver')
    Object.assign(silver ?? {}, { pointsMultiplierBps: 12_000 })
    small.file.discounts.push({
      ...{ id: 'member-day', name: '会员日', levelAtLeast: 'plain', discountBps: 10_000 },
      ...{ pointsMultiplierBps: 20_000, scope: { kind: 'all' } },
      repeats: { every: 'month', on: [8, 18], at: '00:00', lasts: '24h' },
    } as never)
    await small.renew()
    const ann = small.neighbour()
    await received(small, ann, 6000)
    expect(await historyOf(small, ann)).toEqual([['earn', 60]])
    await received(small, ann, 1000)
    expect((await historyOf(small, ann)).slice(1)).toEqual([['earn', 12]])
    await small.shop.passTo(Date.parse('2027-03-08T12:00:00+08:00'))
    const orderId = await small.buy(ann, small.line(await small.product({ priceFen: 1000 })))
    await small.shop.pass('1 day')
    await handOut(small, orderId)
    expect((await historyOf(small, ann)).slice(2)).toEqual([['earn', 24]])
  })

  test('less when money goes back, and nothing when all of it does', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 1000 })
    const orderId = await small.buySent(ann, small.line(productId, 3))
    await ship(small, orderId)
    await receive(small, ann, orderId)
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    expect(await historyOf(small, ann)).toEqual([
      ['earn', 30],
      ['earn-back', -10],
    ])
    await small.minutes(2)
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 2]))
    expect(await accountOf(small, ann)).toMatchObject({ balance: 0, lots: [] })
  })

  test('what was spent meanwhile is a debt, which the next points pay', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 5000 })
    const orderId = await small.buySent(ann, small.line(productId))
    await ship(small, orderId)
    await receive(small, ann, orderId)
    await small.place(ann, small.joining(await mallProduct(small, { points: 40 })))
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    const { account } = await small.shop.ask(ann, 'points.see', {})
    expect(account).toEqual({ balance: -40, available: -40, lots: [] })
    await received(small, ann, 5500)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 15, available: 15 })
  })
})

describe('points in the mall', () => {
  test('are held while the order is not paid, and come back when it ends', async () => {
    const ann = await memberWith(small, 30)
    const orderId = await small.place(
      ann,
      small.joining(await mallProduct(small, { points: 12, cashFen: 100 }), 2),
    )
    expect(await accountOf(small, ann)).toMatchObject({ balance: 30, available: 6 })
    await small.cancel(ann, orderId)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 30, available: 30, holds: {} })
    expect(await historyOf(small, ann)).toEqual([['earn', 30]])
  })

  test('are spent when it is paid, and come back piece by piece', async () => {
    const ann = await memberWith(small, 50)
    const goal = await mallProduct(small, { points: 15, cashFen: 500 })
    const orderId = await small.buySent(ann, small.joining(goal, 3))
    expect((await historyOf(small, ann)).slice(1)).toEqual([['spend', -45]])
    expect(await accountOf(small, ann)).toMatchObject({ balance: 5, available: 5, holds: {} })
    await ship(small, orderId)
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    expect((await historyOf(small, ann)).slice(2)).toEqual([['spend-back', 15]])
    await small.minutes(2)
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 2]))
    expect(await accountOf(small, ann)).toMatchObject({ balance: 50, available: 50 })
  })

  test('are enough by themselves: an order of no money is paid as it is placed', async () => {
    const ann = await memberWith(small, 10)
    const orderId = await small.place(ann, small.joining(await mallProduct(small)))
    expect(await small.order(orderId)).toMatchObject({ status: 'paid', todo: [] })
    expect(await accountOf(small, ann)).toMatchObject({ balance: 0, available: 0, holds: {} })
    await small.refund(ann, orderId)
    expect(await small.order(orderId)).toMatchObject({ status: 'refunded' })
    expect(await accountOf(small, ann)).toMatchObject({ balance: 10, available: 10 })
  })

  test('that are missing to an order are counted out', async () => {
    const ann = await memberWith(small, 7)
    const goal = await mallProduct(small, { points: 10 })
    const placing = await small.shop.placing(ann, [small.joining(goal)])
    expect(await small.shop.call(ann, 'orders.place', placing)).toMatchObject({
      error: { code: 'points_short', details: { missing: 3 } },
    })
  })

  test('are never spent twice: of ten orders at once only those go through that are covered', async () => {
    const ann = await memberWith(small, 35)
    const goal = await mallProduct(small, { points: 10, perMember: 20 })
    const placing = await small.shop.placing(ann, [small.joining(goal)])
    const wishes = Array.from({ length: 10 }, () => ({
      ...placing,
      requestId: crypto.randomUUID(),
    }))
    const answers = await Promise.all(
      wishes.map((wish) => small.shop.call(ann, 'orders.place', wish)),
    )
    const refusals = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []))
    await small.minutes(2)
    expect(new Set(refusals)).toEqual(new Set(['points_short']))
    expect(refusals).toHaveLength(7)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 5, available: 5, holds: {} })
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 97 })
  })

  test('of an order that is never paid are free again', async () => {
    const ann = await memberWith(small, 10)
    await small.place(ann, small.joining(await mallProduct(small, { cashFen: 1 })))
    expect(await accountOf(small, ann)).toMatchObject({ available: 0 })
    await small.minutes(17)
    expect(await accountOf(small, ann)).toMatchObject({ available: 10, holds: {} })
  })

  test('whose order never came lapse', async () => {
    const ann = await memberWith(small, 10)
    const until = (await small.shop.now()) + 60_000
    const account = { ...(await accountOf(small, ann)), available: 3, sweepAt: until }
    const { _id, ...held } = { ...account, holds: { nothing: { n: 7, until } } }
    await small.shop.control('PUT', `collections/points_accounts/${_id}`, held)
    await small.minutes(2)
    expect(await accountOf(small, ann)).toMatchObject({ available: 10, holds: {} })
  })
})

describe('signing in', () => {
  const signIn = (openid: string) => small.shop.ask(openid, 'points.signIn', {})
  const month = '2027-03'

  test('brings points once a day, however often and at once it is done', async () => {
    const ann = small.neighbour()
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(ann)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toEqual({ points: 1, streak: 1, balance: 1 })
    expect(await historyOf(small, ann)).toEqual([['sign-in', 1]])
  })

  test('brings more from day to day, by the shop’s own midnight', async () => {
    const [ann, ben] = [small.neighbour(), small.neighbour()]
    const today = Math.floor((await small.shop.now()) / 86_400_000) * 86_400_000
    // 23:59:30 in the shop is 15:59:30 in Greenwich.
    await small.shop.passTo(today + 15 * 3_600_000 + 59.5 * 60_000)
    expect(await signIn(ann)).toMatchObject({ streak: 1 })
    await small.minutes(1)
    expect(await signIn(ann)).toMatchObject({ streak: 2, points: 1, balance: 2 })
    expect(await signIn(ben)).toMatchObject({ streak: 1 })
    await small.shop.pass('1 day')
    expect(await signIn(ann)).toMatchObject({ streak: 3, points: 2 })
    await small.shop.pass('2 days')
    expect(await signIn(ann)).toMatchObject({ streak: 1, points: 1 })
    const calendar = await small.shop.ask(ann, 'points.signs', { month })
    expect(calendar).toMatchObject({ streak: 1, signedToday: true, next: [1, 2, 2, 3, 3, 10, 1] })
    expect(calendar.days.map(({ points }) => points)).toEqual([1, 1, 2, 1])
  })

  test('while the network says everything twice, it is not done, and done once afterwards', async () => {
    const ann = small.neighbour()
    await small.shop.control('POST', 'faults', { seed: 1, rates: { 'database.duplicate': 1 } })
    expect(await small.shop.call(ann, 'points.signIn', {})).toMatchObject({
      error: { code: 'busy' },
    })
    await small.shop.control('POST', 'faults', {})
    expect(await signIn(ann)).toMatchObject({ streak: 1, balance: 1 })
    expect(await historyOf(small, ann)).toEqual([['sign-in', 1]])
  })
})

describe('the history', () => {
  test('is read page by page, the newest first', async () => {
    const ann = await memberWith(small, 10)
    const goal = await mallProduct(small)
    for (let times = 0; times < 11; times += 1) {
      await small.refund(ann, await small.place(ann, small.joining(goal)))
    }
    const first = await small.shop.ask(ann, 'points.see', {})
    expect(first.entries.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, n) => 23 - n))
    expect(first.more).toBe(true)
    const rest = await small.shop.ask(ann, 'points.see', { before: 4 })
    expect(rest.entries.map(({ no, kind }) => [no, kind])).toEqual([
      [3, 'spend-back'],
      [2, 'spend'],
      [1, 'earn'],
    ])
    expect(rest.more).toBe(false)
  })

  test('of a stranger is empty', async () => {
    const { account, entries } = await small.shop.ask('stranger', 'points.see', {})
    expect([account, entries]).toEqual([{ balance: 0, available: 0, lots: [] }, []])
  })
})

test('functions that are killed on the way neither lose points nor give them twice', async () => {
  const neighbours = small.neighbours(4)
  const orders: OrderId[] = []
  for (const openid of neighbours) {
    const productId = await small.product({ priceFen: 1000 })
    const orderId = await small.buySent(openid, small.line(productId))
    await ship(small, orderId)
    orders.push(orderId)
  }
  await small.shop.control('POST', 'faults', { seed: 7, rates: { 'function.kill': 0.2 } })
  const act = (openid: string, at: number) =>
    Promise.all([
      receive(small, openid, orders[at] as OrderId),
      small.shop.call(openid, 'points.signIn', {}),
    ])
  for (let tries = 0; tries < 3; tries += 1) await Promise.all(neighbours.map(act))
  await small.shop.control('POST', 'faults', {})
  // A transaction that was cut off keeps its account locked until the cloud gives it up, in 30 s.
  const isDone = async (openid: string) => (await historyOf(small, openid)).length >= 2
  for (let tries = 0; tries < 25; tries += 1) {
    if ((await Promise.all(neighbours.map(isDone))).every(Boolean)) break
    await Promise.all(neighbours.map(act))
    await small.minutes(1)
    await pause(2000)
  }
  await small.minutes(2)
  for (const openid of neighbours) {
    const history = await historyOf(small, openid)
    expect(history.sort()).toEqual([
      ['earn', 10],
      ['sign-in', 1],
    ])
  }
})
