import { randomUUID } from 'node:crypto'
import type { Cart } from '@domain/cart/cart'
import type { ActionName } from '@domain/functions'
import type { Order } from '@domain/orders/order'
import { actions, actionsWith } from './action-lists'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'
import { wishes, type Wish } from './wishes'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

type Asking = (typeof actionsWith.requestId)[number]

/** Where what may be repeated is kept. */
const remembering = (
  'carts messages points_accounts points_entries members coupons guides share_links ' +
  'lottery_entries live_reviews audit_entries'
).split(' ')

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
    const single = await wishes[name](small)
    await call(name, single)
    const wish = await wishes[name](small)
    const ask = () => call(name, wish)
    const twins = await Promise.all(Array.from({ length: 10 }, ask))
    for (const twin of twins) expect(twin).toHaveProperty('result')
    if (name === 'orders.place') expect(twins).toEqual(twins.map(() => twins[0]))
    expect(await tracesOf(name, wish, twins[0])).toEqual(
      await tracesOf(name, single, await call(name, single)),
    )
  })
})

const resultOf = (answer: object) => (answer as { result: object }).result

const ordersOf = (memberId: string) => small.shop.documents<Order>('orders', { memberId })

/** What a wish left behind, names and numbers aside: orders with their stories, and the cart. */
async function tracesOf(name: Asking, { openid }: Wish<ActionName>, answer: unknown) {
  const { order } = resultOf(answer as object) as { order?: { _id: Order['_id'] } }
  const orders = order ? [await small.order(order._id)] : await ordersOf(openid)
  const [cart] = await small.shop.documents<Cart>('carts', { _id: openid })
  return {
    name,
    pieces: cart?.lines.map(({ quantity }) => quantity),
    orders: orders.map(({ status, story, afterSales, refunds, todo, requests }) => ({
      status,
      story: story.map(({ event }) => event),
      asked: afterSales.map((asked) => asked.status),
      refunds: refunds.map(({ amountFen }) => amountFen),
      todo: todo.map(({ task }) => task),
      requests: Object.keys(requests).length,
    })),
  }
}

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

  /** Another wish of the same kind, about the same thing. */
  const others = {
    'coupons.claim': (input: object) => ({ ...input, templateId: small.file.coupons[0]?.id }),
    'members.phone': (input: object) => ({ ...input, code: 'another-code' }),
    'messages.consent': (input: object) => ({ ...input, kinds: ['teamFormed'] }),
    'cart.add': (input: Wish<'cart.add'>['input']) => ({ ...input, lines: doubled(input.lines) }),
    'aftersale.request': (input: object) => ({ ...input, reason: 'late' }),
    'aftersale.withdraw': (input: object) => ({ ...input, no: 2 }),
    'aftersale.answer': (input: object) => ({ ...input, verdict: 'refuse' }),
    'attribution.assign': (input: object) => ({ ...input, guideId: null }),
    'attribution.bind': (input: object) => ({ ...input, days: 31 }),
    'guides.invite': (input: object) => ({ ...input, name: '小王' }),
    'guides.activate': (input: object) => ({ ...input, isActive: true }),
    'fulfilment.ship': (input: object) => ({ ...input, number: 'SF10000002' }),
    'live.note': (input: object) => ({ ...input, words: '下次早点抽奖' }),
    'lottery.open': (input: object) => ({ ...input, minutes: 5 }),
    'lottery.draw': (input: object) => ({ ...input, lotteryId: 'lottery-other' }),
  } as const

  test.each(Object.entries(others))('%s of other words is another wish', async (name, change) => {
    const { openid, input } = await wishes[name as keyof typeof others](small)
    await call(name as ActionName, { openid, input })
    await expectNothingChanged(small.shop, async () => {
      const other = { openid, input: change(input as never) as never }
      expect(await call(name as ActionName, other)).toMatchObject({
        error: { code: 'request_reused' },
      })
    })
  })

  test('the same id of two members makes two orders', async () => {
    const { openid, input } = await wishes['orders.place'](small)
    const first = await small.shop.ask(openid, 'orders.place', input)
    const second = await small.shop.ask(small.neighbour(), 'orders.place', input)
    expect(second.orderId).not.toBe(first.orderId)
  })

  const endings = ['orders.cancel', 'orders.receive', 'orders.refund'] as const
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

  const looking = ['catalog.home', 'catalog.see', 'catalog.search', 'cart.see'] as const
  const deals = ['groupbuy.see', 'groupbuy.statement', 'teams.offer', 'teams.see'] as const
  const asking = ['flashsale.see', 'orders.quote', 'orders.see', 'orders.list'] as const
  const own = ['members.see', 'members.levels', 'messages.see'] as const
  const sharing = ['attribution.explain', 'attribution.see', 'attribution.replay'] as const
  const guiding = ['guides.desk', 'guides.trend', 'guides.customers', 'live.see'] as const
  const ranking = ['guides.material', 'guides.ranking', 'guides.list'] as const
  const earning = ['commission.list', 'commission.see', 'commission.overview'] as const
  const points = ['points.see', 'points.signs', 'points.mall'] as const
  const drawing = ['lottery.see', 'lottery.entries', 'audit.list'] as const
  const desks = ['groupbuy.watch', 'fulfilment.desk', 'fulfilment.list'] as const
  const working = ['fulfilment.see', 'fulfilment.find', 'aftersale.list', ...desks] as const
  test.each([
    ...[...looking, ...deals, ...asking, ...own, ...points, ...working],
    ...[...sharing, ...guiding, ...ranking, ...earning, ...drawing, 'payouts.list' as const],
  ])('%s only looks', async (name) => {
    const { openid, input } = await wishes[name](small)
    await expectNothingChanged(small.shop, async () => {
      const first = await small.shop.call(openid, name, input)
      expect(await small.shop.call(openid, name, input as never)).toEqual(first)
    })
  })

  const writing = ['cart.set', 'flashsale.remind', 'points.signIn'] as const
  const joining = ['members.join', 'members.profile', 'guides.accept'] as const
  const linking = ['attribution.share', 'attribution.poster'] as const
  const reviewing = ['lottery.enter', 'live.review', 'live.recount'] as const
  test.each([...writing, ...joining, ...linking, ...reviewing])(
    '%s asked for again changes nothing more',
    async (name) => {
      const { openid, input } = await wishes[name](small)
      const first = await small.shop.call(openid, name, input)
      const kept = () => Promise.all(remembering.map(linesOf))
      const before = await kept()
      expect(await small.shop.call(openid, name, input as never)).toEqual(first)
      expect(await kept()).toEqual(before)
    },
  )

  /** Documents of a collection, how often they were written left aside. */
  async function linesOf(collection: string): Promise<unknown[]> {
    const found = await small.shop.documents<{ rev?: number }>(collection)
    return found.map(({ rev: _rev, ...document }) => document)
  }

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
