import { crowd } from '../harness/crowd'
import { openShop, type Shop } from '../harness/shop'
import { expectExactSettlement, type Blackboard } from './books'
import { streetOf, untilSettled, visit, type Goal } from './street'

jest.setTimeout(300_000)

const cherries: Goal = { dealId: 'ladder-cherry', productId: 'cherry-jj-10' }
const cherryBoard: Blackboard = [
  [0, 49900],
  [100, 44900],
  [500, 39900],
  [1000, 29900],
]

describe('the cherry ladder with a thousand buyers at once', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  test('ends with every due, paid and refunded sum exact to the fen', async () => {
    const street = streetOf(1000, 2)
    const orderIds = await crowd(street, 60, (buyer) => visit(shop, buyer, cherries))
    const visits = street.map((buyer, index) => ({ buyer, orderId: orderIds[index] ?? '' }))
    expect(visits.filter(({ orderId }) => orderId.length !== 28)).toEqual([])
    await shop.pass('3 days')
    await untilSettled(shop, cherries.dealId)
    await expectExactSettlement({ shop, goal: cherries, board: cherryBoard, visits })
  })
})

describe('a ladder below its first step', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  test('refunds everybody in full where its rule says so', async () => {
    const goal: Goal = { dealId: 'ladder-muscat', productId: 'shine-muscat' }
    const street = streetOf(2, 1).map((buyer) => ({ ...buyer, habit: 'pays' as const }))
    const orderIds = await crowd(street, 2, (buyer) => visit(shop, buyer, goal))
    const visits = street.map((buyer, index) => ({ buyer, orderId: orderIds[index] ?? '' }))
    await shop.pass('1 day')
    await untilSettled(shop, goal.dealId)
    const board: Blackboard = [
      [0, 12800],
      [3, 10800],
      [6, 8800],
    ]
    await expectExactSettlement({ shop, goal, board, visits, refundsAll: true })
  })

  test('sells at the base price where its rule says so', async () => {
    const street = streetOf(20, 2)
    const orderIds = await crowd(street, 10, (buyer) => visit(shop, buyer, cherries))
    const visits = street.map((buyer, index) => ({ buyer, orderId: orderIds[index] ?? '' }))
    await shop.pass('3 days')
    await untilSettled(shop, cherries.dealId)
    await expectExactSettlement({ shop, goal: cherries, board: cherryBoard, visits })
  })
})
