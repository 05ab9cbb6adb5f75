/** 直播 of a shop file: what it comes to, and what is wrong with it. */
import { freshRoom } from '@domain/live/room'
import { shopFaults } from '@domain/shopfile/faults'
import { planShop } from '@domain/shopfile/plan'
import { after, HOUR } from '@domain/time'
import { MORNING } from '../build'
import { cherries, ladder, read, smallCherries } from './shop-file'

const honey = { id: 'honey', categoryId: 'season', name: '洋槐蜜', priceFen: 4900, stock: 50 }
const li = { id: 'li', name: '小李', storeId: 'store-01', kind: 'employee' }
const dropped = {
  ...{ id: 'live-20', name: '直播券', kind: 'amount', amountFen: 2000, minSpendFen: 0 },
  ...{ scope: { kind: 'all' }, total: 10, perMember: 1, validDays: 1, audience: 'all' },
  channel: 'live',
}
const cherry = {
  ...{ productId: smallCherries.id, role: 'main', livePriceFen: 8900, stock: 30, perMember: 2 },
  script: '果径二十六毫米起',
}
const sunday = {
  ...{ id: 'sunday', title: '周日直播', startsAt: '+2h', lastsMinutes: 90, host: 'li' },
  products: [
    cherry,
    { ...cherry, skuId: 'cherry-j-2-5jin', role: 'backup', stock: undefined, perMember: undefined },
    { productId: 'honey', role: 'lottery', livePriceFen: 0 },
  ],
  coupons: ['live-20'],
  lotteries: [{ productId: 'honey', winners: 3 }],
  channels: { finderUserName: 'sphFruit' },
  preheat: { officialAccountDaysBefore: 7, postersPerDay: 3 },
}

const fileWith = (own: object) =>
  read({
    products: [cherries, smallCherries, honey],
    groupBuys: [ladder],
    guides: [li],
    coupons: [dropped],
    ...own,
  })
const plan = (own: object = {}) => planShop(fileWith({ live: [sunday], ...own }), {}, MORNING)
const faults = (live: object[], own: object = {}) =>
  shopFaults(fileWith({ live, ...own }), {}, MORNING).map(
    ({ place, fault }) => `${place}: ${fault}`,
  )

const startsAt = after(MORNING, 2 * HOUR)
const endsAt = after(startsAt, 1.5 * HOUR)

describe('a live session of a file', () => {
  const [planned] = plan().sessions

  test('has its crew, its times, its run-of-show and what comes with it', () => {
    expect(planned?.session).toMatchObject({
      ...{ _id: 'sunday', title: '周日直播', startsAt, endsAt, minutesPerProduct: 5 },
      ...{ hostId: 'li', coHostId: null, technicianId: null, templateIds: ['live-20'] },
      channels: { finderUserName: 'sphFruit', noticeId: null },
      warmUp: { days: 7, postersPerDay: 3 },
      lotteries: [{ productId: 'honey', skuId: 'honey', winners: 3 }],
      products: [
        { skuId: 'cherry-j-2-2jin', role: 'main', dealId: 'sunday-cherry-j-2-2jin' },
        { skuId: 'cherry-j-2-5jin', role: 'backup', script: '果径二十六毫米起' },
        { role: 'lottery', dealId: null },
      ],
    })
  })

  test('sells by deals of its own, from its start to an hour after its end', () => {
    const times = { startsAt, endsAt: after(endsAt, HOUR), liveId: 'sunday', hostId: 'li' }
    expect(planned?.deals).toMatchObject([
      { _id: 'sunday-cherry-j-2-2jin', kind: 'live', priceFen: 8900, perMember: 2, ...times },
      { _id: 'sunday-cherry-j-2-5jin', kind: 'live', role: 'backup', ...times },
    ])
    expect(planned?.deals.map(({ isOffered, rank }) => [isOffered, rank])).toEqual([
      [true, 0],
      [false, 1],
    ])
  })

  test('sets stock aside: as much as it says, or the usual', () => {
    expect(planned?.stocks.map(({ dealId, stock, place }) => [dealId, stock, place])).toEqual([
      ['sunday-cherry-j-2-2jin', 30, 'live[0].products[0].stock'],
      ['sunday-cherry-j-2-5jin', 100, 'live[0].products[1].stock'],
    ])
  })

  test('begins with a room that waits for its start', () => {
    expect(freshRoom({ _id: 'sunday' as never, startsAt })).toMatchObject({
      ...{ status: 'planned', startedAt: null, dueAt: startsAt, rev: 0, requests: {} },
    })
  })
})

