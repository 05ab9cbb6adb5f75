/** 积分 of a shop file: the rule, and the mall with what is wrong with it. */
import { NEVER } from '@domain/holds/hold'
import { shopFaults } from '@domain/shopfile/faults'
import { planShop } from '@domain/shopfile/plan'
import { mallTotal } from '@domain/shopfile/planPoints'
import { MORNING } from '../build'
import { cherries, ladder, read, smallCherries } from './shop-file'

const voucher = {
  ...{ id: 'points-5', name: '积分兑换5元券', kind: 'amount', amountFen: 500, minSpendFen: 0 },
  ...{ scope: { kind: 'all' }, total: 10, perMember: 5, validDays: 30, audience: 'all' },
  channel: 'points',
}
const couponItem = { id: 'm-5', kind: 'coupon', couponId: 'points-5', points: 200, stock: 40 }
const boxItem = { id: 'm-box', kind: 'product', productId: 'cherry-jj-10', points: 800, stock: 9 }

const fileWith = (points: object, own: object = {}) =>
  read({
    products: [cherries, smallCherries],
    coupons: [voucher],
    points: { earnPerYuan: 2, expires: { months: 12, unit: 'month-end' }, ...points },
    ...own,
  })

const plan = (points: object) => planShop(fileWith(points), {}, MORNING)
const faults = (points: object, own: object = {}) =>
  shopFaults(fileWith(points, own), {}, MORNING).map(({ place, fault }) => `${place}: ${fault}`)

describe('the rule', () => {
  test('is that of the file; without an offset points pay for nothing at the checkout', () => {
    expect(plan({ signIn: [1, 2] }).shop.points).toEqual({
      ...{ earnPerYuan: 2, months: 12, signIn: [1, 2], offset: null },
    })
  })

  test('says how points pay', () => {
    const offset = { fenPerPoint: 1, maxBps: 5000, minPoints: 100 }
    expect(plan({ offset }).shop.points?.offset).toEqual(offset)
  })

  test('is none where the file has none', () => {
    const { shop, mall } = planShop(read({ products: [cherries] }), {}, MORNING)
    expect([shop.points, mall]).toEqual([null, { deals: [], coupons: [] }])
  })
})

describe('the mall', () => {
  const mall = [couponItem, { ...boxItem, cashFen: 990 }]

  test('is open for ever, and its deals take neither coupons nor points beside', () => {
    expect(plan({ mall }).mall.deals).toMatchObject([
      {
        ...{ _id: 'm-box', kind: 'mall', name: cherries.name, points: 800, priceFen: 990, rank: 1 },
        ...{ startsAt: 0, endsAt: NEVER, takes: { coupons: false, points: false } },
      },
    ])
  })

  test('has its coupons by their templates', () => {
    expect(plan({ mall }).mall.coupons).toEqual([
      {
        ...{ _id: 'm-5', templateId: 'points-5', name: '积分兑换5元券', points: 200, rank: 0 },
        isOffered: true,
      },
    ])
  })

  test('loads the stock of its products, and that of its coupons into their templates', () => {
    const file = fileWith({ mall })
    expect(plan({ mall }).stocks.filter(({ dealId }) => dealId !== null)).toMatchObject([
      { dealId: 'm-box', skuId: 'cherry-jj-10', stock: 9, place: 'points.mall[1].stock' },
    ])
    expect(mallTotal(voucher, file)).toBe(40)
    expect(mallTotal({ id: 'other', total: 7 }, file)).toBe(7)
  })

  test('may have a SKU that is in a deal: points are no other price for the same', () => {
    expect(faults({ mall }, { groupBuys: [ladder] })).toEqual([])
  })
})

describe('a mall is told what is wrong', () => {
  const cases: [string, object[], string][] = [
    [
      'with a product that is not there',
      [{ ...boxItem, productId: 'durian' }],
      'points.mall[0].productId: there is no product "durian"',
    ],
    [
      'with a SKU that is not there',
      [{ ...boxItem, skuId: 'half' }],
      'points.mall[0].skuId: the product has no SKU "half"',
    ],
    [
      'with a coupon that is not there',
      [{ ...couponItem, couponId: 'points-9' }],
      'points.mall[0].couponId: there is no coupon "points-9"',
    ],
    ['with a product twice', [boxItem, boxItem], 'points.mall[1].id: "m-box" stands twice'],
    [
      'with a product called like a group-buy',
      [{ ...boxItem, id: ladder.id }],
      `points.mall[0].id: "${ladder.id}" stands twice`,
    ],
    [
      'with a coupon at two prices',
      [couponItem, { ...couponItem, id: 'm-6' }],
      'points.mall[1].couponId: "points-5" is in the mall already',
    ],
  ]
  test.each(cases)('%s', (_what, mall, fault) => {
    expect(faults({ mall }, { groupBuys: [ladder] })).toEqual([fault])
  })

  test('with a coupon that comes another way', () => {
    const coupons = [{ ...voucher, channel: 'claim' }]
    expect(faults({ mall: [couponItem] }, { coupons })).toEqual([
      'points.mall[0].couponId: "points-5" does not come by points',
    ])
  })
})

test.each([
  [{ earnPerYuan: -1 }],
  [{ earnAt: 'order-paid' }],
  [{ expires: { months: 12, unit: 'day' } }],
  [{ offset: { fenPerPoint: 0, maxBps: 5000, minPoints: 1 } }],
  [{ offset: { fenPerPoint: 1, maxBps: 10_001, minPoints: 1 } }],
  [{ mall: [{ ...boxItem, points: 0 }] }],
  [{ mall: [{ ...boxItem, kind: 'cash' }] }],
])('%j is not a rule', (points) => {
  expect(() => fileWith(points)).toThrow()
})
