import { shopFile, type ShopFile } from '@domain/shopfile/contract'

/** A product as an operator writes it down, with no more than it needs. */
export const cherries = {
  id: 'cherry-jj-10',
  categoryId: 'season',
  name: '智利JJ车厘子 10斤礼盒',
  unit: '箱',
  priceFen: 49900,
  stock: 1500,
}

/** A product in two sizes. */
export const smallCherries = {
  ...cherries,
  id: 'cherry-j-2',
  name: '智利J级车厘子',
  skus: [
    { id: 'cherry-j-2-2jin', name: '2斤', priceFen: 9900, stock: 500 },
    { id: 'cherry-j-2-5jin', name: '5斤', priceFen: 23900, stock: 300 },
  ],
}

/** The cherry ladder as an operator writes it down. */
export const ladder = {
  id: 'ladder-cherry',
  kind: 'ladder',
  name: '车厘子阶梯团',
  productId: 'cherry-jj-10',
  basePriceFen: 49900,
  tiers: [
    { people: 100, priceFen: 44900 },
    { people: 500, priceFen: 39900 },
  ],
  stock: 1500,
  perMember: 2,
  belowFirstTier: 'sell-at-base',
  startsAt: '-1h',
  endsAt: '+3d',
}

/** A deal of a kind that is read and kept. */
export const team = {
  id: 'team-cherry',
  kind: 'team',
  name: '车厘子三人团',
  productId: 'cherry-jj-10',
  priceFen: 45900,
  people: 3,
  teamHours: 24,
  stock: 50,
  perMember: 1,
  startsAt: '-1h',
  endsAt: '+3d',
}

/** The text of a shop file: one store, one shelf, one product, free pick-up. */
export function written(own: object = {}): object {
  return {
    shop: { id: 'fruit', name: '鲜果邻里', timeZone: 'Asia/Shanghai' },
    stores: [
      {
        id: 'store-01',
        name: '城南店',
        district: '城南',
        community: '城南店社群',
        address: '人民南路 88 号',
        phone: '028-80000001',
        hours: '08:00-22:00',
      },
    ],
    categories: [{ id: 'season', name: '当季尖货' }],
    products: [cherries],
    freight: { flatFen: 800, freeAboveFen: 9900, pickUpFen: 0 },
    ...own,
  }
}

/** A shop file after it was read. */
export function read(own: object = {}): ShopFile {
  return shopFile.parse(written(own))
}
