/** Coupons at the till: held, used, returned, given and revoked, and never spent twice. */
import { randomUUID } from 'node:crypto'
import type { Coupon } from '@domain/coupons/coupon'
import type { CouponId, OrderId, TemplateId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { Order } from '@domain/orders/order'
import { courier } from '../harness/shop'
import { openSmallShop, type SmallShop } from './small-shop'
import type { WrittenCoupon } from './written'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

/** A coupon of one yuan off everything; some of it may be told anew. */
const coupon = (terms: Partial<WrittenCoupon> = {}) =>
  small.coupon({ amountFen: 100 as Fen, total: 100, ...terms })

/** Something to buy, and somebody with a coupon for it. */
async function withCoupon(terms: Partial<WrittenCoupon> = {}) {
  const openid = small.neighbour()
  const couponId = await small.claim(openid, await coupon(terms))
  const line = small.line(await small.product(), 2)
  return { openid, couponId, line }
}

const statusOf = async (couponId: CouponId) => (await small.couponOf(couponId)).status

async function handOut(orderId: OrderId): Promise<void> {
  const { delivery } = await small.order(orderId)
  const code = 'code' in delivery ? delivery.code : ''
  await small.shop.ask('keeper', 'fulfilment.verify', { requestId: randomUUID(), code })
}

async function grantBack(openid: string, orderId: OrderId, quantity: number): Promise<void> {
  const pieces = [{ line: 0, quantity }]
  const wish = {
    requestId: randomUUID(),
    orderId,
    pieces,
    reason: 'quality',
    words: '',
    pictures: [],
  }
  const { order } = await small.shop.ask(openid, 'aftersale.request', wish as never)
  const no = order.afterSales.length
  const answer = { requestId: randomUUID(), orderId, no, verdict: 'approve', words: '' }
  await small.shop.ask('keeper', 'aftersale.answer', answer as never)
}

test('an order that a coupon pays for whole, asked for by ten twins, is one to all of them', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { openid, couponId } = await withCoupon({ amountFen: 1000 as Fen })
    const line = small.line(await small.product())
    const placing = await small.shop.placing(openid, [line], undefined, { couponId })
    expect(placing.payableFen).toBe(0)
    const ask = () => small.shop.call(openid, 'orders.place', placing)
    // Some of them are held up on their way, and come when the order is paid already.
    const rates = { 'database.delay': 0.3 }
    await small.shop.control('POST', 'faults', { seed: round, rates, delayMs: 150 })
    const twins = await Promise.all(Array.from({ length: 10 }, ask))
    await small.shop.control('POST', 'faults', {})
    const [order, ...others] = await small.shop.documents<Order>('orders', { memberId: openid })
    expect(others).toEqual([])
    expect(twins.map((twin) => ('result' in twin ? twin.result.orderId : twin.error))).toEqual(
      twins.map(() => order?._id),
    )
    expect(await statusOf(couponId)).toBe('used')
  }
})

