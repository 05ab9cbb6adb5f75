import * as fc from 'fast-check'
import { reviewOf } from '@domain/live/reviewOf'
import { fen } from '@domain/money'
import { id, MORNING } from '../build'
import { always } from '../property'
import {
  aBought,
  anySession,
  aRefund,
  aSold,
  at,
  kiwis,
  offBy,
  quiet,
  stayed,
  told,
} from './review-build'

const cherries = {
  dealId: id<'deal'>('live-1-cherry'),
  productId: id<'product'>('cherry-jj-10'),
  name: '车厘子',
}
const live = { deal: { kind: 'live' as const, id: cherries.dealId } }
const by = (guide: string, store = 'store-01') => ({
  attribution: {
    guideId: id<'guide'>(guide),
    guideName: `导购 ${guide}`,
    storeId: id<'store'>(store),
  },
})

test('a session in which nothing happened comes to nothing, minute by minute', () => {
  const figures = reviewOf(quiet)
  expect(figures).toMatchObject({
    ...{ gmvFen: 0, refundedFen: 0, orders: 0, paid: 0, buyers: 0, viewers: 0, visits: 0 },
    ...{ peak: 0, peakAt: null, clickToOrderBps: 0, orderToPayBps: 0, refundBps: 0 },
    ...{ products: [], guides: [], stores: [], coupons: [], lotteries: [] },
  })
  expect(figures.minutes).toHaveLength(10)
  expect(figures.minutes[0]).toEqual({ at: MORNING, viewers: 0, orders: 0, paidFen: 0 })
})

describe('money', () => {
  const orders = [
    aBought('ann', [aSold(10_000)], live),
    aBought('ann', [aSold(20_000)], { ...live, refunds: [aRefund(5000)] }),
    aBought('bob', [aSold(7000)], { payment: null }),
  ]
  const figures = reviewOf({ ...quiet, orders })

  test('is what was paid, whatever went back later', () => {
    expect(figures).toMatchObject({ gmvFen: 30_000, refundedFen: 5000, refundBps: 1667 })
  })

  test('is of those who paid', () => {
    expect(figures).toMatchObject({ orders: 3, paid: 2, buyers: 1, orderToPayBps: 6667 })
  })

  test('an order that coupons and points paid for whole is paid', () => {
    expect(reviewOf({ ...quiet, orders: [aBought('ann', [aSold(0)])] })).toMatchObject({
      ...{ gmvFen: 0, paid: 1, buyers: 1, orderToPayBps: 10_000, refundBps: 0 },
    })
  })
})

describe('by product', () => {
  test('what the session sold stands in the order of its run-of-show, sold or not', () => {
    const goods = [{ ...cherries, dealId: id<'deal'>('live-1-b'), name: '没人买' }, cherries]
    const orders = [aBought('ann', [aSold(9900, { quantity: 2 })], live)]
    const events = [
      told('ann', 'exposure', 30, { subject: cherries.dealId }),
      told('ann', 'exposure', 40, { subject: cherries.dealId }),
      told('bob', 'exposure', 40, { subject: 'live-1-b' }),
      told('ann', 'click', 50, { subject: cherries.dealId }),
    ]
    expect(reviewOf({ ...quiet, orders, events, goods }).products).toEqual([
      {
        ...{
          dealId: 'live-1-b',
          productId: 'cherry-jj-10',
          name: '没人买',
          exposed: 1,
          clicked: 0,
        },
        ...{ orders: 0, paid: 0, pieces: 0, paidFen: 0, refundedFen: 0 },
      },
      {
        ...{ ...cherries, exposed: 1, clicked: 1 },
        ...{ orders: 1, paid: 1, pieces: 2, paidFen: 9900, refundedFen: 0 },
      },
    ])
  })

  test('what was bought from the shelf stands behind, by the name that it had last', () => {
    const line = (name: string) => aSold(500, { product: { ...kiwis, name } })
    const orders = [
      aBought('ann', [line('旧名')], { placedAt: at(10) }),
      aBought('bob', [line('新名')], { placedAt: at(20) }),
    ]
    expect(reviewOf({ ...quiet, orders, goods: [cherries] }).products).toMatchObject([
      { name: '车厘子', orders: 0 },
      { dealId: null, productId: 'kiwi', name: '新名', orders: 2, pieces: 2, paidFen: 1000 },
    ])
  })

  test('pieces that came back are their line’s, and the rest is shared by all lines', () => {
    const lines = [aSold(6000), aSold(3000, { product: kiwis })]
    const request = {
      ...{ no: 1, reason: 'quality' as const, words: '', pictures: [], requestedAt: at(400) },
      ...{ answeredAt: at(401), answer: '', goodsFen: fen(1500), freightFen: fen(0) },
      pieces: [{ line: 1, quantity: 1, amountFen: fen(1500) }],
    }
    const of = (status: 'approved' | 'refused', backFen: number) => {
      const order = aBought('ann', lines, {
        refunds: [aRefund(backFen)],
        afterSales: [{ ...request, status }],
      })
      return reviewOf({ ...quiet, orders: [order] }).products.map((row) => row.refundedFen)
    }
    expect(of('approved', 1500)).toEqual([0, 1500])
    // 1,000 more over 6,000 and 1,500 that are left.
    expect(of('approved', 2500)).toEqual([800, 1700])
    expect(of('refused', 900)).toEqual([600, 300])
  })
})

