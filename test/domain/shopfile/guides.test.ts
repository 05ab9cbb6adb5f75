/** 导购与分润 of a shop file: what it comes to, and what is wrong with it. */
import { shopFaults } from '@domain/shopfile/faults'
import { planShop } from '@domain/shopfile/plan'
import { MORNING } from '../build'
import { cherries, ladder, read } from './shop-file'

const li = { id: 'li', name: '小李', storeId: 'store-01', kind: 'employee' }
const wang = { ...li, id: 'wang', name: '小王', kind: 'agent', invitedBy: 'li' }
const guide = { role: 'guide', bps: 300 }
const store = { role: 'store', bps: 200 }
const host = { role: 'host', bps: 50, only: 'live-orders' }
const fileWith = (own: object) => read({ guides: [li, wang], groupBuys: [ladder], ...own })
const plan = (own: object = {}) => planShop(fileWith(own), {}, MORNING)
const faults = (own: object) =>
  shopFaults(fileWith(own), {}, MORNING).map(({ place, fault }) => `${place}: ${fault}`)
const ruleWith = (own: object) =>
  plan({ commission: { shares: [guide, store, host], ...own } }).shop

describe('places for guides', () => {
  test('are named, and nobody has taken them yet', () => {
    const place = { name: '小李', storeId: 'store-01', kind: 'employee', invitedBy: null }
    expect(plan().guides[0]).toEqual({ _id: 'li', ...place })
    expect(plan().guides[1]).toMatchObject({ _id: 'wang', kind: 'agent', invitedBy: 'li' })
  })
})

describe('whom orders are credited to', () => {
  test('is the guide of the last touch within 15 days, where the file says nothing', () => {
    const usual = { version: 1, kind: 'last-guide-touch', days: 15, selfPurchase: false }
    expect(plan().shop.attribution).toEqual(usual)
    expect(ruleWith({}).attribution).toEqual(usual)
  })

  test('is what the file says', () => {
    const own = { rule: 'protected-binding', bindingDays: 30, selfPurchase: true }
    expect(ruleWith(own).attribution).toEqual({
      ...{ version: 1, kind: 'protected-binding', days: 30, selfPurchase: true },
    })
  })
})

describe('what orders are shared by', () => {
  test('is nothing in a shop whose file says nothing', () => {
    expect(plan().shop).toMatchObject({ commission: null, guideGoals: [] })
  })

  test('is each role’s part, frozen for a week', () => {
    expect(ruleWith({}).commission).toEqual({
      version: 1,
      shares: [guide, store, { role: 'host', bps: 50 }],
      ofProducts: {},
      ofDeals: {},
      maxTotalBps: 10_000,
      freezeDays: 7,
    })
  })

  test('gives who invited a guide a part wherever the guide gets one', () => {
    const second = { role: 'second', bps: 40 }
    const closer = { products: { [cherries.id]: [guide] }, deals: { [ladder.id]: [store] } }
    const rule = ruleWith({ ...closer, referral: { level2Bps: 40 } }).commission
    expect(rule?.shares).toContainEqual(second)
    expect(rule?.ofProducts).toEqual({ [cherries.id]: [guide, second] })
    expect(rule?.ofDeals).toEqual({ [ladder.id]: [store] })
  })
})

test('goals are those of the file', () => {
  const goal = { id: 'new-30', name: '带新', counts: 'new-members', need: 30, reward: '果篮' }
  expect(plan({ guideGoals: [goal] }).shop.guideGoals).toEqual([goal])
})

describe('a file without faults', () => {
  test.each<[string, object]>([
    ['has no guides', { guides: [] }],
    ['has shares up to the cap', { commission: { shares: [guide, store], maxTotalBps: 500 } }],
    ['has closer rules', { commission: { shares: [guide], products: { [cherries.id]: [] } } }],
  ])('%s', (_what, own) => {
    expect(faults(own)).toEqual([])
  })
})

describe('what a file gets wrong, and where', () => {
  const sharing = (own: object) => ({ commission: { shares: [guide], ...own } })

  test.each<[string, object, string]>([
    ['a guide that stands twice', { guides: [li, li] }, 'guides[1].id: "li" stands twice'],
    [
      'a guide of no store',
      { guides: [{ ...li, storeId: 'store-09' }] },
      'guides[0].storeId: there is no store "store-09"',
    ],
    [
      'a guide whom nobody invited',
      { guides: [wang] },
      'guides[0].invitedBy: there is no guide "li"',
    ],
    [
      'a guide who invited themselves',
      { guides: [{ ...li, invitedBy: 'li' }] },
      'guides[0].invitedBy: nobody brings in themselves',
    ],
    [
      'a goal that stands twice',
      {
        guideGoals: [
          { id: 'a', name: 'a', counts: 'orders', need: 1 },
          { id: 'a', name: 'b', counts: 'orders', need: 2 },
        ],
      },
      'guideGoals[1].id: "a" stands twice',
    ],
    [
      'a role that stands twice',
      sharing({ shares: [guide, guide] }),
      'commission.shares[1].role: "guide" stands twice',
    ],
    [
      'a guide who earns by lives alone',
      sharing({ shares: [{ ...guide, only: 'live-orders' }] }),
      'commission.shares[0].only: only a host earns by the orders of a live alone',
    ],
    [
      'shares above the cap',
      sharing({ shares: [guide, store], maxTotalBps: 499 }),
      'commission.shares: all roles together get 500, which is more than maxTotalBps 499',
    ],
    [
      'shares above the cap with who invited the guide',
      sharing({ maxTotalBps: 310, referral: { level2Bps: 20 } }),
      'commission.shares: all roles together get 320, which is more than maxTotalBps 310',
    ],
    [
      'shares of a product above the cap',
      sharing({ maxTotalBps: 300, products: { [cherries.id]: [guide, store] } }),
      `commission.products.${cherries.id}: all roles together get 500, which is more than maxTotalBps 300`,
    ],
    [
      'a rule for no product',
      sharing({ products: { plum: [guide] } }),
      'commission.products.plum: there is no product "plum"',
    ],
    [
      'a rule for no deal',
      sharing({ deals: { plum: [guide] } }),
      'commission.deals.plum: there is no deal "plum"',
    ],
  ])('%s', (_what, own, fault) => {
    expect(faults(own)).toEqual([fault])
  })
})