describe('at the checkout', () => {
  test('the best coupon is proposed, and the receipt says what it took off', async () => {
    const { openid, line } = await withCoupon()
    const best = await small.claim(openid, await coupon({ amountFen: 300 as Fen }))
    const quoted = await small.shop.ask(openid, 'orders.quote', {
      lines: [line],
      delivery: 'pick-up',
    })
    expect(quoted.context.couponId).toBe(best)
    expect(quoted.receipt.payableFen).toBe(1700)
    expect(quoted.receipt.lines[0]?.steps).toContainEqual(
      expect.objectContaining({ kind: 'coupon', id: best, amountFen: -300 }),
    )
  })

  test('the shopper may choose another one, or none', async () => {
    const { openid, couponId, line } = await withCoupon()
    await small.claim(openid, await coupon({ amountFen: 300 as Fen }))
    const ask = async (chosen: CouponId | null) => {
      const wish = { lines: [line], delivery: 'pick-up' as const, couponId: chosen }
      return (await small.shop.ask(openid, 'orders.quote', wish)).receipt.payableFen
    }
    expect([await ask(couponId), await ask(null)]).toEqual([1900, 2000])
  })

  test.each([
    ['somebody else’s', 'coupon_unknown'],
    ['one that asks for more', 'coupon_cannot'],
  ])('%s coupon is refused', async (what, code) => {
    const { openid, couponId, line } = await withCoupon({ minSpendFen: 5000 as Fen })
    const who = what === 'somebody else’s' ? small.neighbour() : openid
    const placing = { ...small.shop.placingAt(who, [line], 1900), couponId }
    expect(await small.shop.refusal(who, 'orders.place', placing)).toBe(code)
    expect(await statusOf(couponId)).toBe('unused')
  })

  test('a coupon is held by the order, used by its payment, and returned whole', async () => {
    const { openid, couponId, line } = await withCoupon()
    const orderId = await small.place(openid, line)
    expect(await statusOf(couponId)).toBe('held')
    await small.paid(openid, orderId)
    expect(await statusOf(couponId)).toBe('used')
    expect((await small.booked(orderId)).totalFee).toBe(1900)
    await small.refund(openid, orderId)
    const back = await small.couponOf(couponId)
    expect(back).toMatchObject({ status: 'unused', orderId: null, walletOf: openid })
  })

  test('a cancelled order lets its coupon go', async () => {
    const { openid, couponId, line } = await withCoupon()
    await small.cancel(openid, await small.place(openid, line))
    expect(await statusOf(couponId)).toBe('unused')
  })

  test('an order that is never paid lets its coupon go in time', async () => {
    const { openid, couponId, line } = await withCoupon()
    await small.place(openid, line)
    await small.minutes(17)
    expect(await statusOf(couponId)).toBe('unused')
  })

  test('parallel orders with one coupon: exactly one gets it', async () => {
    const { openid, couponId, line } = await withCoupon()
    const placing = await small.shop.placing(openid, [line])
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        small.shop.refusal(openid, 'orders.place', { ...placing, requestId: randomUUID() }),
      ),
    )
    const placed = answers.filter((code) => code === undefined)
    expect(placed).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set([undefined, 'coupon_cannot']))
    const orders = await small.shop.documents('orders', { couponId })
    expect(orders).toHaveLength(1)
    const { left, held } = await small.stock({ productId: line.productId })
    expect(left + held).toBe(100)
    expect(held).toBe(2)
  })

  test('part of the money going back leaves the coupon used, the last of it brings it back', async () => {
    const { openid, couponId, line } = await withCoupon()
    const orderId = await small.buy(openid, line)
    await handOut(orderId)
    await grantBack(openid, orderId, 1)
    expect(await statusOf(couponId)).toBe('used')
    await grantBack(openid, orderId, 1)
    expect(await statusOf(couponId)).toBe('unused')
    const refunds = await small.refundsOf(orderId)
    const { order } = await small.shop.ask(openid, 'orders.see', { orderId })
    expect(order.refunds.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(1900)
    expect(refunds[0]?.refundFee).toBe(950)
  })

  test('a coupon whose time is over when it comes back expires', async () => {
    const { openid, couponId, line } = await withCoupon({ validDays: 1 })
    const orderId = await small.buy(openid, line)
    await small.shop.pass('2 days')
    await small.refund(openid, orderId)
    await small.minutes(2)
    expect(await statusOf(couponId)).toBe('expired')
  })

  test('an order that comes to nothing is paid at once and skips the cashier', async () => {
    const { openid, couponId, line } = await withCoupon({ amountFen: 5000 as Fen })
    const orderId = await small.place(openid, line)
    const order = await small.order(orderId)
    expect(order).toMatchObject({ status: 'paid', payment: { paidFen: 0 }, todo: [] })
    expect(await statusOf(couponId)).toBe('used')
    expect(await small.shop.refusal(openid, 'orders.pay', { orderId })).toBe('order_cannot')
    await small.refund(openid, orderId)
    expect((await small.order(orderId)).status).toBe('refunded')
    expect(await statusOf(couponId)).toBe('unused')
    expect(await small.stock({ productId: line.productId })).toMatchObject({ left: 100 })
  })

  test('a deal takes a coupon only if it says so', async () => {
    const { openid } = await withCoupon()
    const goal = await small.team()
    const quote = (lines: ReturnType<SmallShop['joining']>[]) =>
      small.shop.ask(openid, 'orders.quote', { lines, delivery: 'pick-up' })
    const { receipt } = await quote([small.joining(goal)])
    expect(receipt.skipped).toContainEqual(
      expect.objectContaining({ kind: 'coupon', reason: 'deal' }),
    )
    const taking = await small.team({ takes: { coupons: true } })
    const open = await quote([small.joining(taking)])
    expect(open.receipt.skipped.map(({ kind }) => kind)).not.toContain('coupon')
  })

  test('free freight is judged by what the goods come to after the coupon', async () => {
    const openid = small.neighbour()
    const free = small.file.freight.freeAboveFen
    const line = small.line(await small.product({ priceFen: free }))
    await small.claim(openid, await coupon())
    const { receipt, context } = await small.shop.ask(openid, 'orders.quote', {
      lines: [line],
      delivery: courier(openid).kind,
    })
    // One yuan off would cost the freight: the shop proposes to keep the coupon.
    expect(context.couponId).toBe(null)
    expect(receipt).toMatchObject({ payableFen: free, freightFen: 0 })
  })
})