test('how many members carry a live is what the shop says, or eight thousand', () => {
  expect(plan().shop.poolReadyMembers).toBe(8000)
  const shop = { ...fileWith({}).shop, poolReadyMembers: 300 }
  expect(plan({ shop }).shop.poolReadyMembers).toBe(300)
})

test('a file with a live has no faults', () => {
  expect(faults([sunday])).toEqual([])
  expect(faults([sunday, { ...sunday, id: 'monday', startsAt: '+1d' }])).toEqual([])
})

describe('what a file gets wrong about lives, and where', () => {
  const selling = (...products: object[]) => [{ ...sunday, products }]

  test.each<[string, object[], string]>([
    [
      'a live that stands twice',
      [sunday, { ...sunday, startsAt: '+1d' }],
      'live[1].id: "sunday" stands twice',
    ],
    [
      'a host who is no guide',
      [{ ...sunday, host: 'zhao' }],
      'live[0].host: there is no guide "zhao"',
    ],
    [
      'a technician who is no guide',
      [{ ...sunday, technician: 'zhao' }],
      'live[0].technician: there is no guide "zhao"',
    ],
    [
      'goods that are not there',
      selling({ ...cherry, productId: 'plum' }),
      'live[0].products[0].productId: there is no product "plum"',
    ],
    [
      'a size that is not there',
      selling({ ...cherry, skuId: 'cherry-9jin' }),
      'live[0].products[0].skuId: the product has no SKU "cherry-9jin"',
    ],
    [
      'a price above the shelf',
      selling({ ...cherry, livePriceFen: 9901 }),
      'live[0].products[0].livePriceFen: not between 1 and 9900',
    ],
    [
      'a price of nothing',
      selling({ ...cherry, livePriceFen: 0 }),
      'live[0].products[0].livePriceFen: not between 1 and 9900',
    ],
    [
      'the same goods twice',
      selling(cherry, cherry),
      'live[0].products[1]: "cherry-j-2-2jin" is sold twice in the session',
    ],
    [
      'a coupon that is not there',
      [{ ...sunday, coupons: ['plum'] }],
      'live[0].coupons[0]: there is no coupon "plum"',
    ],
    [
      'a prize that is not there',
      [{ ...sunday, lotteries: [{ productId: 'plum', winners: 1 }] }],
      'live[0].lotteries[0].productId: there is no product "plum"',
    ],
  ])('%s', (_what, live, fault) => {
    expect(faults(live)).toContain(fault)
  })

  test('a coupon that comes by another way', () => {
    const coupons = [{ ...dropped, channel: 'claim' }]
    expect(faults([sunday], { coupons })).toEqual(['live[0].coupons[0]: its channel is not "live"'])
  })

  test('goods that are in another deal at the time, the hour after its end included', () => {
    const boxed = { ...cherry, productId: cherries.id, livePriceFen: 30_000 }
    const [clash] = faults(selling(boxed))
    expect(clash).toContain(`live[0].products[0]: "${cherries.id}" is in`)
    const late = { ...sunday, id: 'late', startsAt: '+4h' }
    expect(faults([sunday, late])).toHaveLength(2)
    expect(faults([sunday, { ...late, startsAt: '+5h' }])).toEqual([])
  })

  test('ids that come to one that is another deal’s, or to one that is too long', () => {
    const taken = { ...ladder, id: 'sunday-cherry-j-2-2jin' }
    expect(faults([sunday], { groupBuys: [taken] })).toEqual([
      'live[0].id: "sunday-cherry-j-2-2jin" is another deal already',
    ])
    const id = 'h'.repeat(60)
    const own = { products: [cherries, smallCherries, { ...honey, id }] }
    const long = {
      ...sunday,
      lotteries: [],
      products: [{ ...cherry, productId: id, livePriceFen: 1 }],
    }
    expect(faults([long], own)).toEqual([`live[0].id: "sunday-${id}" is too long for an id`])
  })
})
