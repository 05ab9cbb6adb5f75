import type { InputOf } from '@domain/api'
import type { Order } from '@domain/orders/order'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type Line, type SmallShop } from './small-shop'
import { writtenLadder } from './written'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

type Placing = InputOf<'orders.place'>

/** What a placing is refused for; the code with its figures. */
async function refused(openid: string, placing: Placing) {
  const answer = await small.shop.call(openid, 'orders.place', placing)
  return 'error' in answer ? { code: answer.error.code, ...answer.error.details } : 'placed'
}

const unknownSku = { skuId: 'none' } as unknown as Line
const unknownProduct = { productId: 'none' } as unknown as Line
const unknownDeal = { dealId: 'none' } as unknown as Line

describe('what can not be ordered', () => {
  /** The wish for one piece of something, before it is spoiled. */
  async function expectRefusal(code: string, lines: Line[], payableFen = 1000) {
    await expectNothingChanged(small.shop, async () => {
      const placing = small.shop.placingAt('ann', lines, payableFen)
      expect(await refused('ann', placing)).toMatchObject({ code })
    })
  }

  test('a product that does not exist', async () => {
    const line = small.line(await small.product())
    await expectRefusal('product_unknown', [{ ...line, ...unknownProduct }])
  })

  test('a SKU that does not exist, or is of another product', async () => {
    const [one, other] = [await small.product(), await small.product()]
    await expectRefusal('sku_unknown', [{ ...small.line(one), ...unknownSku }])
    await expectRefusal('sku_unknown', [small.line(one, 1, other)])
  })

  test('a deal that does not exist', async () => {
    const line = small.line(await small.product())
    await expectRefusal('deal_unknown', [{ ...line, ...unknownDeal }])
  })

  test('a product or SKU at the price of a deal that is for another one', async () => {
    const [goal, other] = [await small.ladder(), await small.ladder()]
    await expectRefusal('product_unknown', [{ ...small.joining(goal), ...unknownProduct }])
    const foreign = { ...small.joining(goal), productId: other.productId } as Line
    await expectRefusal('product_unknown', [foreign])
    await expectRefusal('sku_unknown', [{ ...small.joining(goal), ...unknownSku }])
  })

  test('another SKU of the product than the one in the deal', async () => {
    const [one, other] = [small.fresh('sku'), small.fresh('sku')]
    const skus = [one, other].map((id) => ({ id, name: id, priceFen: 1000, stock: 9 }))
    const productId = await small.product({ skus: skus as never })
    const dealId = small.fresh('ladder')
    const written = { ...writtenLadder(dealId, productId), skuId: other as never }
    small.file.groupBuys.push(written)
    await small.renew()
    const line = { ...small.line(productId, 1, one), dealId } as Line
    await expectRefusal('sku_unknown', [line])
    await small.place(small.neighbour(), { ...line, skuId: other } as Line)
  })

  test('a deal that has not started, to the second', async () => {
    const goal = await small.ladder({ startsAt: '+2m', endsAt: '+1h' })
    await expectRefusal('deal_unstarted', [small.joining(goal)])
    await small.shop.pass('119 seconds')
    await expectRefusal('deal_unstarted', [small.joining(goal)])
    await small.shop.pass('1 second')
    await small.place(small.neighbour(), small.joining(goal))
  })

  test('a deal that is over, to the second', async () => {
    const goal = await small.ladder({ endsAt: '+2m' })
    await small.shop.pass('119 seconds')
    await small.place(small.neighbour(), small.joining(goal))
    await small.shop.pass('1 second')
    await expectRefusal('deal_over', [small.joining(goal)])
    await small.minutes(4)
    await expectRefusal('deal_over', [small.joining(goal)])
  })

  test('a deal together with anything else', async () => {
    const [goal, other] = [await small.ladder(), await small.ladder()]
    const shelf = small.line(await small.product())
    await expectRefusal('deal_mixed', [small.joining(goal), shelf])
    await expectRefusal('deal_mixed', [shelf, small.joining(goal)])
    await expectRefusal('deal_mixed', [small.joining(goal), small.joining(other)])
    await expectRefusal('deal_mixed', [small.joining(goal), small.joining(goal)])
  })

  test('for a store that does not exist', async () => {
    const line = small.line(await small.product())
    const placing = small.shop.placingAt('ann', [line], 1000)
    const delivery = { ...placing.delivery, storeId: 'none' as never }
    await expectNothingChanged(small.shop, async () => {
      expect(await refused('ann', { ...placing, delivery })).toMatchObject({
        code: 'store_unknown',
      })
    })
  })

  test('more than there is, from the shelf and from a deal', async () => {
    const productId = await small.product({ stock: 3 })
    await expectRefusal('stock_short', [small.line(productId, 4)], 4000)
    await expectRefusal('stock_short', [small.line(productId, 2), small.line(productId, 2)], 4000)
    const goal = await small.ladder({ stock: 1 })
    await expectRefusal('stock_short', [small.joining(goal, 2)], 2000)
  })

  test.each([0, 1, 999, 1001, 100_000_000_000])(
    'at a price of %d that is not the price',
    async (fen) => {
      const line = small.line(await small.product())
      await expectRefusal('price_changed', [line], fen)
    },
  )
})

