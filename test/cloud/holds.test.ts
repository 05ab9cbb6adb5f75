import type { HeldBy, Pool, StockPool } from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import { expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

const put = (collection: 'pools' | 'quotas', pool: Pool) =>
  small.shop.control('PUT', `collections/${collection}/${encodeURIComponent(pool._id)}`, pool)

/** Writes a hold into a pool by hand, as a call would that was cut off right afterwards. */
async function holdByHand(pool: Pool, orderId: string, hold: { n: number; minutes: number }) {
  const until = ((await small.shop.now()) + hold.minutes * 60_000) as HeldBy['until']
  const held: Pool = {
    ...pool,
    available: pool.available - hold.n,
    holds: { ...pool.holds, [orderId as OrderId]: { n: hold.n, until } },
    sweepAt: Math.min(pool.sweepAt, until) as Pool['sweepAt'],
    rev: pool.rev + 1,
  }
  await put('dealId' in pool && 'memberId' in pool ? 'quotas' : 'pools', held)
}

async function onlyPool(where: object): Promise<StockPool> {
  const [pool] = await small.pools(where)
  if (!pool) throw new Error('There is no such pool')
  return pool
}

const lost = 'a0'.repeat(14)

describe('a hold whose order never came', () => {
  test('lapses at its time, and not before', async () => {
    const { dealId } = await small.ladder()
    await holdByHand(await onlyPool({ dealId }), lost, { n: 3, minutes: 25 })
    await small.minutes(24)
    expect(await small.stock({ dealId })).toMatchObject({ left: 47, held: 3 })
    await small.minutes(2)
    expect(await small.stock({ dealId })).toMatchObject({ left: 50, held: 0, sold: 0 })
  })

  test('gives the member’s quota back as well', async () => {
    const goal = await small.ladder({ perMember: 2, endsAt: '+3h' })
    const ann = small.neighbour()
    await small.cancel(ann, await small.place(ann, small.joining(goal)))
    const _id = `${goal.dealId}.${ann}`
    const [quota] = await small.shop.documents<Pool>('quotas', { _id })
    if (!quota) throw new Error('There is no quota')
    await holdByHand(quota, lost, { n: 2, minutes: 5 })
    const placing = await small.shop.placing(ann, [small.joining(goal)])
    expect(await small.shop.refusal(ann, 'orders.place', placing)).toBe('member_limit')
    await small.minutes(6)
    await small.place(ann, small.joining(goal))
  })

  test('does not take a living order’s hold along', async () => {
    const goal = await small.ladder({ endsAt: '+3h' })
    await small.place(small.neighbour(), small.joining(goal))
    await holdByHand(await onlyPool({ dealId: goal.dealId }), lost, { n: 3, minutes: 1 })
    await small.minutes(2)
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 49, held: 1 })
  })
})

describe('a hold that a twin of the same order took too much', () => {
  /** A stock of two shards and the one of them that an order did not take from. */
  async function otherShard(where: object, orderId: OrderId): Promise<StockPool> {
    const { holds } = await small.order(orderId)
    const shards = await small.pools(where)
    const other = shards.find(({ _id }) => !holds.some(({ id }) => id === _id))
    if (!other) throw new Error('There is no other shard')
    return other
  }

  test('in a deal is let go, and the sale stays one', async () => {
    const goal = await small.ladder({ stock: 150, endsAt: '+3h' })
    const where = { dealId: goal.dealId }
    const orderId = await small.buy(small.neighbour(), small.joining(goal))
    await holdByHand(await otherShard(where, orderId), orderId, { n: 1, minutes: 5 })
    await small.minutes(6)
    expect(await small.stock(where)).toEqual({ left: 149, held: 0, sold: 1, people: 1 })
  })

  test('from the shelf is let go, and the sale is booked once', async () => {
    const productId = await small.product({ stock: 150 })
    const where = { skuId: productId }
    const orderId = await small.buy(small.neighbour(), small.line(productId, 2))
    await holdByHand(await otherShard(where, orderId), orderId, { n: 2, minutes: 5 })
    expect(await small.stock(where)).toMatchObject({ left: 146, held: 4, sold: 0 })
    await small.minutes(27)
    expect(await small.stock(where)).toMatchObject({ left: 148, held: 0, sold: 2 })
  })

  test('of a cancelled order is let go', async () => {
    const productId = await small.product({ stock: 150 })
    const where = { skuId: productId }
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.line(productId))
    await holdByHand(await otherShard(where, orderId), orderId, { n: 1, minutes: 5 })
    await small.cancel(ann, orderId)
    await small.minutes(6)
    expect(await small.stock(where)).toMatchObject({ left: 150, held: 0, sold: 0 })
  })
})

