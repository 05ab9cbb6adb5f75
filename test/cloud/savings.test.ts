/** A coupon and points on one order: what they cost the cloud, and what comes back of them. */
import type { CouponId, OrderId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { approve, askBack, handOut } from './counter'
import { accountOf, givePoints, memberWith } from './points-shop'
import { openSmallShop, type Line, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  await givePoints(small, { offset: { fenPerPoint: 1 as Fen, maxBps: 5000, minPoints: 100 } })
})
afterAll(() => small.shop.close())

/** Somebody with a coupon of ten yuan and three hundred points. */
async function saver(): Promise<{ openid: string; couponId: CouponId }> {
  const openid = await memberWith(small, 300)
  const templateId = await small.coupon({ amountFen: 1000 as Fen, total: 100 })
  return { openid, couponId: await small.claim(openid, templateId) }
}

/** Places an order with the best coupon and as many points as it takes; counts the SDK calls. */
async function place(openid: string, lines: Line[]) {
  const placing = await small.shop.placing(openid, lines, undefined, { spendPoints: 300 })
  const [last] = await small.shop.control<{ seq: number }[]>('GET', 'log?limit=1')
  const placed = await small.shop.ask(openid, 'orders.place', placing)
  const log = await small.shop.control<{ calls: unknown[] }[]>(
    'GET',
    `log?after=${last?.seq ?? 0}&limit=10`,
  )
  return { ...placed, calls: log[0]?.calls.length }
}

/** Two pieces of fifty yuan each, placed with coupon and points, paid and taken along. */
async function boughtWithSavings() {
  const { openid, couponId } = await saver()
  const line = small.line(await small.product({ priceFen: 5000 }), 2)
  const { orderId, payableFen } = await place(openid, [line])
  await small.paid(openid, orderId)
  await handOut(small, orderId)
  return { openid, couponId, orderId, payableFen }
}

const back = async (orderId: OrderId): Promise<number> =>
  (await small.order(orderId)).refunds.reduce((sum, { amountFen }) => sum + amountFen, 0)

const statusOf = async (couponId: CouponId) => (await small.couponOf(couponId)).status

test('a cart of three lines with coupon and points is placed in ten calls at most', async () => {
  const { openid } = await saver()
  const products = [await small.product(), await small.product(), await small.product()]
  const { calls } = await place(
    openid,
    products.map((productId) => small.line(productId, 5)),
  )
  expect(calls).toBeGreaterThan(0)
  expect(calls).toBeLessThanOrEqual(10)
})

test('the receipt explains every fen, and the money that was paid earns points', async () => {
  const { openid, orderId, couponId, payableFen } = await boughtWithSavings()
  expect(payableFen).toBe(10_000 - 1000 - 300)
  const [line] = (await small.order(orderId)).receipt.lines
  const steps = line?.steps.filter(({ amountFen }) => amountFen !== 0)
  expect(steps?.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['base', 10_000],
    ['coupon', -1000],
    ['points', -300],
  ])
  expect((await accountOf(small, openid)).balance).toBe(87)
  expect(await statusOf(couponId)).toBe('used')
})

test('half of it back brings half of the money and points; all of it the coupon too', async () => {
  const { openid, orderId, couponId } = await boughtWithSavings()
  await approve(small, orderId, await askBack(small, openid, orderId, [0, 1]))
  expect(await back(orderId)).toBe(4350)
  // 300 were spent and 150 of them came back; 43.50 yuan were kept and earn 43.
  expect((await accountOf(small, openid)).balance).toBe(150 + 43)
  expect(await statusOf(couponId)).toBe('used')
  await approve(small, orderId, await askBack(small, openid, orderId, [0, 1]))
  expect(await back(orderId)).toBe(8700)
  expect((await accountOf(small, openid)).balance).toBe(300)
  expect(await statusOf(couponId)).toBe('unused')
})
