/** 积分商城: points for coupons and goods, and never more than there are of either. */
import { randomUUID } from 'node:crypto'
import type { Coupon } from '@domain/coupons/coupon'
import type { CouponPool } from '@domain/holds/hold'
import {
  accountOf,
  expectHonestAccounts,
  givePoints,
  historyOf,
  mallCoupon,
  mallProduct,
  memberWith,
  redeem,
} from './points-shop'
import { faultsOf, openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  await givePoints(small)
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectHonestAccounts(small.shop)
})
afterAll(() => small.shop.close())

const couponsOf = (memberId: string) => small.shop.documents<Coupon>('coupons', { memberId })

/** Coupons left, held and issued of an item of the mall. */
async function stockOf(itemId: string) {
  const [item] = await small.shop.documents<{ templateId: string }>('mall_coupons', { _id: itemId })
  const where = { templateId: item?.templateId }
  const pools = await small.shop.documents<CouponPool>('coupon_pools', where)
  const sum = (figure: (pool: CouponPool) => number) =>
    pools.reduce((all, pool) => all + figure(pool), 0)
  return {
    left: sum(({ available }) => available),
    held: sum(({ holds }) => Object.keys(holds).length),
    sold: sum(({ sold }) => sold),
  }
}

describe('the mall', () => {
  test('shows what the shop put there, in its order, with what is left and what one has', async () => {
    const itemId = await mallCoupon(small, 200, 7)
    const goal = await mallProduct(small, { points: 800, cashFen: 9900, stock: 3 })
    const { available, items } = await small.shop.ask(await memberWith(small, 5), 'points.mall', {})
    expect(available).toBe(5)
    expect(items.filter(({ id }) => id === itemId || id === goal.dealId)).toMatchObject([
      { kind: 'coupon', points: 200, left: 7, rule: { kind: 'amount', amountFen: 1000 } },
      { kind: 'product', points: 800, cashFen: 9900, left: 3, productId: goal.productId },
    ])
  })

  test('is no deal of the shop’s window: its goods are not shown there', async () => {
    const goal = await mallProduct(small)
    const { deals } = await small.shop.ask('ann', 'catalog.home', {})
    const seen = await small.shop.ask('ann', 'catalog.see', { productId: goal.productId as never })
    expect(JSON.stringify([deals, seen.deals])).not.toContain(goal.dealId)
  })

  test('loses what the file no longer names, and has it again when it does', async () => {
    const [goal, itemId] = [await mallProduct(small), await mallCoupon(small)]
    const before = small.file.points?.mall ?? []
    await givePoints(small, { mall: [] })
    expect((await small.shop.ask('ann', 'points.mall', {})).items).toEqual([])
    const ann = await memberWith(small, 20)
    expect(await redeem(small, ann, itemId)).toMatchObject({ error: { code: 'mall_item_unknown' } })
    const lines = [small.joining(goal)]
    expect(await small.shop.refusal(ann, 'orders.quote', { lines, delivery: 'pick-up' })).toBe(
      'deal_over',
    )
    await givePoints(small, { mall: before })
    expect((await small.shop.ask('ann', 'points.mall', {})).items).toHaveLength(before.length)
  })

  test('may ask for other points tomorrow, but an item’s goods stand', async () => {
    const { dealId } = await mallProduct(small)
    const mall = small.file.points?.mall ?? []
    const change = (own: object) => {
      const changed = mall.map((item) =>
        (item.id as string) === dealId ? { ...item, ...own } : item,
      )
      return { ...small.file, points: { ...small.file.points, mall: changed } }
    }
    expect(await faultsOf(small, change({ points: 11, cashFen: 5 }))).toBeUndefined()
    expect(await faultsOf(small, change({ productId: await small.product() }))).toContain(
      `points.mall "${dealId}": its goods stand since it was opened`,
    )
  })
})

test('goods for which points are missing say how many', async () => {
  const goal = await mallProduct(small, { points: 30, cashFen: 500 })
  const ann = await memberWith(small, 7)
  const place = async (openid: string) =>
    small.shop.call(
      openid,
      'orders.place',
      small.shop.placingAt(openid, [small.joining(goal, 2)], 1000),
    )
  expect(await place(ann)).toMatchObject({
    error: { code: 'points_short', details: { missing: 53 } },
  })
  expect(await place('passer-by')).toMatchObject({
    error: { code: 'points_short', details: { missing: 60 } },
  })
  expect(await accountOf(small, ann)).toMatchObject({ balance: 7, available: 7, holds: {} })
})

