/** 售后: what goes back, to the fen, and where the pieces go. */
import type { OrderId } from '@domain/ids'
import { pickUp } from '../harness/shop'
import { expectPiecesToMatchOrders } from './books'
import { answering, approve, askBack, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await refundsGo('succeed')
  await expectPiecesToMatchOrders(small.shop)
})
afterAll(() => small.shop.close())

const refundsGo = (refunds: 'succeed' | 'fail') =>
  small.shop.control('POST', 'settings', { refunds, refundSeconds: 5 })

/** Three odd prices with 满减, to be sent: the sum is not to be divided evenly. */
async function oddOrder() {
  const ids = [
    await small.product({ priceFen: 1001 }),
    await small.product({ priceFen: 333 }),
    await small.product({ priceFen: 1999 }),
  ] as const
  const scope = { kind: 'product', ids: [...ids] }
  const steps = [{ minFen: 4000, offFen: 777 }]
  const times = { startsAt: '-1h', endsAt: '+300d' }
  const promotion = { id: small.fresh('save'), name: '满40减7.77', scope, steps, ...times }
  small.file.spendAndSave.push(promotion as never)
  await small.renew()
  const openid = small.neighbour()
  const lines = [small.line(ids[0], 2), small.line(ids[1], 3), small.line(ids[2], 1)]
  const orderId = await small.buySent(openid, ...lines)
  // 2002 + 999 + 1999 − 777 + 600 for the courier.
  expect((await small.booked(orderId)).totalFee).toBe(4823)
  return { openid, orderId, ids }
}

const everyPiece = [
  [0, 1],
  [1, 2],
  [2, 1],
  [0, 1],
  [1, 1],
] as const

const amountsOf = async (orderId: OrderId) =>
  (await small.refundsOf(orderId)).map(({ refundFee }) => refundFee)

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

describe('piece by piece', () => {
  test('everything that was paid goes back, freight with the last piece, not a fen more', async () => {
    const { openid, orderId } = await oddOrder()
    for (const pieces of everyPiece) {
      await approve(small, orderId, await askBack(small, openid, orderId, pieces))
      await small.minutes(2)
    }
    const amounts = await amountsOf(orderId)
    expect(amounts).toHaveLength(5)
    expect(sum(amounts)).toBe(4823)
    expect(await small.booked(orderId)).toMatchObject({ state: 'REFUND', refundedFee: 4823 })
    const { status, afterSales, todo } = await small.order(orderId)
    expect({ status, todo }).toEqual({ status: 'refunded', todo: [] })
    expect(afterSales.map(({ freightFen }) => freightFen)).toEqual([0, 0, 0, 0, 600])
  })

  test('a part is what was charged for it after the saving, not its price', async () => {
    const { openid, orderId } = await oddOrder()
    await approve(small, orderId, await askBack(small, openid, orderId, [2, 1]))
    const { receipt } = await small.order(orderId)
    const [saved] = receipt.lines[2]?.steps.filter(({ kind }) => kind === 'spend-and-save') ?? []
    expect(saved?.amountFen).toBe(-Math.round((777 * 1999) / 5000))
    expect(await amountsOf(orderId)).toEqual([1999 - Math.round((777 * 1999) / 5000)])
  })

  test('two refunds of one order are sent a minute apart at least', async () => {
    const { openid, orderId } = await oddOrder()
    for (const pieces of everyPiece.slice(0, 3)) {
      await askBack(small, openid, orderId, pieces)
    }
    for (const no of [1, 2, 3]) await approve(small, orderId, no)
    expect(await small.refundsOf(orderId)).toHaveLength(1)
    await small.minutes(6)
    const sent = (await small.refundsOf(orderId)).map(({ requestedAt }) => requestedAt)
    expect(sent).toHaveLength(3)
    const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60_000)
    const { refunds, status } = await small.order(orderId)
    expect(refunds.map((refund) => refund.status)).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(status).toBe('paid')
  })

  test('the rest goes back when the order is given back whole', async () => {
    const { openid, orderId } = await oddOrder()
    await approve(small, orderId, await askBack(small, openid, orderId, [0, 1]))
    await small.minutes(2)
    expect(await small.refund(openid, orderId)).toHaveProperty('result')
    await small.minutes(2)
    expect(await small.booked(orderId)).toMatchObject({ refundedFee: 4823 })
    expect((await small.order(orderId)).status).toBe('refunded')
  })

  test('of a settled ladder goes back what its difference left', async () => {
    const goal = await small.ladder({ endsAt: '+2m', steps: [[2, 900]], perMember: 2 })
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(goal, 2))
    await small.buy(small.neighbour(), small.joining(goal))
    await small.minutes(6)
    expect(await amountsOf(orderId)).toEqual([200])
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    await small.minutes(2)
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    await small.minutes(2)
    expect(await amountsOf(orderId)).toEqual([200, 900, 900])
    expect((await small.order(orderId)).status).toBe('refunded')
  })
})

