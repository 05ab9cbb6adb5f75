import { planShop } from '@domain/shopfile/plan'
import { after, DAY, HOUR } from '@domain/time'
import { MORNING } from '../build'
import {
  cherries,
  discount,
  flashSale,
  ladder,
  memberLevels,
  read,
  save,
  segment,
  smallCherries,
} from './shop-file'

const plan = (own: object) => planShop(read(own), {}, MORNING)

describe('the flash sales of a shop file', () => {
  const { sales, stocks, deals } = plan({
    products: [cherries, smallCherries],
    flashSales: [
      {
        ...flashSale,
        audience: 'newcomer',
        items: [
          ...flashSale.items,
          { productId: 'cherry-j-2', priceFen: 6900, stock: 20, perMember: 2 },
        ],
      },
    ],
  })

  test('wait for the timer to prepare their first session', () => {
    expect(sales).toMatchObject([
      {
        _id: 'fruit-friday',
        name: '周五水果秒杀',
        audience: { kind: 'newcomer' },
        payMinutes: 5,
        prepareAt: MORNING,
        schedule: { kind: 'repeating', every: 'week', on: [5], atMinute: 1200 },
      },
    ])
  })

  test("sell the product's first SKU where none is named", () => {
    expect(sales[0]?.items).toEqual([
      {
        productId: 'cherry-jj-10',
        skuId: 'cherry-jj-10',
        priceFen: 39900,
        stock: 100,
        perMember: 1,
      },
      {
        productId: 'cherry-j-2',
        skuId: 'cherry-j-2-2jin',
        priceFen: 6900,
        stock: 20,
        perMember: 2,
      },
    ])
  })

  test('have no deal and no stock yet: each session brings its own', () => {
    expect(deals).toEqual([])
    expect(stocks.map(({ dealId }) => dealId)).toEqual([null, null, null])
  })
})

describe('the promotions of a shop file', () => {
  const { shop } = plan({
    memberLevels,
    segments: [segment],
    discounts: [discount, { ...discount, id: 'vip-day', levelAtLeast: 'gold' }],
    spendAndSave: [save],
    messageTemplates: { flashStart: 'template-1' },
  })

  test('are discounts for everybody, and member days for a level and above', () => {
    const { discounts } = shop.promotions
    expect(discounts.map(({ id, kind, levelAtLeast }) => [id, kind, levelAtLeast])).toEqual([
      ['spring', 'discount', null],
      ['vip-day', 'member-day', 'gold'],
    ])
    expect(discounts[0]).toMatchObject({
      discountBps: 8800,
      pointsMultiplierBps: null,
      scope: { kind: 'all', ids: [] },
      schedule: { kind: 'once', startsAt: after(MORNING, HOUR), endsAt: after(MORNING, DAY) },
    })
  })

  test('are spend-and-saves with their steps', () => {
    expect(shop.promotions.spendAndSave).toMatchObject([
      { id: 'full-99', steps: save.steps, scope: { kind: 'all', ids: [] } },
    ])
  })

  test('are levels by what was spent within a window, and segments', () => {
    expect(shop.levels).toMatchObject({
      window: 'last-3-months',
      levels: [{ id: 'silver' }, { id: 'gold' }],
    })
    expect(shop.segments).toEqual([segment])
  })

  test('need the message templates that the file names', () => {
    expect(shop.templates).toEqual({
      flashStart: 'template-1',
      liveStart: null,
      ...{ orderShipped: null, refundSent: null, teamFormed: null },
      ...{ couponExpiring: null, pointsExpiring: null },
    })
  })
})

test('a shop without promotions has none, and no levels', () => {
  const { shop, sales } = plan({ groupBuys: [ladder] })
  expect(shop).toMatchObject({
    promotions: { discounts: [], spendAndSave: [] },
    levels: null,
    segments: [],
    templates: { flashStart: null },
  })
  expect(sales).toEqual([])
})