describe('redeeming a coupon', () => {
  test('gives the coupon and takes the points', async () => {
    const [ann, itemId] = [await memberWith(small, 25), await mallCoupon(small, 10, 3)]
    const answer = await redeem(small, ann, itemId)
    expect(answer).toMatchObject({ result: { coupon: { status: 'unused', channel: 'points' } } })
    expect(await couponsOf(ann)).toHaveLength(1)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 15, available: 15, holds: {} })
    expect((await historyOf(small, ann)).slice(1)).toEqual([['redeem', -10]])
    expect(await stockOf(itemId)).toEqual({ left: 2, held: 0, sold: 1 })
  })

  test('of one wish comes to one coupon, repeated and all at once', async () => {
    const [ann, itemId] = [await memberWith(small, 50), await mallCoupon(small, 10, 3)]
    const requestId = randomUUID()
    const ask = () => redeem(small, ann, itemId, requestId)
    const answers = await Promise.all(Array.from({ length: 6 }, ask))
    answers.push(await ask())
    const ids = answers.flatMap((answer) => ('result' in answer ? [answer.result.coupon._id] : []))
    expect(new Set(ids).size).toBe(1)
    expect(await couponsOf(ann)).toHaveLength(1)
    await small.minutes(7)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 40, available: 40, holds: {} })
    expect((await stockOf(itemId)).sold).toBe(1)
  })

  test('of the same request for something else is refused', async () => {
    const ann = await memberWith(small, 50)
    const [one, other] = [await mallCoupon(small), await mallCoupon(small)]
    const requestId = randomUUID()
    await redeem(small, ann, one, requestId)
    expect(await redeem(small, ann, other, requestId)).toMatchObject({
      error: { code: 'request_reused' },
    })
    expect(await accountOf(small, ann)).toMatchObject({ balance: 40, available: 40 })
  })

  test('is refused to who has too few points, and says how many are missing', async () => {
    const [ann, itemId] = [await memberWith(small, 7), await mallCoupon(small, 10)]
    expect(await redeem(small, ann, itemId)).toMatchObject({
      error: { code: 'points_short', details: { missing: 3 } },
    })
    expect(await redeem(small, 'stranger', itemId)).toMatchObject({
      error: { code: 'points_short', details: { missing: 10 } },
    })
    expect(await couponsOf(ann)).toEqual([])
  })

  test('of the last one goes to one of many who ask at once; the others keep their points', async () => {
    const itemId = await mallCoupon(small, 10, 1)
    const neighbours: string[] = []
    for (let at = 0; at < 8; at += 1) neighbours.push(await memberWith(small, 12))
    const answers = await Promise.all(neighbours.map((openid) => redeem(small, openid, itemId)))
    const refusals = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []))
    expect(refusals).toEqual(Array(7).fill('coupons_gone'))
    const balances = await Promise.all(
      neighbours.map(async (openid) => (await accountOf(small, openid)).available),
    )
    expect(balances.sort((one, two) => one - two)).toEqual([2, ...Array<number>(7).fill(12)])
    expect(await stockOf(itemId)).toEqual({ left: 0, held: 0, sold: 1 })
  })

  test('of as many as one has points for, and of no more, however many wishes come at once', async () => {
    const [ann, itemId] = [await memberWith(small, 35), await mallCoupon(small)]
    await Promise.all(Array.from({ length: 9 }, () => redeem(small, ann, itemId)))
    await small.minutes(7)
    const coupons = await couponsOf(ann)
    expect(coupons.length).toBeLessThanOrEqual(3)
    const left = 35 - 10 * coupons.length
    expect(await accountOf(small, ann)).toMatchObject({ balance: left, available: left, holds: {} })
  })

  test('is refused to who has as many as one may have, before any points move', async () => {
    const [ann, itemId] = [await memberWith(small, 50), await mallCoupon(small, 10, 9, 2)]
    await redeem(small, ann, itemId)
    await redeem(small, ann, itemId)
    const before = await accountOf(small, ann)
    const over = { code: 'member_limit', details: { limit: 2, of: 'coupons' } }
    expect(await redeem(small, ann, itemId)).toMatchObject({ error: over })
    expect(await accountOf(small, ann)).toEqual(before)
    expect(await couponsOf(ann)).toHaveLength(2)
    expect(await stockOf(itemId)).toEqual({ left: 7, held: 0, sold: 2 })
  })

  test('of which one is allowed comes to one, however many wishes come at once', async () => {
    const [ann, itemId] = [await memberWith(small, 90), await mallCoupon(small, 10, 9, 1)]
    const answers = await Promise.all(Array.from({ length: 9 }, () => redeem(small, ann, itemId)))
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(1)
    const refusals = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []))
    expect(new Set(refusals)).toEqual(new Set(['member_limit']))
    expect(await couponsOf(ann)).toHaveLength(1)
    await small.minutes(7)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 80, available: 80, holds: {} })
    expect(await stockOf(itemId)).toEqual({ left: 8, held: 0, sold: 1 })
  })

  test('that lapsed keeps nobody from another wish for it', async () => {
    const [ann, itemId] = [await memberWith(small, 15), await mallCoupon(small, 10, 9, 1)]
    await small.shop.control('POST', 'faults', { seed: 3, rates: { 'database.after': 0.5 } })
    await Promise.all(Array.from({ length: 4 }, () => redeem(small, ann, itemId)))
    await small.shop.control('POST', 'faults', {})
    await small.minutes(8)
    const answer = await redeem(small, ann, itemId)
    const [coupon, ...others] = await couponsOf(ann)
    expect(others).toEqual([])
    expect(coupon).toMatchObject({ status: 'unused', channel: 'points' })
    expect('result' in answer || answer.error.code === 'member_limit').toBe(true)
    await small.minutes(8)
    expect(await accountOf(small, ann)).toMatchObject({ balance: 5, available: 5, holds: {} })
    expect(await stockOf(itemId)).toEqual({ left: 8, held: 0, sold: 1 })
  })

  test('that is cut off anywhere is finished or undone', async () => {
    const itemId = await mallCoupon(small, 10, 50)
    const neighbours: string[] = []
    for (let at = 0; at < 6; at += 1) neighbours.push(await memberWith(small, 20))
    await small.shop.control('POST', 'faults', { seed: 11, rates: { 'function.kill': 0.4 } })
    await Promise.all(neighbours.map((openid) => redeem(small, openid, itemId)))
    await small.shop.control('POST', 'faults', {})
    await small.minutes(8)
    let issued = 0
    for (const openid of neighbours) {
      const coupons = await couponsOf(openid)
      issued += coupons.length
      const left = 20 - 10 * coupons.length
      const account = { balance: left, available: left, holds: {} }
      expect(await accountOf(small, openid)).toMatchObject(account)
    }
    expect(await stockOf(itemId)).toEqual({ left: 50 - issued, held: 0, sold: issued })
  })
})

describe('a file is refused', () => {
  test.each([
    ['for a coupon that is not there', { couponId: 'nothing' }, 'there is no coupon "nothing"'],
    ['for a coupon that is claimed', { couponId: 'claimed' }, '"claimed" does not come by points'],
  ])('%s', async (_what, own, fault) => {
    const claimed = await small.coupon()
    const couponId = own.couponId === 'claimed' ? claimed : own.couponId
    const item = { id: 'wrong', kind: 'coupon', couponId, points: 1, stock: 1 }
    const file = { ...small.file, points: { ...small.file.points, mall: [item] } }
    expect(await faultsOf(small, file)).toContain(fault.replace('claimed', claimed))
  })

  test('that has one coupon in the mall twice, or an item', async () => {
    await mallCoupon(small)
    const item = small.file.points?.mall?.at(-1)
    const mall = [item, { ...item, id: 'second' }, { ...item }]
    const faults = await faultsOf(small, { ...small.file, points: { ...small.file.points, mall } })
    expect(faults).toMatch(/points\.mall\[1\]\.couponId: ".*" is in the mall already/)
    expect(faults).toMatch(/points\.mall\[2\]\.id: ".*" stands twice/)
  })
})
