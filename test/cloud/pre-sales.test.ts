/** 预售: what may be sold long before it is shipped, and how that is told. */
import type { DealId, ProductId } from '@domain/ids'
import { shipsAtOf } from '@domain/orders/handout'
import { expectNothingChanged } from './books'
import { faultsOf, openSmallShop, type SmallShop } from './small-shop'
import { writtenLadder, writtenProduct } from './written'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const day = 86_400_000

test('a ladder that keeps paid goods waiting too long is refused, and nothing is written', async () => {
  const products = [...small.file.products, writtenProduct('cherry')]
  const long = writtenLadder('cherries', 'cherry', { startsAt: '+0m', endsAt: '+14d' })
  await expectNothingChanged(small.shop, async () => {
    const fault = await faultsOf(small, { ...small.file, products, groupBuys: [long] })
    expect(fault).toBe(
      'groupBuys[0].endsAt: ' +
        'paid goods wait 13 days at the most, unless preSale says when they are shipped',
    )
  })
})

test('as a pre-sale it is sold, and says when it ships from the shop window to the order', async () => {
  const now = await small.shop.now()
  const terms = { startsAt: '+0m', endsAt: '+20d', preSale: { shipsAt: '+22d' } }
  const goal = await small.ladder(terms)
  const shipsAt = (await small.deal(goal.dealId)).shipsAt ?? 0
  expect(Math.round((shipsAt - now) / day)).toBe(22)

  const productId = goal.productId as ProductId
  const { deals } = await small.shop.ask('ann', 'catalog.see', { productId })
  expect(deals.ladders).toMatchObject([{ deal: { shipsAt } }])
  const dealId = goal.dealId as DealId
  expect((await small.shop.ask('ann', 'groupbuy.see', { dealId })).deal).toMatchObject({ shipsAt })
  const asked = { lines: [small.joining(goal)], delivery: 'courier' as const }
  const { receipt } = await small.shop.ask('ann', 'orders.quote', asked)
  expect(receipt.lines[0]?.deal).toMatchObject({ shipsAt })

  const orderId = await small.buySent('ann', small.joining(goal))
  expect(shipsAtOf((await small.shop.ask('ann', 'orders.see', { orderId })).order)).toBe(shipsAt)
  const atTheCounter = await small.shop.ask('keeper', 'fulfilment.see', { orderId })
  expect(shipsAtOf(atTheCounter.order)).toBe(shipsAt)
})

test('a team offer may be a pre-sale too', async () => {
  const goal = await small.team({ preSale: { shipsAt: '+3d' } })
  const dealId = goal.dealId as DealId
  const { deal } = await small.shop.ask('ann', 'teams.offer', { dealId })
  const orderId = await small.buy(small.neighbour(), small.joining(goal))
  expect(deal.shipsAt).toBeGreaterThan(deal.endsAt)
  expect(shipsAtOf(await small.order(orderId))).toBe(deal.shipsAt)
})