describe('by minute', () => {
  test('an order is in the minute in which it was placed; later ones are in the last', () => {
    const orders = [
      aBought('ann', [aSold(100)], { placedAt: at(59) }),
      aBought('bob', [aSold(200)], { placedAt: at(60), payment: null }),
      aBought('cat', [aSold(400)], { placedAt: at(601) }),
    ]
    const { minutes } = reviewOf({ ...quiet, orders })
    expect(minutes.map((minute) => [minute.orders, minute.paidFen])).toEqual([
      [1, 100],
      [1, 0],
      ...Array.from({ length: 7 }, () => [0, 0]),
      [1, 400],
    ])
  })

  test('a session that begins in the middle of a minute has that minute whole', () => {
    const { minutes } = reviewOf({ ...quiet, startedAt: at(90), endedAt: at(150) })
    expect(minutes.map((minute) => minute.at)).toEqual([at(60), at(120)])
  })
})

describe('viewers', () => {
  test('are counted once, their visits as often as they came', () => {
    const events = [
      told('ann', 'view', 10),
      told('ann', 'view', 100),
      told('bob', 'view', 20),
      stayed('cat', -30, 15),
      told('dan', 'view', -5),
      told('eve', 'view', 600),
    ]
    // Cat was there when it began; Dan had gone by then; Eve came when it was over.
    expect(reviewOf({ ...quiet, events })).toMatchObject({ viewers: 3, visits: 4 })
  })

  test('the most at once, and when they first were', () => {
    const events = [stayed('ann', 0, 30), stayed('bob', 20, 40), stayed('cat', 30, 50)]
    const { peak, peakAt, minutes } = reviewOf({ ...quiet, events })
    expect([peak, peakAt]).toEqual([2, at(20)])
    expect(minutes.map(({ viewers }) => viewers)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('the funnel', () => {
  const events = [
    told('ann', 'exposure', 10, { subject: 'kiwi' }),
    told('ann', 'click', 20, { subject: 'kiwi' }),
    told('ann', 'click', 30, { subject: 'kiwi' }),
    told('bob', 'exposure', 30, { subject: 'kiwi' }),
    told('cat', 'click', 30, { subject: 'kiwi' }),
    told('dan', 'click', -30, { subject: 'kiwi' }),
  ]

  test('counts members, and who got further has passed every step before', () => {
    const orders = [aBought('eve', [aSold(100)]), aBought('ann', [aSold(100)], { payment: null })]
    const figures = reviewOf({ ...quiet, events, orders })
    expect(figures.funnel).toEqual({ exposed: 4, clicked: 3, ordered: 2, paid: 1 })
    expect(figures.clickToOrderBps).toBe(6667)
  })
})

describe('by guide and store', () => {
  const orders = [
    aBought('ann', [aSold(100)], by('li')),
    aBought('ann', [aSold(200)], by('li')),
    aBought('bob', [aSold(500)], by('wang', 'store-02')),
    aBought('cat', [aSold(900)]),
    aBought('dan', [aSold(900)], { ...by('li'), payment: null }),
  ]
  const storeNames = new Map([[id<'store'>('store-01'), '城南店']])
  const { guides, stores } = reviewOf({ ...quiet, orders, storeNames })

  test('who brought most money stands first; nobody’s orders are nobody’s', () => {
    expect(guides).toEqual([
      { guideId: 'wang', name: '导购 wang', orders: 1, buyers: 1, paidFen: 500 },
      { guideId: 'li', name: '导购 li', orders: 2, buyers: 1, paidFen: 300 },
    ])
  })

  test('a store that the shop no longer has is called by its id', () => {
    expect(stores.map(({ name, paidFen }) => [name, paidFen])).toEqual([
      ['store-02', 500],
      ['城南店', 300],
    ])
  })
})

test('a coupon that was dropped: claimed, used, and what it took off', () => {
  const coupon = (name: string) => ({ couponId: id<'coupon'>(name) })
  const orders = [
    aBought(
      'ann',
      [aSold(900, { steps: [offBy(100)] }), aSold(400, { steps: [offBy(50)] })],
      coupon('c-1'),
    ),
    aBought('bob', [aSold(900, { steps: [offBy(100)] })], { ...coupon('c-2'), payment: null }),
    aBought('cat', [aSold(900, { steps: [offBy(300)] })], coupon('of-another-template')),
  ]
  const dropped = {
    ...{ templateId: id<'template'>('t-1'), name: '直播券' },
    couponIds: ['c-1', 'c-2', 'c-3'].map((name) => id<'coupon'>(name)),
  }
  expect(reviewOf({ ...quiet, orders, coupons: [dropped] }).coupons).toEqual([
    { templateId: 't-1', name: '直播券', claimed: 3, used: 1, offFen: 150 },
  ])
})

describe('whatever happens in a session', () => {
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)

  test('products and minutes come to the same money as the whole, guides to no more', () => {
    always(anySession, (session) => {
      const figures = reviewOf(session)
      const money = (rows: readonly { paidFen: number }[]) => sum(rows.map((row) => row.paidFen))
      expect(money(figures.products)).toBe(figures.gmvFen)
      expect(money(figures.minutes)).toBe(figures.gmvFen)
      expect(money(figures.guides)).toBeLessThanOrEqual(figures.gmvFen)
      expect(money(figures.guides)).toBe(money(figures.stores))
      expect(sum(figures.products.map((row) => row.refundedFen))).toBe(figures.refundedFen)
      expect(sum(figures.minutes.map((minute) => minute.orders))).toBe(figures.orders)
    })
  })

  test('figures keep within one another', () => {
    always(anySession, (session) => {
      const figures = reviewOf(session)
      const { exposed, clicked, ordered, paid } = figures.funnel
      expect([exposed, clicked, ordered, paid]).toEqual(
        [exposed, clicked, ordered, paid].sort((one, other) => other - one),
      )
      expect(figures.refundedFen).toBeLessThanOrEqual(figures.gmvFen)
      expect(figures.peak).toBeLessThanOrEqual(figures.viewers)
      expect(figures.visits).toBeGreaterThanOrEqual(figures.viewers)
      expect(Math.max(...figures.minutes.map(({ viewers }) => viewers))).toBe(figures.peak)
    })
  })

  test('the same facts in another order come to the same review', () => {
    always(fc.tuple(anySession, fc.infiniteStream(fc.nat())), ([session, dice]) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item) => [dice.next().value as number, item] as const)
          .sort(([one], [other]) => one - other)
          .map(([, item]) => item)
      const again = {
        ...session,
        orders: shuffled(session.orders),
        events: shuffled(session.events),
      }
      expect(reviewOf(again)).toEqual(reviewOf(session))
    })
  })

  test('one more paid order adds what was paid for it, and nothing else to the money', () => {
    always(anySession, (session) => {
      const more = aBought('zoe', [aSold(1234)])
      const [before, after] = [
        reviewOf(session),
        reviewOf({ ...session, orders: [...session.orders, more] }),
      ]
      expect(after.gmvFen - before.gmvFen).toBe(1234)
      expect(after.refundedFen).toBe(before.refundedFen)
      expect(after.buyers).toBe(before.buyers + 1)
    })
  })
})
