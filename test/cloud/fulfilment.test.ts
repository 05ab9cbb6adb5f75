/** 发货 and 核销: handing out what was paid, and what time alone does afterwards. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { OrderId } from '@domain/ids'
import { expectNothingChanged, expectPiecesToMatchOrders } from './books'
import { answering, askBack, codeOf, handOut, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

async function parcel() {
  const openid = small.neighbour()
  const orderId = await small.buySent(openid, small.line(await small.product()))
  return { openid, orderId }
}

async function pickedUp() {
  const openid = small.neighbour()
  const orderId = await small.buy(openid, small.line(await small.product()))
  return { openid, orderId }
}

const statusOf = async (orderId: OrderId) => (await small.order(orderId)).status

const eventsOf = async (orderId: OrderId) =>
  (await small.order(orderId)).story.map(({ event }) => event)

describe('a parcel', () => {
  test('has its company and number from the moment when it is shipped', async () => {
    const { openid, orderId } = await parcel()
    expect(await ship(small, orderId, 'SF1234567890')).toHaveProperty('result')
    const shippedAt = await small.shop.now()
    const { order } = await small.shop.ask(openid, 'orders.see', { orderId })
    expect(order).toMatchObject({
      status: 'shipped',
      delivery: { parcel: { company: 'SF', number: 'SF1234567890', shippedAt } },
    })
  })

  test.each(['', 'SF1', 'SF 12345678', '顺丰12345678', `S${'1'.repeat(40)}`, 'SF_12345678'])(
    'is not shipped under the number "%s"',
    async (number) => {
      const { orderId } = await parcel()
      await expectNothingChanged(small.shop, async () => {
        expect(await ship(small, orderId, number)).toMatchObject({
          error: { code: 'input_invalid' },
        })
      })
    },
  )

  test('is shipped once, and not before it is paid, nor for who picks up', async () => {
    const { orderId } = await parcel()
    const tries = Array.from({ length: 5 }, (_, index) => ship(small, orderId, `SF1000000${index}`))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(1)
    expect(await eventsOf(orderId)).toEqual(['place', 'pay', 'ship'])
    const ann = small.neighbour()
    const unpaid = await small.place(ann, small.line(await small.product()))
    const { orderId: atTheStore } = await pickedUp()
    for (const other of [orderId, unpaid, atTheStore]) {
      expect(await ship(small, other)).toMatchObject({ error: { code: 'order_cannot' } })
    }
  })

  test('is received when the shopper says so, and can not be refused as unsent then', async () => {
    const { openid, orderId } = await parcel()
    expect(await receive(small, openid, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
    await ship(small, orderId)
    expect(await receive(small, openid, orderId)).toHaveProperty('result')
    expect(await small.refund(openid, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
    expect(await receive(small, openid, orderId)).toMatchObject({ error: { code: 'order_cannot' } })
  })

  test('counts as received ten days later, and the order as done seven days after that', async () => {
    const { orderId } = await parcel()
    await ship(small, orderId)
    const shippedAt = await small.shop.now()
    const days = (count: number) => shippedAt + count * 86_400_000
    await small.shop.passTo(days(10) - 60_000)
    expect(await statusOf(orderId)).toBe('shipped')
    await small.shop.passTo(days(10))
    await small.minutes(1)
    expect(await statusOf(orderId)).toBe('received')
    await small.shop.passTo(days(17) - 60_000)
    expect(await statusOf(orderId)).toBe('received')
    await small.minutes(3)
    expect(await statusOf(orderId)).toBe('done')
    expect(await eventsOf(orderId)).toEqual(['place', 'pay', 'ship', 'receive', 'finish'])
  })
})

describe('a verification code', () => {
  test('is shown to the counter’s question, used once, and says when it was used', async () => {
    const { openid, orderId } = await pickedUp()
    const { order } = await small.shop.ask(openid, 'orders.see', { orderId })
    const code = order.delivery.kind === 'pick-up' ? order.delivery.code : ''
    expect(code).toMatch(/^\d{12}$/)
    const found = await small.shop.ask('keeper', 'fulfilment.find', { code })
    expect(found.order).toMatchObject({ _id: orderId, status: 'paid', delivery: { code: '' } })
    expect(await handOut(small, orderId)).toMatchObject({
      result: { order: { status: 'received' } },
    })
    const usedAt = await small.shop.now()
    await small.minutes(1)
    expect(await handOut(small, orderId)).toMatchObject({
      error: { code: 'code_used', details: { usedAt } },
    })
  })

  test('shown at ten counters in the same moment hands the goods out once', async () => {
    const { orderId } = await pickedUp()
    const answers = await Promise.all(Array.from({ length: 10 }, () => handOut(small, orderId)))
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(1)
    const codes = answers.flatMap((answer) => ('error' in answer ? answer.error.code : []))
    expect(new Set(codes)).toEqual(new Set(['code_used']))
    expect(await eventsOf(orderId)).toEqual(['place', 'pay', 'verify'])
  })

  test('of an order that is unpaid, or went back, hands nothing out', async () => {
    const ann = small.neighbour()
    const unpaid = await small.place(ann, small.line(await small.product()))
    const { openid, orderId } = await pickedUp()
    await small.refund(openid, orderId)
    await small.minutes(1)
    for (const order of [unpaid, orderId]) {
      expect(await handOut(small, order)).toMatchObject({ error: { code: 'order_cannot' } })
    }
  })

  test('that nobody has is unknown', async () => {
    const input = { requestId: randomUUID(), code: '000000000000' }
    const { code } = input
    expect(await small.shop.refusal('keeper', 'fulfilment.find', { code })).toBe('code_unknown')
    expect(await small.shop.refusal('keeper', 'fulfilment.verify', input)).toBe('code_unknown')
  })

  test('is never the same for two orders', async () => {
    const orders = await Promise.all(Array.from({ length: 20 }, pickedUp))
    const codes = await Promise.all(orders.map(({ orderId }) => codeOf(small, orderId)))
    expect(new Set(codes).size).toBe(20)
  })
})

describe('the counter', () => {
  test('sees how much waits, the longest waiting first, a page at a time', async () => {
    const before = await small.shop.ask('keeper', 'fulfilment.desk', {})
    const sent: OrderId[] = []
    for (let index = 0; index < 23; index += 1) {
      sent.push((await parcel()).orderId)
      await small.shop.pass('1 second')
    }
    const desk = await small.shop.ask('keeper', 'fulfilment.desk', {})
    expect(desk).toEqual({ ...before, ship: before.ship + 23 })
    const seen: OrderId[] = []
    let after: InputOf<'fulfilment.list'>['after']
    for (let more = true; more;) {
      const wish = { queue: 'ship' as const, ...(after !== undefined && { after }) }
      const page = await small.shop.ask('keeper', 'fulfilment.list', wish)
      expect(page.orders.length).toBeLessThanOrEqual(20)
      seen.push(...page.orders.map(({ _id }) => _id))
      after = page.orders.at(-1)?.placedAt
      more = page.more
    }
    expect(seen.slice(-23)).toEqual(sent)
    expect(seen).toHaveLength(desk.ship)
  })

  test('sees an order by its id, wherever it waits and whatever became of it', async () => {
    const { openid, orderId } = await parcel()
    const see = async () => (await small.shop.ask('keeper', 'fulfilment.see', { orderId })).order
    expect(await see()).toMatchObject({ _id: orderId, status: 'paid', delivery: { name: openid } })
    await ship(small, orderId)
    expect((await see()).status).toBe('shipped')
    const unknown = { orderId: 'f'.repeat(28) as OrderId }
    expect(await small.shop.refusal('keeper', 'fulfilment.see', unknown)).toBe('order_unknown')
  })

  test('learns a code from the shopper alone', async () => {
    const { openid, orderId } = await pickedUp()
    const { orders } = await small.shop.ask('keeper', 'fulfilment.list', { queue: 'pick-up' })
    expect(orders.length).toBeGreaterThan(0)
    const seen = await small.shop.ask('keeper', 'fulfilment.see', { orderId })
    const no = await askBack(small, openid, orderId, [0, 1])
    const answer = answering(orderId, no, 'refuse')
    const answered = await small.shop.ask('keeper', 'aftersale.answer', answer)
    const looked = await small.shop.ask('keeper', 'aftersale.list', {})
    expect(looked.orders.map(({ _id }) => _id)).toContain(orderId)
    const told = JSON.stringify([orders, seen, answered, looked])
    expect(told).not.toContain(await codeOf(small, orderId))
  })
})

test('WeChat is told of what was sent and of what was picked up, each once', async () => {
  interface Shipment {
    readonly outTradeNo: string
    readonly logisticsType: number
  }
  const [sent, fetched] = [await parcel(), await pickedUp()]
  await small.minutes(1)
  await ship(small, sent.orderId)
  await handOut(small, fetched.orderId)
  await small.minutes(2)
  const told = await small.shop.control<Shipment[]>('GET', 'shipments')
  const of = ({ orderId }: { orderId: OrderId }) =>
    told
      .filter(({ outTradeNo }) => outTradeNo === orderId)
      .map(({ logisticsType }) => logisticsType)
  expect([of(sent), of(fetched)]).toEqual([[1], [4]])
  expect((await small.order(sent.orderId)).todo).toEqual([])
  expect((await small.order(fetched.orderId)).todo).toEqual([])
})
