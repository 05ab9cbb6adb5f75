import type { DealId } from '@domain/ids'
import { expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

const FREIGHT = 600

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

/** One neighbour joins a ladder for two by courier, and another one by pick-up. */
async function joinedBoth(terms: object) {
  const goal = await small.ladder({ endsAt: '+2m', ...terms })
  const [ann, bo] = small.neighbours(2) as [string, string]
  const sent = await small.buySent(ann, small.joining(goal))
  const pickedUp = await small.buy(bo, small.joining(goal))
  await small.minutes(6)
  return { dealId: goal.dealId as DealId, sent, pickedUp }
}

const refundedOf = async (orderId: Awaited<ReturnType<typeof joinedBoth>>['sent']) =>
  (await small.refundsOf(orderId)).map(({ refundFee }) => refundFee)

test('a ladder that did not form gives freight back too, and its statement is about goods', async () => {
  const { dealId, sent, pickedUp } = await joinedBoth({ steps: [[3, 900]], below: 'refund-all' })
  expect(await refundedOf(sent)).toEqual([1000 + FREIGHT])
  expect(await refundedOf(pickedUp)).toEqual([1000])
  expect((await small.deal(dealId)).status).toBe('settled')
  const page = { dealId, page: 0 }
  const { statement } = await small.shop.ask('passer-by', 'groupbuy.statement', page)
  expect(statement.sums).toMatchObject({ paidFen: 2000, dueFen: 0, refundFen: 2000 })
})

test('a ladder that formed gives back the difference and keeps the freight', async () => {
  const { dealId, sent, pickedUp } = await joinedBoth({ steps: [[2, 900]] })
  expect((await small.deal(dealId)).status).toBe('settled')
  expect(await refundedOf(sent)).toEqual([100])
  expect(await refundedOf(pickedUp)).toEqual([100])
  expect(await small.order(sent)).toMatchObject({
    status: 'paid',
    receipt: { freightFen: FREIGHT },
  })
})

test('a deal in trouble does not keep the others from being settled', async () => {
  const { dealId } = await joinedBoth({ steps: [[2, 900]] })
  const troubled = await small.deal(dealId)
  // What no rule of the shop would write: a deal that settles and was never counted.
  const path = `collections/deals/${dealId}`
  await small.shop.control('PUT', path, { ...troubled, status: 'settling', outcome: null })
  const { dealId: other } = await joinedBoth({ steps: [[2, 900]] })
  expect((await small.deal(dealId)).status).toBe('settling')
  expect((await small.deal(other)).status).toBe('settled')
})
