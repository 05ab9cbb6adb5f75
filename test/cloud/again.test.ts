import { randomUUID } from 'node:crypto'
import type { ActionName } from '@domain/functions'
import type { Order } from '@domain/orders/order'
import { everything, expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'
import { actions, actionsWith, wishes, type Wish } from './wishes'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

type Asking = (typeof actionsWith.requestId)[number]

const call = (name: ActionName, { openid, input }: Wish<ActionName>) =>
  small.shop.call(openid, name, input)

test('every action whose wish carries a request id is in this table', async () => {
  const carrying: string[] = []
  for (const name of actions) {
    if ('requestId' in (await wishes[name](small)).input) carrying.push(name)
  }
  expect(carrying).toEqual([...actionsWith.requestId])
})

describe.each(actionsWith.requestId)('%s', (name: Asking) => {
  test('asked again in the same words gives the first answer and does nothing more', async () => {
    const wish = await wishes[name](small)
    const first = await call(name, wish)
    await expectNothingChanged(small.shop, async () => {
      expect(await call(name, wish)).toEqual(first)
    })
  })

  test('asked again a minute later still gives the first answer', async () => {
    const wish = await wishes[name](small)
    const first = await call(name, wish)
    await small.minutes(1)
    const again = await call(name, wish)
    expect(again).toHaveProperty('result')
    if (name === 'orders.place') expect(again).toMatchObject({ result: resultOf(first) })
  })

  test('asked by ten twins at the same time is done once', async () => {
    const wish = await wishes[name](small)
    const twins = await Promise.all(Array.from({ length: 10 }, () => call(name, wish)))
    for (const twin of twins) expect(twin).toHaveProperty('result')
    if (name === 'orders.place') {
      const [first] = twins
      expect(twins).toEqual(twins.map(() => first))
      const { orders } = await small.shop.ask(wish.openid, 'orders.list', {})
      expect(orders).toHaveLength(1)
    }
    const [order] = await ordersOf(wish.openid)
    const endings = order?.story.filter(({ event }) => ['cancel', 'refund'].includes(event))
    expect(endings).toHaveLength(name === 'orders.place' ? 0 : 1)
  })
})

const resultOf = (answer: object) => (answer as { result: object }).result

const ordersOf = (memberId: string) => small.shop.documents<Order>('orders', { memberId })

describe('a request id stands for one wish', () => {
  const changes: [string, (input: Wish<'orders.place'>['input']) => object][] = [
    ['another price', (input) => ({ ...input, payableFen: input.payableFen + 1 })],
    ['another quantity', ({ lines, ...rest }) => ({ ...rest, lines: doubled(lines) })],
    ['another note', (input) => ({ ...input, note: '不要袋子' })],
    ['no note', ({ note: _note, ...rest }) => rest],
    [
      'another name',
      ({ delivery, ...rest }) => ({ ...rest, delivery: { ...delivery, name: '王' } }),
    ],
    [
      'another store',
      ({ delivery, ...rest }) => ({ ...rest, delivery: { ...delivery, storeId: 'x' } }),
    ],
  ]
  const doubled = (lines: readonly { quantity: number }[]) =>
    lines.map((line) => ({ ...line, quantity: line.quantity * 2 }))

  test.each(changes)('orders.place with %s is another wish', async (_what, change) => {
    const { openid, input } = await wishes['orders.place'](small)
    await small.shop.ask(openid, 'orders.place', input)
    await expectNothingChanged(small.shop, async () => {
      const other = change(input) as typeof input
      expect(await small.shop.refusal(openid, 'orders.place', other)).toBe('request_reused')
    })
  })

  test('the same id of two members makes two orders', async () => {
    const { openid, input } = await wishes['orders.place'](small)
    const first = await small.shop.ask(openid, 'orders.place', input)
    const second = await small.shop.ask(small.neighbour(), 'orders.place', input)
    expect(second.orderId).not.toBe(first.orderId)
  })

  const endings = ['orders.cancel', 'orders.refund'] as const
  test.each(endings)('%s is refused under the id that placed an order', async (name) => {
    const openid = small.neighbour()
    const placing = await small.shop.placing(openid, [small.joining(await small.ladder())])
    const { orderId } = await small.shop.ask(openid, 'orders.place', placing)
    const wish = { requestId: placing.requestId, orderId }
    await expectNothingChanged(small.shop, async () => {
      expect(await small.shop.refusal(openid, name, wish)).toBe('request_reused')
    })
  })

  test('a cancelling can not be repeated as a refund', async () => {
    const { openid, input } = await wishes['orders.cancel'](small)
    await small.shop.ask(openid, 'orders.cancel', input)
    expect(await small.shop.refusal(openid, 'orders.refund', input)).toBe('request_reused')
  })
})

describe('a repeat is answered whatever happened meanwhile', () => {
  /** Places, lets something happen, and asks for the same again. */
  async function repeated(meanwhile: (placed: Placed) => Promise<unknown>): Promise<void> {
    const goal = await small.ladder({ endsAt: '+10m', perMember: 1, stock: 1 })
    const openid = small.neighbour()
    const placing = await small.shop.placing(openid, [small.joining(goal)])
    const first = await small.shop.ask(openid, 'orders.place', placing)
    await meanwhile({ ...goal, openid, ...first })
    expect(await small.shop.ask(openid, 'orders.place', placing)).toEqual(first)
    expect(await ordersOf(openid)).toHaveLength(1)
  }
  interface Placed {
    readonly openid: string
    readonly orderId: Order['_id']
    readonly productId: string
  }

  test('the last piece is this very order', () => repeated(() => Promise.resolve()))

  test('the order was paid', () =>
    repeated(async ({ openid, orderId }) => {
      await small.shop.ask(openid, 'orders.pay', { orderId })
      await small.shop.pay(orderId)
    }))

  test('the order was cancelled', () =>
    repeated(({ openid, orderId }) => small.cancel(openid, orderId)))

  test('the deal is over', () => repeated(() => small.minutes(12)))

  test('the product of a deal left the shelf', () =>
    repeated(({ productId }) => withoutProduct(productId)))

  test('the product left the shelf', async () => {
    const openid = small.neighbour()
    const productId = await small.product()
    const placing = await small.shop.placing(openid, [small.line(productId)])
    const first = await small.shop.ask(openid, 'orders.place', placing)
    await withoutProduct(productId)
    expect(await small.shop.ask(openid, 'orders.place', placing)).toEqual(first)
  })

  async function withoutProduct(productId: string) {
    const { products, groupBuys, ...rest } = small.file
    const file = {
      ...rest,
      products: products.filter(({ id }) => id !== productId),
      groupBuys: groupBuys.filter((deal) => deal.productId !== productId),
    }
    await small.shop.ask('keeper', 'shopfile.import', { file, pictures: {} })
  }
})

describe('what carries no request id may be repeated all the same', () => {
  test('orders.pay opens one payment however often it is asked', async () => {
    const { openid, input } = await wishes['orders.pay'](small)
    const ask = () => small.shop.ask(openid, 'orders.pay', input)
    const packages = await Promise.all([ask(), ask(), ask(), ask()])
    const [first] = packages
    expect(new Set(packages.map(({ payment }) => payment.package)).size).toBe(1)
    expect(first.payment.package).toMatch(/^prepay_id=./)
  })

  const looking = ['catalog.home', 'catalog.see', 'groupbuy.see', 'groupbuy.statement'] as const
  const asking = ['orders.quote', 'orders.see', 'orders.list', 'groupbuy.watch'] as const
  test.each([...looking, ...asking])('%s only looks', async (name) => {
    const { openid, input } = await wishes[name](small)
    const before = await everything(small.shop)
    const first = await small.shop.call(openid, name, input)
    expect(await small.shop.call(openid, name, input as never)).toEqual(first)
    expect(await everything(small.shop)).toEqual(before)
  })

  test('importing the same file twice changes nothing', async () => {
    const openid = small.neighbour()
    await small.place(openid, small.joining(await small.ladder()))
    await small.renew()
    await expectNothingChanged(small.shop, async () => {
      await small.renew()
    })
  })

  test('two wishes of the same words are two orders', async () => {
    const { openid, input } = await wishes['orders.place'](small)
    await small.shop.ask(openid, 'orders.place', input)
    await small.shop.ask(openid, 'orders.place', { ...input, requestId: randomUUID() })
    expect(await ordersOf(openid)).toHaveLength(2)
  })
})