describe('a hold that lapses while its order lives', () => {
  test('waits for an order that is still unpaid', async () => {
    const goal = await small.ladder({ endsAt: '+3h' })
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.joining(goal))
    const pool = await onlyPool({ dealId: goal.dealId })
    const { [orderId]: hold, ...others } = pool.holds
    const past = { n: hold?.n ?? 0, until: await small.shop.now() }
    const holds = { ...others, [orderId]: past } as StockPool['holds']
    await put('pools', { ...pool, holds, sweepAt: past.until as Pool['sweepAt'] })
    await small.minutes(3)
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 49, held: 1 })
    await small.shop.ask(ann, 'orders.pay', { orderId })
    await small.shop.pay(orderId)
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 49, sold: 1 })
  })
})

describe('the quota of a member', () => {
  test('is booked by the sweep when the order is paid, and counts on', async () => {
    const goal = await small.ladder({ perMember: 2, endsAt: '+3h' })
    const ann = small.neighbour()
    await small.buy(ann, small.joining(goal, 2))
    const quota = async () => {
      const [found] = await small.shop.documents<Pool>('quotas', { _id: `${goal.dealId}.${ann}` })
      return (
        found && { left: found.available, held: Object.keys(found.holds).length, sold: found.sold }
      )
    }
    expect(await quota()).toEqual({ left: 0, held: 1, sold: 0 })
    await small.minutes(27)
    expect(await quota()).toEqual({ left: 0, held: 0, sold: 2 })
    const placing = await small.shop.placing(ann, [small.joining(goal)])
    expect(await small.shop.refusal(ann, 'orders.place', placing)).toBe('member_limit')
  })
})

test('what came back is remembered for seven days, so that a repeat adds nothing', async () => {
  const productId = await small.product()
  const ann = small.neighbour()
  const orderId = await small.buy(ann, small.line(productId))
  await small.refund(ann, orderId)
  const order = await small.order(orderId)
  const returned = async () => Object.keys((await onlyPool({ skuId: productId })).returned)
  expect(await returned()).toEqual([orderId])
  const again = { ...order, todo: [{ task: 'release' }], todoAt: order.placedAt }
  await small.shop.control('PUT', `collections/orders/${orderId}`, again)
  await small.minutes(1)
  expect(await small.stock({ skuId: productId })).toMatchObject({ left: 100, held: 0, sold: 0 })
  await small.shop.pass('6 days')
  expect(await returned()).toEqual([orderId])
  await small.shop.pass('1 day')
  await small.minutes(1)
  expect(await returned()).toEqual([])
  expect((await onlyPool({ skuId: productId })).available).toBe(100)
})

test('a count of people that went wrong is put right when the ladder is quiet', async () => {
  const goal = await small.ladder()
  await small.buy(small.neighbour(), small.joining(goal))
  const pool = await onlyPool({ dealId: goal.dealId })
  await put('pools', { ...pool, people: 5 } as Pool)
  await small.minutes(11)
  expect((await onlyPool({ dealId: goal.dealId })).people).toBe(1)
})
