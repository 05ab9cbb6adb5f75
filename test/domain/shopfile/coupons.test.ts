import { shopFile } from '@domain/shopfile/contract'
import { shopFaults } from '@domain/shopfile/faults'
import { planShop } from '@domain/shopfile/plan'
import { after, DAY, instant } from '@domain/time'
import { MORNING } from '../build'
import { ladder, read, written } from './shop-file'

const coupon = (own: object = {}) => ({
  id: 'welcome',
  name: '新客券',
  kind: 'amount',
  amountFen: 500,
  minSpendFen: 0,
  scope: { kind: 'all' },
  total: 100,
  perMember: 1,
  validDays: 7,
  audience: 'all',
  channel: 'claim',
  ...own,
})
const percentage = (own: object = {}) =>
  coupon({ kind: 'percent', amountFen: undefined, discountBps: 9000, ...own })

const planned = (own: object) =>
  planShop(read({ coupons: [coupon(own)] }), {}, MORNING).templates[0]
const faults = (file: object) =>
  shopFaults(read(file), {}, MORNING).map(({ place, fault }) => `${place}: ${fault}`)

describe('the coupons of a shop file', () => {
  test('become templates in the order of the file', () => {
    const file = read({ coupons: [coupon(), coupon({ id: 'second' })] })
    expect(planShop(file, {}, MORNING).templates).toMatchObject([
      { _id: 'welcome', rank: 0, isOffered: true, rule: { kind: 'amount', amountFen: 500 } },
      { _id: 'second', rank: 1 },
    ])
  })

  test('are good for days, or between two dates', () => {
    expect(planned({})?.validity).toEqual({ kind: 'days', days: 7 })
    const dates = { validDays: undefined, validFrom: '-1d', validUntil: '+3d' }
    expect(planned(dates)?.validity).toEqual({
      kind: 'dates',
      from: instant(MORNING - DAY),
      until: after(MORNING, 3 * DAY),
    })
  })

  test('know by which names their scope goes', () => {
    const scope = { kind: 'category', ids: ['season'] }
    expect(planned({ scope })?.scopeNames).toEqual(['当季尖货'])
    expect(planned({})?.scopeNames).toEqual([])
  })

  test('may be claimed in a window', () => {
    expect(planned({ claimFrom: '+1d', claimUntil: '+2d' })).toMatchObject({
      claimFrom: after(MORNING, DAY),
      claimUntil: after(MORNING, 2 * DAY),
    })
    expect(planned({})).toMatchObject({ claimFrom: null, claimUntil: null })
  })

  test('come with orders, the smallest order first', () => {
    const orderGifts = [
      { minPaidFen: 20_000, couponId: 'welcome' },
      { minPaidFen: 9900, couponId: 'welcome' },
    ]
    const { shop } = planShop(read({ coupons: [coupon()], orderGifts }), {}, MORNING)
    expect(shop.orderGifts).toEqual([
      { minPaidFen: 9900, templateId: 'welcome' },
      { minPaidFen: 20_000, templateId: 'welcome' },
    ])
  })

  test.each([
    ['twice the same', [coupon(), coupon()], 'coupons[1].id: "welcome" stands twice'],
    ['no amount', [coupon({ amountFen: undefined })], 'coupons[0]: needs amountFen'],
    ['no rate', [percentage({ discountBps: undefined })], 'coupons[0]: needs discountBps'],
    [
      'figures of the other kind',
      [coupon({ maxOffFen: 10 })],
      'coupons[0]: an amount has no discountBps and no maxOffFen',
    ],
    [
      'more off than is spent',
      [coupon({ minSpendFen: 400 })],
      'coupons[0]: takes more off than it asks to be spent',
    ],
    [
      'a shelf that is not there',
      [coupon({ scope: { kind: 'category', ids: ['nuts'] } })],
      'coupons[0].scope.ids[0]: there is no category "nuts"',
    ],
    [
      'a level that is not there',
      [coupon({ audience: 'level:gold' })],
      'coupons[0].audience: there is no "level:gold"',
    ],
    [
      'no time',
      [coupon({ validDays: undefined })],
      'coupons[0]: needs either validDays, or validFrom and validUntil',
    ],
    [
      'times upside down',
      [coupon({ claimFrom: '+2d', claimUntil: '+1d' })],
      'coupons[0].claimUntil: the end comes after the start',
    ],
  ])('with %s are faulty', (_what, coupons, fault) => {
    expect(faults({ coupons })).toEqual([fault])
  })

  test('that an order is to bring have to be there', () => {
    const orderGifts = [{ minPaidFen: 100, couponId: 'gone' }]
    expect(faults({ orderGifts })).toEqual(['orderGifts[0].couponId: there is no coupon "gone"'])
  })

  test.each([
    [{ audience: 'everyone' }],
    [{ channel: 'post' }],
    [{ perMember: 0 }],
    [{ perMember: 51 }],
    [{ validDays: 0 }],
    [{ amountFen: 1.5 }],
    [{ surprise: true }],
  ])('with %j are no coupons', (own) => {
    expect(shopFile.safeParse(written({ coupons: [coupon(own)] })).success).toBe(false)
  })
})

test('a ladder takes neither coupons nor points', () => {
  const file = { groupBuys: [{ ...ladder, takes: { coupons: true } }] }
  expect(faults(file)).toEqual([
    'groupBuys[0].takes: a ladder takes neither coupons nor points: its price is open until it closes',
  ])
})
