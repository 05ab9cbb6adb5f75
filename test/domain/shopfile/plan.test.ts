import { lowestPrice, skuOf } from '@domain/catalog/product'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { planShop } from '@domain/shopfile/plan'
import { after, DAY, HOUR } from '@domain/time'
import { id, MORNING } from '../build'
import { cherries, ladder, read, smallCherries, team } from './shop-file'

const plan = (own: object, pictures: Record<string, string> = {}) =>
  planShop(read(own), pictures, MORNING)

describe('the products of a shop file', () => {
  test('stand on the shelf in the order of the file', () => {
    const { products } = plan({ products: [cherries, smallCherries] })
    expect(products.map(({ _id, rank, onShelf }) => [_id, rank, onShelf])).toEqual([
      ['cherry-jj-10', 0, true],
      ['cherry-j-2', 1, true],
    ])
  })

  test('have a single SKU of their own where the file names none', () => {
    const [product] = plan({}).products
    expect(product && skuOf(product, id('cherry-jj-10'))).toEqual({
      id: 'cherry-jj-10',
      name: '箱',
      priceFen: 49900,
    })
  })

  test('have the SKUs that the file names, and cost what these cost', () => {
    const [product] = plan({ products: [smallCherries] }).products
    expect(product?.skus.map(({ name }) => name)).toEqual(['2斤', '5斤'])
    expect(product && lowestPrice(product)).toEqual({ priceFen: 9900, varies: true })
  })

  test('show their pictures from where these were stored', () => {
    const shown = { ...cherries, pictures: ['a.webp', 'b.webp'] }
    const stored = { 'a.webp': 'cloud://jutuan/a.webp', 'b.webp': 'cloud://jutuan/b.webp' }
    expect(plan({ products: [shown] }, stored).products[0]?.pictures).toEqual([
      'cloud://jutuan/a.webp',
      'cloud://jutuan/b.webp',
    ])
  })

  test('have no struck-through price where the file has none', () => {
    expect(plan({}).products[0]?.originalPriceFen).toBeNull()
  })
})

describe('the stocks of a shop file', () => {
  test('are one for each SKU and one for each ladder, each with its place', () => {
    const { stocks } = plan({ products: [cherries, smallCherries], groupBuys: [ladder] })
    expect(stocks).toEqual([
      {
        skuId: 'cherry-jj-10',
        productId: 'cherry-jj-10',
        dealId: null,
        stock: 1500,
        place: 'products[0].stock',
      },
      {
        skuId: 'cherry-j-2-2jin',
        productId: 'cherry-j-2',
        dealId: null,
        stock: 500,
        place: 'products[1].skus[0].stock',
      },
      {
        skuId: 'cherry-j-2-5jin',
        productId: 'cherry-j-2',
        dealId: null,
        stock: 300,
        place: 'products[1].skus[1].stock',
      },
      {
        skuId: 'cherry-jj-10',
        productId: null,
        dealId: 'ladder-cherry',
        stock: 1500,
        place: 'groupBuys[0].stock',
      },
    ])
  })
})

describe('the group-buys of a shop file', () => {
  const { deals, stocks } = plan({
    products: [cherries, smallCherries],
    groupBuys: [team, ladder, { ...ladder, id: 'small', productId: 'cherry-j-2' }],
  })

  test('stand in the order of the file', () => {
    expect(deals.map(({ _id, kind, rank }) => [_id, kind, rank])).toEqual([
      ['team-cherry', 'team', 0],
      ['ladder-cherry', 'ladder', 1],
      ['small', 'ladder', 2],
    ])
  })

  test('are, where they are ladders, open with the steps, times and limits that it says', () => {
    expect(deals[1]).toMatchObject({
      status: 'open',
      outcome: null,
      perMember: 2,
      startsAt: after(MORNING, -1 * HOUR),
      endsAt: after(MORNING, 3 * DAY),
    })
    const planned = deals[1]?.kind === 'ladder' ? deals[1].ladder : undefined
    expect(planned && ladderPrice(planned, 500)).toBe(39900)
    expect(planned?.belowFirstStep).toBe('sell-at-base')
  })

  test('ship on the day that a pre-sale names, and say nothing of it otherwise', () => {
    const preSale = { shipsAt: '+5d' }
    const { deals } = plan({
      products: [cherries, smallCherries],
      groupBuys: [
        { ...ladder, preSale },
        { ...team, preSale },
      ],
    })
    expect(deals.map(({ shipsAt }) => shipsAt)).toEqual(Array(2).fill(after(MORNING, 5 * DAY)))
    for (const deal of plan({ groupBuys: [ladder] }).deals)
      expect(deal).not.toHaveProperty('shipsAt')
  })

  test('are, where they are teams, for anyone at one price unless the file says otherwise', () => {
    expect(deals[0]).toEqual({
      _id: 'team-cherry',
      kind: 'team',
      takes: { coupons: false, points: false },
      name: '车厘子三人团',
      productId: 'cherry-j-2',
      skuId: 'cherry-j-2-2jin',
      priceFen: 8900,
      leaderPriceFen: null,
      people: 3,
      teamHours: 24,
      joiners: 'anyone',
      stock: 50,
      perMember: 1,
      startsAt: after(MORNING, -1 * HOUR),
      endsAt: after(MORNING, 3 * DAY),
      rank: 0,
    })
    const own = { ...team, leaderPriceFen: 6900, joiners: 'newcomer' }
    const [other] = plan({ products: [smallCherries], groupBuys: [own] }).deals
    expect(other).toMatchObject({ leaderPriceFen: 6900, joiners: 'newcomer' })
  })

  test("sell the product's first SKU where none is named", () => {
    expect(deals.map(({ skuId }) => skuId)).toEqual([
      'cherry-j-2-2jin',
      'cherry-jj-10',
      'cherry-j-2-2jin',
    ])
  })

  test('have stocks of their own, apart from the shelves', () => {
    const own = stocks.filter(({ dealId }) => dealId !== null)
    expect(own.map(({ dealId, stock, productId }) => [dealId, stock, productId])).toEqual([
      ['team-cherry', 50, null],
      ['ladder-cherry', 1500, null],
      ['small', 1500, null],
    ])
  })
})

describe('what the shop does not use yet', () => {
  const fission = { splitCoupons: [] }
  const { kept, shop } = plan({ fission })

  test('is kept as it was read', () => {
    expect(kept).toMatchObject({ fission })
  })

  test('is kept with what the shop document leaves out', () => {
    expect(shop.stores[0]).not.toHaveProperty('community')
    expect(kept).toMatchObject({ stores: [{ community: '城南店社群' }] })
  })

  test('is not the products, which are documents of their own', () => {
    expect(kept).not.toHaveProperty('products')
    for (const used of [
      'groupBuys',
      'flashSales',
      'discounts',
      'spendAndSave',
      'memberLevels',
      'guides',
    ]) {
      expect(kept).not.toHaveProperty(used)
    }
  })
})
