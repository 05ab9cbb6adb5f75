import type { DealId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { untilSettled } from './street'

jest.setTimeout(120_000)

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const neighbours = ['ann', 'bo', 'cai', 'ding', 'en', 'fang']

test('when the sixth neighbour joins, everyone ends at the six-person price', async () => {
  const paid: number[] = []
  for (const neighbour of neighbours) {
    const orderId = await shop.join(neighbour, 'ladder-muscat', 'shine-muscat')
    await shop.pay(orderId)
    const { order } = await shop.ask(neighbour, 'orders.see', { orderId })
    paid.push(order.payment?.paidFen ?? 0)
  }
  expect(paid).toEqual([12800, 12800, 12800, 10800, 10800, 10800])

  await shop.pass('1 day')
  await untilSettled(shop, 'ladder-muscat')
  const orders = await shop.documents<Order>('orders')
  const refunded = orders.map(({ memberId, refunds }) => [
    memberId,
    ...refunds.map(({ amountFen, status, reason }) => [amountFen, status, reason]),
  ])
  expect(refunded).toEqual(
    neighbours.map((neighbour, index) => [
      neighbour,
      [index < 3 ? 4000 : 2000, 'succeeded', 'difference'],
    ]),
  )
  const statement = await shop.ask('ann', 'groupbuy.statement', {
    dealId: 'ladder-muscat' as DealId,
    page: 0,
  })
  expect(statement.statement).toMatchObject({ people: 6, step: 2, finalPriceFen: 8800 })
  expect(statement.statement.sums).toMatchObject({
    orders: 6,
    paidFen: 70800,
    dueFen: 52800,
    refundFen: 18000,
  })
})
