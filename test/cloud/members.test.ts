/** 会员等级: what the shop knows of its members, reckoned from the orders that were received. */
import type { Member } from '@domain/members/member'
import type { OrderId } from '@domain/ids'
import { expectPiecesToMatchOrders } from './books'
import { approve, askBack, handOut, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectPiecesToMatchOrders(small.shop)
})
afterAll(() => small.shop.close())

/** What is known of somebody. */
async function known(openid: string) {
  const [member] = await small.shop.documents<Member>('members', { _id: openid })
  if (!member) return undefined
  const { levelId, spentFen, orders, averageOrderFen, favouriteCategoryId } = member
  return { levelId, spentFen, orders, averageOrderFen, favouriteCategoryId }
}

/** Buys a parcel of one product and gets it. */
async function received(openid: string, priceFen: number, goods: object = {}): Promise<OrderId> {
  const productId = await small.product({ priceFen, ...goods })
  const orderId = await small.buySent(openid, small.line(productId))
  await ship(small, orderId)
  await receive(small, openid, orderId)
  return orderId
}

test('nobody is known who has not received anything', async () => {
  const ann = small.neighbour()
  await small.buy(ann, small.line(await small.product()))
  expect(await known(ann)).toBeUndefined()
})

test('goods count without their freight, by parcel and at the counter alike', async () => {
  const ann = small.neighbour()
  await received(ann, 3000)
  expect(await known(ann)).toEqual({
    ...{ levelId: 'plain', spentFen: 3000, orders: 1, averageOrderFen: 3000 },
    favouriteCategoryId: 'fruit',
  })
  const productId = await small.product({ priceFen: 4000, categoryId: 'nuts' })
  await handOut(small, await small.buy(ann, small.line(productId)))
  expect(await known(ann)).toEqual({
    ...{ levelId: 'silver', spentFen: 7000, orders: 2, averageOrderFen: 3500 },
    favouriteCategoryId: 'nuts',
  })
})

test('a parcel that nobody speaks of counts when its ten days are over', async () => {
  const ann = small.neighbour()
  const orderId = await small.buySent(ann, small.line(await small.product({ priceFen: 6000 })))
  await ship(small, orderId)
  await small.shop.pass('10 days')
  await small.minutes(2)
  expect(await known(ann)).toMatchObject({ levelId: 'silver', spentFen: 6000 })
})

test('money that is granted back does not count any more, and the level may go with it', async () => {
  const ann = small.neighbour()
  const productId = await small.product({ priceFen: 1000 })
  const orderId = await small.buySent(ann, small.line(productId, 6))
  await ship(small, orderId)
  await receive(small, ann, orderId)
  expect(await known(ann)).toMatchObject({ levelId: 'silver', spentFen: 6000 })
  await approve(small, orderId, await askBack(small, ann, orderId, [0, 2]))
  expect(await known(ann)).toMatchObject({ levelId: 'plain', spentFen: 4000, orders: 1 })
  await small.minutes(2)
  await approve(small, orderId, await askBack(small, ann, orderId, [0, 4]))
  expect(await known(ann)).toMatchObject({ levelId: 'plain', spentFen: 0, orders: 0 })
})

test('of a ladder counts what is due, not what was paid at first', async () => {
  const goal = await small.ladder({ base: 9000, steps: [[2, 5000]], endsAt: '+2m' })
  const ann = small.neighbour()
  const orderId = await small.buy(ann, small.joining(goal))
  await small.buy(small.neighbour(), small.joining(goal))
  await small.minutes(6)
  expect((await small.booked(orderId)).refundedFee).toBe(4000)
  await handOut(small, orderId)
  expect(await known(ann)).toMatchObject({ spentFen: 5000, levelId: 'silver' })
})

test('six orders that arrive in the same moment all count', async () => {
  const ann = small.neighbour()
  const orders: OrderId[] = []
  for (let index = 0; index < 6; index += 1) {
    const productId = await small.product({ priceFen: 1000 })
    const orderId = await small.buySent(ann, small.line(productId))
    await ship(small, orderId)
    orders.push(orderId)
  }
  await Promise.all(orders.map((orderId) => receive(small, ann, orderId)))
  await small.minutes(2)
  expect(await known(ann)).toMatchObject({ spentFen: 6000, orders: 6, levelId: 'silver' })
})

test('a function that is killed while it reckons is made up for', async () => {
  const neighbours = small.neighbours(6)
  const orders: OrderId[] = []
  for (const openid of neighbours) {
    const orderId = await small.buySent(openid, small.line(await small.product({ priceFen: 5000 })))
    await ship(small, orderId)
    orders.push(orderId)
  }
  await small.shop.control('POST', 'faults', { seed: 4, rates: { 'function.kill': 0.15 } })
  const ask = (openid: string, index: number) => receive(small, openid, orders[index] as OrderId)
  for (let tries = 0; tries < 4; tries += 1) await Promise.all(neighbours.map(ask))
  await small.shop.control('POST', 'faults', {})
  for (const [index, openid] of neighbours.entries()) await ask(openid, index)
  await small.minutes(2)
  for (const openid of neighbours) {
    expect(await known(openid)).toMatchObject({ spentFen: 5000, orders: 1 })
  }
})

test('a level is lost by time alone, when what was spent is three months old', async () => {
  const ann = small.neighbour()
  await received(ann, 6000)
  await small.shop.pass('88 days')
  await small.minutes(2)
  expect(await known(ann)).toMatchObject({ levelId: 'silver' })
  await small.shop.pass('6 days')
  await small.minutes(2)
  expect(await known(ann)).toMatchObject({ levelId: 'plain', spentFen: 0, orders: 1 })
})
