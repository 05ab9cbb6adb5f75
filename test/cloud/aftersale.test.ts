/** 售后: asking money back for pieces, and what staff says to it. */
import type { InputOf } from '@domain/api'
import { expectNothingChanged, expectPiecesToMatchOrders } from './books'
import { answering, approve, askBack, handOut, receive, request, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

/** Somebody with a parcel of so many pieces, and perhaps already at the door. */
async function bought(quantity: number, upTo: 'paid' | 'received' = 'paid') {
  const [openid, productId] = [small.neighbour(), await small.product({ stock: 10 })]
  const orderId = await small.buySent(openid, small.line(productId, quantity))
  if (upTo === 'received') {
    await ship(small, orderId)
    await receive(small, openid, orderId)
  }
  return { openid, productId, orderId }
}

const refusalOf = async (openid: string, wish: ReturnType<typeof request>) => {
  const answer = await small.shop.call(openid, 'aftersale.request', wish)
  return 'error' in answer ? { code: answer.error.code, ...answer.error.details } : undefined
}

describe('a request', () => {
  test('waits in the queue of the counter until it is answered', async () => {
    const { openid, orderId } = await bought(2)
    const before = await small.shop.ask('keeper', 'fulfilment.desk', {})
    await askBack(small, openid, orderId, [0, 1])
    const desk = await small.shop.ask('keeper', 'fulfilment.desk', {})
    expect(desk['after-sale']).toBe(before['after-sale'] + 1)
    const list = { queue: 'after-sale' } as const
    const { orders } = await small.shop.ask('keeper', 'fulfilment.list', list)
    expect(orders.map(({ _id }) => _id)).toContain(orderId)
    const own = await small.shop.ask(openid, 'orders.list', { afterSale: true })
    expect(own.orders).toMatchObject([{ orderId, isAsking: true }])
    await approve(small, orderId, 1)
    expect(await small.shop.ask('keeper', 'fulfilment.desk', {})).toEqual(before)
    const after = await small.shop.ask(openid, 'orders.list', { afterSale: true })
    expect(after.orders).toMatchObject([{ orderId, isAsking: false, refundedFen: 1000 }])
  })

  test('that is refused says why, and may be made anew', async () => {
    const { openid, orderId } = await bought(1, 'received')
    await askBack(small, openid, orderId, [0, 1])
    await small.shop.ask('keeper', 'aftersale.answer', answering(orderId, 1, 'refuse'))
    const { order } = await small.shop.ask(openid, 'orders.see', { orderId })
    expect(order).toMatchObject({
      status: 'received',
      refunds: [],
      afterSales: [{ status: 'refused', answer: '照片看不清楚' }],
    })
    expect(await askBack(small, openid, orderId, [0, 1])).toBe(2)
    await approve(small, orderId, 2)
    await small.minutes(1)
    expect((await small.order(orderId)).status).toBe('refunded')
    expect((await small.order(orderId)).refunds).toMatchObject([{ no: `${orderId}-s2` }])
  })

  test('that is refused without a reason is not refused', async () => {
    const { openid, orderId } = await bought(1)
    await askBack(small, openid, orderId, [0, 1])
    await expectNothingChanged(small.shop, async () => {
      const silent = { ...answering(orderId, 1, 'refuse'), words: ' ' }
      expect(await small.shop.refusal('keeper', 'aftersale.answer', silent)).toBe('input_invalid')
    })
  })

  test('that was withdrawn is answered no more, and frees its pieces for another', async () => {
    const { openid, orderId } = await bought(2)
    await askBack(small, openid, orderId, [0, 2])
    expect(await refusalOf(openid, request(orderId, [[0, 1]]))).toEqual({
      ...{ code: 'pieces_short', line: 0, left: 0 },
    })
    const withdraw = { requestId: answering(orderId, 1).requestId, orderId, no: 1 }
    await small.shop.ask(openid, 'aftersale.withdraw', withdraw)
    const answer = answering(orderId, 1)
    expect(await small.shop.refusal('keeper', 'aftersale.answer', answer)).toBe('after_sale_cannot')
    expect(await askBack(small, openid, orderId, [0, 1])).toBe(2)
  })

  test('that was answered can not be withdrawn', async () => {
    const { openid, orderId } = await bought(2)
    await askBack(small, openid, orderId, [0, 1])
    await approve(small, orderId, 1)
    const withdraw = { requestId: answering(orderId, 1).requestId, orderId, no: 1 }
    expect(await small.shop.refusal(openid, 'aftersale.withdraw', withdraw)).toBe(
      'after_sale_cannot',
    )
  })

  test('of a number that nobody made is unknown', async () => {
    const { openid, orderId } = await bought(1)
    const withdraw = { requestId: answering(orderId, 3).requestId, orderId, no: 3 }
    const unknown = 'after_sale_unknown'
    expect(await small.shop.refusal(openid, 'aftersale.withdraw', withdraw)).toBe(unknown)
    const answer = answering(orderId, 3)
    expect(await small.shop.refusal('keeper', 'aftersale.answer', answer)).toBe(unknown)
  })

  test('asks for no more than was bought, earlier requests counted in', async () => {
    const { openid, orderId } = await bought(3)
    await askBack(small, openid, orderId, [0, 1])
    expect(await refusalOf(openid, request(orderId, [[0, 3]]))).toEqual({
      ...{ code: 'pieces_short', line: 0, left: 2 },
    })
    expect(await refusalOf(openid, request(orderId, [[1, 1]]))).toMatchObject({
      ...{ code: 'pieces_short', line: 1, left: 0 },
    })
    const twins = Array.from({ length: 5 }, () => refusalOf(openid, request(orderId, [[0, 2]])))
    const answers = await Promise.all(twins)
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1)
  })

  test('is for what was paid, and whose group is decided', async () => {
    const ann = small.neighbour()
    const unpaid = await small.place(ann, small.line(await small.product()))
    const waiting = await small.buy(ann, small.joining(await small.ladder()))
    for (const orderId of [unpaid, waiting]) {
      const told = await refusalOf(ann, request(orderId, [[0, 1]]))
      expect(told).toMatchObject({ code: 'order_cannot', event: 'ask' })
    }
  })

  test('can be made for seven days after the goods arrived, to the second', async () => {
    const { openid, orderId } = await bought(2, 'received')
    const receivedAt = await small.shop.now()
    await small.shop.passTo(receivedAt + 7 * 86_400_000 - 1000)
    await askBack(small, openid, orderId, [0, 1])
    await small.shop.passTo(receivedAt + 7 * 86_400_000)
    expect(await refusalOf(openid, request(orderId, [[0, 1]]))).toMatchObject({
      code: 'after_sale_over',
    })
  })

  test('that waits for its answer keeps the order open beyond the seven days', async () => {
    const { openid, orderId } = await bought(2, 'received')
    await askBack(small, openid, orderId, [0, 1])
    await small.shop.pass('7 days')
    await small.minutes(2)
    expect((await small.order(orderId)).status).toBe('received')
    await approve(small, orderId, 1)
    await small.shop.pass('1 day')
    await small.minutes(2)
    expect((await small.order(orderId)).status).toBe('done')
  })
})