describe('where two refusals apply, the earlier one of the list is told', () => {
  test('an unknown store before a wrong price', async () => {
    const placing = small.shop.placingAt('ann', [small.line(await small.product())], 1)
    const delivery = { ...placing.delivery, storeId: 'none' as never }
    expect(await refused('ann', { ...placing, delivery })).toMatchObject({ code: 'store_unknown' })
  })

  test('an unknown store before a deal that is not open', async () => {
    const goal = await small.ladder({ startsAt: '+1h', endsAt: '+2h' })
    const placing = small.shop.placingAt('ann', [small.joining(goal)], 1)
    const delivery = { ...placing.delivery, storeId: 'none' as never }
    expect(await refused('ann', { ...placing, delivery })).toMatchObject({ code: 'store_unknown' })
  })

  test('a closed deal before the limit, the limit before the stock, the stock before the price', async () => {
    const terms = { startsAt: '+1m', endsAt: '+1h', perMember: 2, stock: 1 }
    const goal = await small.ladder(terms)
    const wish = (quantity: number) =>
      small.shop.placingAt('ann', [small.joining(goal, quantity)], 1)
    expect(await refused('ann', wish(3))).toMatchObject({ code: 'deal_unstarted' })
    await small.minutes(1)
    expect(await refused('ann', wish(3))).toEqual({ code: 'member_limit', limit: 2 })
    expect(await refused('ann', wish(2))).toMatchObject({ code: 'stock_short', left: 1 })
    expect(await refused('ann', wish(1))).toMatchObject({ code: 'price_changed' })
  })

  test('an unknown product before an unknown SKU, whichever line comes first', async () => {
    const line = small.line(await small.product())
    const [sku, product] = [
      { ...line, ...unknownSku },
      { ...line, ...unknownProduct },
    ]
    for (const lines of [
      [sku, product],
      [product, sku],
    ]) {
      const placing = small.shop.placingAt('ann', lines, 1)
      expect(await refused('ann', placing)).toMatchObject({ code: 'product_unknown' })
    }
  })
})

describe('what one member may have of a deal', () => {
  test('counts over all orders, and comes back with a cancelled one', async () => {
    const goal = await small.ladder({ perMember: 3 })
    const ann = small.neighbour()
    const first = await small.place(ann, small.joining(goal, 2))
    const placing = await small.shop.placing(ann, [small.joining(goal, 2)])
    expect(await refused(ann, placing)).toEqual({ code: 'member_limit', limit: 3 })
    await small.place(ann, small.joining(goal, 1))
    expect(await small.cancel(ann, first)).toHaveProperty('result')
    await small.place(ann, small.joining(goal, 2))
    expect((await small.stock({ dealId: goal.dealId })).held).toBe(3)
  })

  test('is kept by ten orders placed at the same time', async () => {
    const goal = await small.ladder({ perMember: 3 })
    const ann = small.neighbour()
    const wishes = Array.from({ length: 10 }, () =>
      small.shop.placingAt(ann, [small.joining(goal)], 1000),
    )
    const codes = await Promise.all(wishes.map((wish) => refused(ann, wish)))
    expect(codes.filter((code) => code === 'placed')).toHaveLength(3)
    expect(new Set(codes.map((code) => (code === 'placed' ? code : code.code)))).toEqual(
      new Set(['placed', 'member_limit']),
    )
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 47, held: 3 })
  })

  test('does not limit the neighbour', async () => {
    const goal = await small.ladder({ perMember: 1 })
    for (const openid of small.neighbours(3)) await small.place(openid, small.joining(goal))
    expect((await small.stock({ dealId: goal.dealId })).held).toBe(3)
  })
})

