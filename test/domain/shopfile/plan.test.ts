import { lowestPrice, skuOf } from '@domain/catalog/product'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { fileMoment, planShop } from '@domain/shopfile/plan'
import { after, DAY, HOUR, instant, MINUTE } from '@domain/time'
import { id, MORNING } from '../build'
import { cherries, ladder, read, smallCherries, team } from './shop-file'

const plan = (own: object, pictures: Record<string, string> = {}) =>
  planShop(read(own), pictures, MORNING)

describe('a time in a shop file', () => {
  test.each([
    ['+3d', after(MORNING, 3 * DAY)],
    ['-1h', after(MORNING, -1 * HOUR)],
    ['-10m', after(MORNING, -10 * MINUTE)],
    ['+0m', MORNING],
    ['2026-03-01T10:00:00+08:00', instant(Date.UTC(2026, 2, 1, 2))],
    ['2026-03-01T02:00:00Z', instant(Date.UTC(2026, 2, 1, 2))],
  ])('%s, read on the morning of 1 March, is %d', (text, moment) => {
    expect(fileMoment(text, MORNING)).toBe(moment)
  })
})

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

describe('the ladders of a shop file', () => {
  const { deals } = plan({
    products: [cherries, smallCherries],
    groupBuys: [team, ladder, { ...ladder, id: 'small', productId: 'cherry-j-2' }],
  })

  test('open with the steps, the times and the limits that it says', () => {
    expect(deals[0]).toMatchObject({
      _id: 'ladder-cherry',
      kind: 'ladder',
      status: 'open',
      outcome: null,
      perMember: 2,
      startsAt: after(MORNING, -1 * HOUR),
      endsAt: after(MORNING, 3 * DAY),
      rank: 0,
    })
    expect(deals[0] && ladderPrice(deals[0].ladder, 500)).toBe(39900)
    expect(deals[0]?.ladder.belowFirstStep).toBe('sell-at-base')
  })

  test("sell the product's first SKU where none is named", () => {
    expect(deals.map(({ skuId }) => skuId)).toEqual(['cherry-jj-10', 'cherry-j-2-2jin'])
  })

  test('leave the deals of other kinds alone', () => {
    expect(deals.map(({ rank }) => rank)).toEqual([0, 1])
  })
})

describe('what the shop does not use yet', () => {
  const coupon = {
    id: 'welcome',
    name: '新客券',
    kind: 'amount',
    amountFen: 500,
    minSpendFen: 0,
    scope: { kind: 'all' },
    total: 100,
    perMember: 1,
    validDays: 7,
    audience: 'everyone',
    channel: 'claim',
  }
  const { kept, shop } = plan({ coupons: [coupon], groupBuys: [team] })

  test('is kept as it was read', () => {
    expect(kept).toMatchObject({ coupons: [coupon], teams: [team] })
  })

  test('is kept with what the shop document leaves out', () => {
    expect(shop.stores[0]).not.toHaveProperty('community')
    expect(kept).toMatchObject({ stores: [{ community: '城南店社群' }] })
  })

  test('is not the products, which are documents of their own', () => {
    expect(kept).not.toHaveProperty('products')
    expect(kept).not.toHaveProperty('groupBuys')
  })
})