describe('answering', () => {
  test('five times in the same moment grants once', async () => {
    const { openid, orderId } = await bought(2)
    await askBack(small, openid, orderId, [0, 1])
    const answers = Array.from({ length: 5 }, () =>
      small.shop.refusal('keeper', 'aftersale.answer', answering(orderId, 1)),
    )
    const codes = await Promise.all(answers)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([undefined, 'after_sale_cannot']))
    await small.minutes(2)
    expect(await small.refundsOf(orderId)).toMatchObject([{ refundFee: 1000 }])
  })

  test('has nothing to say when the whole order went back meanwhile', async () => {
    const { openid, orderId } = await bought(2)
    await askBack(small, openid, orderId, [0, 1])
    expect(await small.refund(openid, orderId)).toHaveProperty('result')
    expect((await small.order(orderId)).afterSales).toMatchObject([{ status: 'withdrawn' }])
    const answer = answering(orderId, 1)
    expect(await small.shop.refusal('keeper', 'aftersale.answer', answer)).toBe('after_sale_cannot')
    await small.minutes(1)
    expect((await small.booked(orderId)).refundedFee).toBe(2600)
  })

  test('and handing out go together: what was granted back is not handed out', async () => {
    const [ann, productId] = [small.neighbour(), await small.product({ stock: 10 })]
    const orderId = await small.buy(ann, small.line(productId, 3))
    await askBack(small, ann, orderId, [0, 1])
    await approve(small, orderId, 1)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 8 })
    expect(await handOut(small, orderId)).toHaveProperty('result')
    await small.minutes(30)
    expect(await small.stock({ skuId: productId })).toMatchObject({ left: 8, held: 0, sold: 2 })
  })
})

describe('what was answered', () => {
  const lookUp = async (before?: InputOf<'aftersale.list'>['before']) =>
    small.shop.ask('keeper', 'aftersale.list', before === undefined ? {} : { before })

  test('can be looked up, granted or refused, also where the whole order went back', async () => {
    const [whole, refused, waiting] = [await bought(1), await bought(2), await bought(1)]
    for (const { openid, orderId } of [whole, refused, waiting]) {
      await askBack(small, openid, orderId, [0, 1])
    }
    await approve(small, whole.orderId, 1)
    await small.shop.ask('keeper', 'aftersale.answer', answering(refused.orderId, 1, 'refuse'))
    await small.minutes(1)
    const { orders } = await lookUp()
    const found = new Map(orders.map((order) => [order._id, order]))
    expect(found.get(whole.orderId)).toMatchObject({
      status: 'refunded',
      afterSales: [{ status: 'approved' }],
    })
    expect(found.get(refused.orderId)).toMatchObject({
      status: 'paid',
      afterSales: [{ status: 'refused', answer: '照片看不清楚' }],
    })
    expect(found.has(waiting.orderId)).toBe(false)
  })

  test('lies with the newest order on top, a page at a time', async () => {
    const answered: string[] = []
    for (let index = 0; index < 22; index += 1) {
      const { openid, orderId } = await bought(1)
      await askBack(small, openid, orderId, [0, 1])
      await small.shop.ask('keeper', 'aftersale.answer', answering(orderId, 1, 'refuse'))
      answered.unshift(orderId)
      await small.shop.pass('1 second')
    }
    const first = await lookUp()
    expect(first).toMatchObject({ more: true })
    expect(first.orders.map(({ _id }) => _id)).toEqual(answered.slice(0, 20))
    const next = await lookUp(first.orders.at(-1)?.placedAt)
    expect(next.orders.slice(0, 2).map(({ _id }) => _id)).toEqual(answered.slice(20))
  })
})