describe('gifts for orders', () => {
  /** An order of twenty yuan, paid, in a shop that gives a coupon from fifteen on. */
  async function withGift() {
    const templateId = await coupon({ channel: 'order' })
    const productId = await small.product()
    small.file.orderGifts = [{ minPaidFen: 1500 as Fen, couponId: templateId }]
    await small.renew()
    const openid = small.neighbour()
    const orderId = await small.buy(openid, small.line(productId, 2))
    small.file.orderGifts = []
    await small.renew()
    return { openid, orderId, templateId }
  }

  const giftsOf = (openid: string, templateId: TemplateId) =>
    small.shop.documents<Coupon>('coupons', { memberId: openid, templateId })

  test('come on receipt, once', async () => {
    const { openid, orderId, templateId } = await withGift()
    expect(await giftsOf(openid, templateId)).toEqual([])
    await handOut(orderId)
    expect(await giftsOf(openid, templateId)).toMatchObject([
      { status: 'unused', channel: 'order', source: orderId },
    ])
  })

  test('are revoked when less than their sum is kept, unless they are spent', async () => {
    const { openid, orderId, templateId } = await withGift()
    await handOut(orderId)
    await grantBack(openid, orderId, 1)
    expect(await giftsOf(openid, templateId)).toMatchObject([{ status: 'revoked', walletOf: null }])
  })

  test('that an order holds are waited for', async () => {
    const { openid, orderId, templateId } = await withGift()
    await handOut(orderId)
    const spending = await small.place(openid, small.line(await small.product()))
    await grantBack(openid, orderId, 1)
    expect(await giftsOf(openid, templateId)).toMatchObject([{ status: 'held' }])
    await small.cancel(openid, spending)
    await small.minutes(2)
    expect(await giftsOf(openid, templateId)).toMatchObject([{ status: 'revoked' }])
    expect((await small.order(orderId)).todo.map(({ task }) => task)).not.toContain('benefits')
  })
})

test('a coupon whose order never came is free again', async () => {
  const { openid, couponId, line } = await withCoupon()
  const placing = await small.shop.placing(openid, [line])
  // The coupon is taken first, and its stock is not there any more: nothing stays held.
  const others = small.line(line.productId, 99)
  await small.place(small.neighbour(), others)
  expect(await small.shop.refusal(openid, 'orders.place', placing)).toBe('stock_short')
  expect(await statusOf(couponId)).toBe('unused')
})
