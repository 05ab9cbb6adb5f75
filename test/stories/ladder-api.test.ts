import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'

jest.setTimeout(60_000)

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('when the sixth neighbour joins, everyone ends at the six-person price', async () => {
  const paid: number[] = []
  for (const neighbour of ['ann', 'bo', 'cai', 'ding', 'en', 'fang']) {
    const orderId = await shop.join(neighbour, 'ladder-muscat', 'shine-muscat')
    await shop.pay(orderId)
    const { order } = await shop.ask(neighbour, 'orders.see', { orderId })
    paid.push(order.payment?.paidFen ?? 0)
  }
  expect(paid).toEqual([12800, 12800, 12800, 10800, 10800, 10800])
  await shop.pass('1 day')
  for (let minute = 0; minute < 5; minute += 1) await shop.pass('1 minute')
  const [deal] = await shop.documents<{ status: string }>('deals', { _id: 'ladder-muscat' })
  expect(deal?.status).toBe('settled')
  const orders = await shop.documents<Order>('orders')
  console.log(JSON.stringify(orders[0]))
  expect(
    orders.map(({ refunds }) => refunds.map((refund) => [refund.amountFen, refund.status])),
  ).toEqual([
    ...Array.from({ length: 3 }, () => [[4000, 'succeeded']]),
    ...Array.from({ length: 3 }, () => [[2000, 'succeeded']]),
  ])
  const { statement, rows } = await shop.ask('ann', 'groupbuy.statement', {
    dealId: 'ladder-muscat' as never,
    page: 0,
  })
  console.log(JSON.stringify(statement), rows.length)
})
