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

/** A team of three for the smaller cherries, as an operator writes it down. */
export const team = {
  id: 'team-cherry',
  kind: 'team',
  name: '车厘子三人团',
  productId: 'cherry-j-2',
  priceFen: 8900,
  people: 3,
  teamHours: 24,
  stock: 50,
  perMember: 1,
  startsAt: '-1h',
  endsAt: '+3d',
}

/** 秒杀 every Friday evening, as an operator writes it down. */
export const flashSale = {
  id: 'fruit-friday',
  name: '周五水果秒杀',
  audience: 'all',
  payWithinMinutes: 5,
  items: [{ productId: 'cherry-jj-10', priceFen: 39900, stock: 100, perMember: 1 }],
  repeats: { every: 'week', on: ['fri'], at: '20:00', lasts: '2h' },
}

/** Twelve per cent off everything for a day. */
export const discount = {
  id: 'spring',
  name: '春日限时',
  discountBps: 8800,
  scope: { kind: 'all' },
  startsAt: '+1h',
  endsAt: '+1d',
}

/** ¥10 off ¥99, ¥30 off ¥199. */
export const save = {
  id: 'full-99',
  name: '满减',
  scope: { kind: 'all' },
  steps: [
    { minFen: 9900, offFen: 1000 },
    { minFen: 19900, offFen: 3000 },
  ],
  startsAt: '-1h',
  endsAt: '+7d',
}

const benefit = { pointsMultiplierBps: 10_000, monthlyCouponId: null }

/** Two levels by what was spent within three months. */
export const memberLevels = {
  window: 'last-3-months',
  levels: [
    { id: 'silver', name: '银卡', spendFen: 30000, discountBps: 9800, ...benefit },
    { id: 'gold', name: '金卡', spendFen: 100000, discountBps: 9500, ...benefit },
  ],
}

/** 人群: who has not ordered for a month. */
export const segment = {
  id: 'asleep',
  name: '沉睡',
  where: { daysSinceLastOrder: { atLeast: 30 } },
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