describe('pieces', () => {
  test('that were not handed out are on the shelf again, exactly once', async () => {
    const { openid, orderId, ids } = await oddOrder()
    const no = await askBack(small, openid, orderId, [1, 2])
    const answer = answering(orderId, no)
    for (let again = 0; again < 3; again += 1) {
      await small.shop.ask('keeper', 'aftersale.answer', answer)
    }
    expect((await small.stock({ skuId: ids[1] })).left).toBe(99)
    await small.minutes(30)
    expect(await small.stock({ skuId: ids[1] })).toMatchObject({ left: 99, held: 0, sold: 1 })
    await approve(small, orderId, await askBack(small, openid, orderId, [1, 1]))
    expect(await small.stock({ skuId: ids[1] })).toMatchObject({ left: 100, held: 0, sold: 0 })
  })

  test('come back exactly once, even when the function is killed again and again', async () => {
    const orders = [await oddOrder(), await oddOrder(), await oddOrder()]
    for (const { openid, orderId } of orders) await askBack(small, openid, orderId, [0, 2], [1, 1])
    await small.shop.control('POST', 'faults', { seed: 9, rates: { 'function.kill': 0.2 } })
    const answers = orders.map(({ orderId }) => answering(orderId, 1))
    for (const answer of answers) {
      for (let tries = 0; tries < 6; tries += 1) {
        await small.shop.call('keeper', 'aftersale.answer', answer)
      }
    }
    await small.minutes(5)
    await small.shop.control('POST', 'faults', {})
    // Every try may have been killed before it wrote anything; then the keeper is not done yet.
    for (const answer of answers) await small.shop.ask('keeper', 'aftersale.answer', answer)
    await small.minutes(40)
    for (const { orderId, ids } of orders) {
      expect((await small.order(orderId)).afterSales).toMatchObject([{ status: 'approved' }])
      expect(await small.stock({ skuId: ids[0] })).toMatchObject({ left: 100, held: 0, sold: 0 })
      expect(await small.stock({ skuId: ids[1] })).toMatchObject({ left: 98, held: 0, sold: 2 })
      expect(await small.refundsOf(orderId)).toHaveLength(1)
    }
  })

  test('that were sent stay sold, and their freight is not given back', async () => {
    const { openid, orderId, ids } = await oddOrder()
    await ship(small, orderId)
    await receive(small, openid, orderId)
    const no = await askBack(small, openid, orderId, [0, 2], [1, 3], [2, 1])
    await approve(small, orderId, no)
    await small.minutes(30)
    expect(await amountsOf(orderId)).toEqual([4223])
    expect((await small.order(orderId)).status).toBe('refunded')
    expect(await small.stock({ skuId: ids[0] })).toMatchObject({ left: 98, held: 0, sold: 2 })
  })

  test('of a flash sale go back to its session, and to the member’s limit', async () => {
    const goal = await small.flash({ stock: 2, perMember: 2 })
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(goal, 2))
    await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
    expect((await small.stock({ dealId: goal.dealId })).left).toBe(1)
    expect(await small.quota(goal.dealId, ann)).toMatchObject({ left: 1 })
    await small.placeBy(pickUp(ann), ann, [small.joining(goal)])
  })
})

test('what the gateway does not carry out is sent again under the same number', async () => {
  const { openid, orderId } = await oddOrder()
  await refundsGo('fail')
  await approve(small, orderId, await askBack(small, openid, orderId, [0, 1]))
  await small.minutes(6)
  expect((await small.order(orderId)).refunds).toMatchObject([{ trouble: 'REFUNDCLOSE' }])
  expect((await small.booked(orderId)).refundedFee).toBe(0)
  await refundsGo('succeed')
  await small.minutes(40)
  expect(await small.refundsOf(orderId)).toMatchObject([{ outRefundNo: `${orderId}-s1` }])
  expect((await small.order(orderId)).refunds).toMatchObject([{ status: 'succeeded' }])
})