describe('stock', () => {
  /** Everybody wants one at the same moment; tells how many got it and why the others did not. */
  async function rush(count: number, line: Line) {
    const asked = small.neighbours(count).map((openid) => ({
      openid,
      placing: small.shop.placingAt(openid, [line], 1000 * line.quantity),
    }))
    const answers = await Promise.all(asked.map(({ openid, placing }) => refused(openid, placing)))
    const codes = answers.map((answer) => (answer === 'placed' ? answer : answer.code))
    return {
      placed: codes.filter((code) => code === 'placed').length,
      others: [...new Set(codes.filter((code) => code !== 'placed'))],
    }
  }

  test('of two shards is sold out to the last piece, and not one more', async () => {
    const goal = await small.ladder({ stock: 160, perMember: 1, steps: [[1000, 900]] })
    expect(await small.pools({ dealId: goal.dealId })).toHaveLength(2)
    expect(await rush(200, small.joining(goal))).toEqual({ placed: 160, others: ['stock_short'] })
    const stock = await small.stock({ dealId: goal.dealId })
    expect(stock).toMatchObject({ left: 0, held: 160, sold: 0 })
  })

  test('from the shelf is sold out to the last piece as well', async () => {
    const productId = await small.product({ stock: 20 })
    expect(await rush(40, small.line(productId))).toEqual({ placed: 20, others: ['stock_short'] })
  })

  test('wanted in threes by more than there is stays whole', async () => {
    const goal = await small.ladder({ stock: 150, perMember: 3, steps: [[1000, 900]] })
    const { placed } = await rush(60, small.joining(goal, 3))
    expect(placed).toBeLessThanOrEqual(50)
    for (const openid of small.neighbours(50 - placed)) {
      await small.place(openid, small.joining(goal, 3))
    }
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 0, held: 150 })
  })

  test('is taken in pieces from several shards, and all of them come back', async () => {
    const goal = await small.ladder({ stock: 150, perMember: 99 })
    for (const openid of small.neighbours(2)) await small.place(openid, small.joining(goal, 70))
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.joining(goal, 8))
    const { holds } = await small.order(orderId)
    const pieces = holds.filter((hold) => hold.in === 'pools').map(({ quantity }) => quantity)
    expect(pieces.sort()).toEqual([3, 5])
    expect((await small.stock({ dealId: goal.dealId })).left).toBe(2)
    await small.cancel(ann, orderId)
    expect((await small.stock({ dealId: goal.dealId })).left).toBe(10)
  })

  test('of every line is held, or of none', async () => {
    const [plenty, scarce] = [await small.product(), await small.product({ stock: 1 })]
    const lines = [small.line(plenty, 2), small.line(scarce, 1)]
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    const placings = [ann, bo].map(() => small.shop.placingAt(ann, lines, 3000))
    const answers = await Promise.all(placings.map((placing) => refused(ann, placing)))
    expect(answers.filter((answer) => answer === 'placed')).toHaveLength(1)
    expect(await small.stock({ skuId: plenty })).toMatchObject({ left: 98, held: 2 })
  })
})

describe('the price', () => {
  test('that fell between the quote and the order is told, and charged when it is agreed to', async () => {
    const goal = await small.ladder({ steps: [[2, 900]] })
    const [ann, bo, cai] = small.neighbours(3) as [string, string, string]
    await small.buy(ann, small.joining(goal))
    const seen = await small.shop.placing(cai, [small.joining(goal)])
    expect(seen.payableFen).toBe(1000)
    await small.buy(bo, small.joining(goal))
    const told = { code: 'price_changed', seenFen: 1000, payableFen: 900 }
    expect(await refused(cai, seen)).toEqual(told)
    const { payableFen } = await small.shop.ask(cai, 'orders.place', {
      ...(await small.shop.placing(cai, [small.joining(goal)])),
    })
    expect(payableFen).toBe(900)
  })

  test('that is charged is the receipt’s, piece by piece', async () => {
    const goal = await small.ladder({ base: 1234, steps: [[9, 900]] })
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(goal, 2))
    const order: Order = await small.order(orderId)
    expect(order.receipt).toMatchObject({ goodsFen: 2000, savedFen: -468, payableFen: 2468 })
    expect((await small.booked(orderId)).totalFee).toBe(2468)
    expect(order.payment?.paidFen).toBe(2468)
  })
})
